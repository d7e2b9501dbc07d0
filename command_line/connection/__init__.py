"""How Saydo is reached: where it is, as whom, and over what."""
