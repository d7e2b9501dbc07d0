"""What is told rather than asked for: errands, what comes, what is needed, rows of tasks."""
