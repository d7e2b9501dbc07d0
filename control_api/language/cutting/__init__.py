"""Where what was said is cut: into sentences, errands and the things in a row."""
