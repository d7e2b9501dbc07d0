"""Which tasks are wanted, in what order, as SQL."""
