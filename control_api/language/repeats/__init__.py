"""That a task comes again, in words: "every other Tuesday at nine until May"."""
