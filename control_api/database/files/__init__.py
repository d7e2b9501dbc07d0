"""One SQLite file as it lies on the disk."""
