"""Tags: words that tasks can be marked with."""
