"""The filter language: which tasks are meant, in a line of text."""
