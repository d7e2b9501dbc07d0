"""Commands in words or in actions: reading, running, undoing and answering them."""
