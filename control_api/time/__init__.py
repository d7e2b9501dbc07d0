"""Times of tasks: the three kinds of due date, and rules by which they come again."""
