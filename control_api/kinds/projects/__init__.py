"""Projects: what tasks belong together for."""
