"""What surrounds the tasks, in words: lists, tags, people, filters, comments, trash, history."""
