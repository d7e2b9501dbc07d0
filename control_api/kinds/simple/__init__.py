"""Kinds of thing that need no table of their own: one folder and a few lines each."""
