"""The kinds of thing that a workspace holds, each with all that is its own."""
