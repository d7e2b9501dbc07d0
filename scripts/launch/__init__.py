"""All of Saydo in one terminal: what is started, how it is watched, what it says."""
