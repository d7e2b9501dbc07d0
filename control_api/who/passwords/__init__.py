"""Passwords: kept as argon2id hashes, checked in even time, slowly after failures."""
