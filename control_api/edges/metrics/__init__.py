"""Numbers for who watches over this Saydo."""
