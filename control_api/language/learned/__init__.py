"""A small network that says what the words of a sentence may mean; `make train` makes it anew."""
