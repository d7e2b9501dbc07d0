"""From words to the one plan they mean: cut, taken apart, the best reading kept."""
