"""The log of every change: appended, proved, played again, and streamed."""
