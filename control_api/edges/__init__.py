"""Where Saydo meets what is outside it."""
