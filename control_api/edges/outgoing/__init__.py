"""Which addresses Saydo sends to when people name them, and what holds whatever sends to that."""
