"""The running server, and what is asked of Saydo at its own machine."""
