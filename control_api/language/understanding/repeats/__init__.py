"""Sentences that make a task come again, and questions about it."""
