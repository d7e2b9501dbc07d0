"""What the full-text index is asked for, with the words that it has."""

from sqlite_utils import Database

from control_api.database.full_text import (
    LONGEST_INDEXED_BEGINNING,
    beginning,
    spellings,
    whole_word,
)

MOST_FORMS = 8
"""Words of the index; of a beginning that more words have it is asked for the beginning."""
_AFTER = "\x01"
"""Comes before all that words are made of."""


def asked_beginnings(db: Database, words: list[str]) -> str:
    """Ask for tasks that have, for each of the words, a word that begins with it.

    For a beginning FTS5 first puts together all that it knows of each word, for words it reads no
    more than it gives.
    """
    return " AND ".join(_any_form(db, word) for word in words)


def _any_form(db: Database, word: str) -> str:
    forms: list[str] = []
    # Other letters than these may be written in another way in the index.
    if (
        len(word) > LONGEST_INDEXED_BEGINNING
        and word.isascii()
        and word.isalnum()
        and len(spellings(word)) == 1
    ):
        forms = _forms(db, word)
    if not 0 < len(forms) <= MOST_FORMS:
        return beginning(word)
    return f"({' OR '.join(map(whole_word, forms))})"


def _forms(db: Database, word: str) -> list[str]:
    """The words of the index that begin so, in their order; one too many when there are more."""
    forms: list[str] = []
    place = word
    while len(forms) <= MOST_FORMS:
        # The next word, and not the next place where the word is, of which there may be many.
        row = db.execute(
            "SELECT term FROM task_words_places WHERE term >= ? LIMIT 1", [place]
        ).fetchone()
        if row is None or not row[0].startswith(word):
            break
        forms.append(row[0])
        place = row[0] + _AFTER
    return forms
