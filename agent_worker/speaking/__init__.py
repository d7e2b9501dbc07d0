"""Mouth: words into sound."""
