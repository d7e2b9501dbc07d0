"""What a person at a terminal sees: sentences, tables, progress, and what went wrong."""
