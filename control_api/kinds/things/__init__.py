"""Projects, tags, people, saved filters and comments: HTTP, SQL, and what each action does."""
