"""Answers to what was asked back, and what is heard but was not said to the assistant."""
