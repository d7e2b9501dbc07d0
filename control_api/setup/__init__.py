"""What is decided before the start: settings, the keys of a data folder, and what forbids it."""
