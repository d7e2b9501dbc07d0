"""The command line client, ``saydo``: one caller of the API among others."""
