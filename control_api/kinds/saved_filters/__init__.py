"""Saved filters: questions to the tasks, kept under a name."""
