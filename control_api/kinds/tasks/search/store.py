"""The SQL of full-text search: the best hits, with the places where the words are."""

import msgspec
from sqlite_utils import Database

from control_api.database.full_text import part_of_title, plain, whole_word, words
from control_api.kinds.tasks.records.store import COLUMNS, read_tasks
from control_api.kinds.tasks.search.asking import asked_beginnings
from shared.search import Hit, Piece
from shared.tasks import Task

Marked = list[str]
"""Title, and parts of notes and comments."""

RANKED_HITS = 500
"""So many of the newest tasks that have the words are ranked; who has more must say more words."""
_BEGIN, _END = "\x02", "\x03"
"""No text that a person can store has these."""
_SNIPPET_WORDS = 24

_WITH_WORDS = """
    SELECT rowid FROM task_words WHERE task_words MATCH :words AND rowid >= :oldest
    ORDER BY rowid DESC LIMIT :most
"""
_PARTS = """
    SELECT rowid FROM task_titles WHERE task_titles MATCH :part ORDER BY rowid DESC LIMIT :most
"""
_SHORT_PARTS = """
    SELECT position FROM tasks INDEXED BY tasks_in_order_of_title
    WHERE deleted_at IS NULL AND instr(title_key, :text) > 0 LIMIT :most
"""
"""Where there is no word at all to look up: signs, and one or two letters."""


def find_hits(db: Database, text: str, *, offset: int, limit: int) -> list[Hit]:
    """Find the tasks that fit best, from the place `offset` on.

    First come those with all of the words in their title, then those with words in it that begin
    so, then those with such words in title and notes, then in comments as well, and last those
    that have the text anywhere in their title; of each the newest first. What a hit is worth does
    not depend on all the others, as it does for BM25: counting those takes the longer the more
    tasks there are.
    """
    key = plain(text)
    if not key:
        return []
    said = words(text)
    asked = asked_beginnings(db, said)
    ranked = _ranked(db, asked, " AND ".join(map(whole_word, said))) if said else []
    found = ranked
    if len(found) < offset + limit:
        found = list(dict.fromkeys([*ranked, *_with_part(db, text, key)]))
    positions = found[offset : offset + limit]
    with_words = sorted(set(positions) & set(ranked))
    marked = _marked(db, asked, with_words) if with_words else {}
    tasks = _tasks(db, positions)
    return [
        _hit(tasks[position], marked[position])
        if position in marked
        else Hit(
            task=tasks[position],
            title=mark_part(tasks[position].title, key),
            notes=[],
            comments=[],
        )
        for position in positions
    ]


def _ranked(db: Database, beginnings: str, whole: str) -> list[int]:
    """The newest tasks with words that begin so, the best first."""

    def newest(words: str, oldest: int) -> list[int]:
        asked = {"words": words, "oldest": oldest, "most": RANKED_HITS}
        return [position for (position,) in db.execute(_WITH_WORDS, asked)]

    anywhere = newest(beginnings, 0)
    if len(anywhere) < 2:  # noqa: PLR2004 (one is the best already)
        return anywhere
    oldest = anywhere[-1]
    better = (
        f"{{title}} : ({whole})",
        f"{{title}} : ({beginnings})",
        f"{{title notes}} : ({beginnings})",
    )
    ranked = [position for each in better for position in newest(each, oldest)]
    return list(dict.fromkeys([*ranked, *anywhere]))


def _with_part(db: Database, text: str, key: str) -> list[int]:
    """The tasks with the text anywhere in their title, the newest first."""
    part = part_of_title(text)
    asked = {"part": part, "text": key, "most": RANKED_HITS}
    rows = db.execute(_PARTS if part else _SHORT_PARTS, asked)
    return sorted((position for (position,) in rows), reverse=True)


def rebuild_indexes(db: Database) -> None:
    """Make the full-text indexes anew; what was deleted leaves no trace in them then."""
    for index in ("task_words", "task_titles"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _tasks(db: Database, positions: list[int]) -> dict[int, Task]:
    rows = db.execute(
        f"""
        SELECT position, {COLUMNS} FROM tasks
        WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position
        """,
        [msgspec.json.encode(positions).decode()],
    ).fetchall()
    tasks = read_tasks(db, [row[1:] for row in rows])
    return dict(zip((row[0] for row in rows), tasks, strict=True))


def _marked(db: Database, words: str, positions: list[int]) -> dict[int, Marked]:
    """The texts of those tasks that have the words, with marks around the words."""
    # In one go, which begins at the lowest: FTS5 begins anew for each row that is looked up.
    rows = db.execute(
        f"""
        SELECT rowid, highlight(task_words, 0, :begin, :end),
            snippet(task_words, 1, :begin, :end, '…', {_SNIPPET_WORDS}),
            snippet(task_words, 2, :begin, :end, '…', {_SNIPPET_WORDS})
        FROM task_words WHERE task_words MATCH :words AND rowid >= :lowest
            AND +rowid IN (SELECT value FROM json_each(:positions))
        """,
        {
            "begin": _BEGIN,
            "end": _END,
            "words": words,
            "lowest": min(positions),
            "positions": msgspec.json.encode(positions).decode(),
        },
    )
    return {position: marked for position, *marked in rows}


def _hit(task: Task, marked: Marked) -> Hit:
    title, notes, comments = map(_pieces, marked)
    return Hit(task=task, title=title, notes=_if_found(notes), comments=_if_found(comments))


def _pieces(marked: str) -> list[Piece]:
    """The stretches of a text that has marks in it."""
    pieces = []
    for stretch in marked.split(_BEGIN):
        found, end, rest = stretch.rpartition(_END)
        pieces += [Piece(found, found=True), Piece(rest)] if end else [Piece(rest)]
    return [piece for piece in pieces if piece.text]


def _if_found(pieces: list[Piece]) -> list[Piece]:
    return pieces if any(piece.found for piece in pieces) else []


def mark_part(title: str, key: str) -> list[Piece]:
    """The title in pieces, with the first place marked that has the key of the text."""
    folded, origins = [], []
    for index, character in enumerate(title):
        for small in character.casefold():
            folded.append(small)
            origins.append(index)
    place = "".join(folded).find(key)
    if place < 0:
        return [Piece(title)]
    first, last = origins[place], origins[place + len(key) - 1]
    pieces = [Piece(title[:first]), Piece(title[first : last + 1], found=True)]
    return [piece for piece in [*pieces, Piece(title[last + 1 :])] if piece.text]
