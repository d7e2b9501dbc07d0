"""Tasks and projects: HTTP, SQL, and what each action does to them."""
