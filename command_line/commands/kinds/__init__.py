"""Commands about what tasks have: projects, tags, people, comments; and saved filters."""
