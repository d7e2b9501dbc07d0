"""Ears: sound into words."""
