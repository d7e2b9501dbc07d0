"""What all formats are read with and written from."""
