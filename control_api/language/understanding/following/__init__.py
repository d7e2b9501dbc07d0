"""Sentences that are about what was said just before."""
