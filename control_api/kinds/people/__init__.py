"""People: whom tasks are about, or who does them."""
