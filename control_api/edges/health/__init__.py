"""Whether this control API is alive, and ready for work."""
