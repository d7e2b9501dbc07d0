"""A language as data: its words, sentence templates and expressions; and how words sound."""
