"""Looking after repeating tasks while nobody is there."""
