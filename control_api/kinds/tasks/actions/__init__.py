"""What each action does to tasks."""
