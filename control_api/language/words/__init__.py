"""Sentences, their templates, how words sound, and titles inside sentences."""
