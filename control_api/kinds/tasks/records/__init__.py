"""How tasks are kept: their documents, rows, indexes and tree."""
