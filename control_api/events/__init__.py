"""The log of every change, and the live stream read from it."""
