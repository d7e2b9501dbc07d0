"""Which models there are, where they come from, and how they get onto this machine."""
