"""Full-text search over titles, notes and comments."""
