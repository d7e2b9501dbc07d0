"""Time words of a text, read by Duckling in processes of their own.

Duckling's effort can double with each time word, and only the end of its process ends it. So it
lives in small ones (`child`), which the system itself ends when a text takes them longer than it
may, or more memory. `finding.find_phrases` is how the rest of Saydo asks.
"""
