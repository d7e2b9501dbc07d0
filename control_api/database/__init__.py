"""How the SQLite files are opened, brought up to date, checked, kept and put back.

What is in them is not known here: a `Schema` says it of each kind of file.
"""
