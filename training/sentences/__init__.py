"""Sentences with what they mean: sampled from the grammar, and other people's where they are."""
