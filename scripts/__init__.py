"""Set-up and start of Saydo on one machine."""
