"""What a language model is asked before it may talk, answer, call tools or plan."""
