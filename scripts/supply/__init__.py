"""What Saydo is made of that others wrote: what it is, its terms, and whether it is known bad."""
