"""What happens in each turn, put together and brought to the control API."""
