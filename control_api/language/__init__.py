"""From words to a plan, and from what came of it to words. No database, no HTTP.

What is known of a language is data, in ``languages/``; whatever reads or says it is given it.
"""
