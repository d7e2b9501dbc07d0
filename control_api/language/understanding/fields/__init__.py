"""What is said of one task besides its title, its date and its list: a module for each field."""
