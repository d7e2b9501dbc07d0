"""A small network, fitted to sentences with what they mean, and written where Saydo reads it."""
