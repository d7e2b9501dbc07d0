"""Measures of what is said and heard: turns, recognition, memory, beside the usual way."""
