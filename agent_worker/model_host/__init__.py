"""The models, once for all conversations of a worker, in a process of their own."""
