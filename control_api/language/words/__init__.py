"""Sentences, their templates, and how words sound."""
