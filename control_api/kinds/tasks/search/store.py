"""The SQL of full-text search: the best hits, with the places where the words are."""

import msgspec
from sqlite_utils import Database

from control_api.database.full_text import (
    part,
    part_key,
    plain,
    short_part,
    whole_word,
    words,
)
from control_api.kinds.tasks.records.store import COLUMNS, read_tasks
from control_api.kinds.tasks.search.asking import asked_beginnings
from control_api.kinds.tasks.search.marks import (
    BEGIN,
    END,
    mark_part,
    mark_part_of_long,
    read_marks,
)
from shared.search import Hit, Piece
from shared.tasks import Task

Marked = tuple[list[Piece], list[Piece], list[Piece]]
"""Title, and parts of notes and comments."""

RANKED_HITS = 500
"""So many of the newest tasks that have the words are ranked; who has more must say more words."""
_SHORT_PLACES = 5_000
"""At so many places of the notes and comments one or two letters are looked up."""
_SNIPPET_WORDS = 24

_WITH_WORDS = """
    SELECT rowid FROM task_words WHERE task_words MATCH :words AND rowid >= :oldest
    ORDER BY rowid DESC LIMIT :most
"""
_PARTS = """
    SELECT rowid FROM {index} WHERE {index} MATCH :part ORDER BY rowid DESC LIMIT :most
"""
_SHORT_PARTS_OF_TITLES = """
    SELECT position FROM tasks INDEXED BY tasks_in_order_of_title
    WHERE deleted_at IS NULL AND instr(title_key, :text) > 0 LIMIT :most
"""
_SHORT_PARTS_OF_NOTES = """
    SELECT doc FROM (
        SELECT doc, col FROM task_notes_places
        WHERE term >= :first AND term < :after LIMIT :most
    )
    GROUP BY doc ORDER BY max(col) DESC, doc DESC
"""
"""The column of the notes is the last by its name."""


def find_hits(db: Database, text: str, *, offset: int, limit: int) -> list[Hit]:
    """Find the tasks that fit best, from the place `offset` on.

    First come those with all of the words in their title, then those with words in it that begin
    so, then those with such words in title and notes, then in comments as well, then those that
    have the text anywhere in their title, and last anywhere in their notes and comments; of each
    the newest first. What a hit is worth does not depend on all the others, as it does for BM25:
    counting those takes the longer the more tasks there are.
    """
    if not plain(text):
        return []
    said = words(text)
    asked = asked_beginnings(db, said)
    ranked = _ranked(db, asked, " AND ".join(map(whole_word, said))) if said else []
    found = ranked
    for more in (_with_part_of_title, _with_part_of_notes):
        if len(found) < offset + limit:
            found = list(dict.fromkeys([*found, *more(db, text)]))
    positions = found[offset : offset + limit]
    with_words = sorted(set(positions) & set(ranked))
    tasks = _tasks(db, positions)
    marked = _marked(db, asked, with_words) if with_words else {}
    others = {position: tasks[position] for position in positions if position not in marked}
    marked |= _with_part_marked(db, part_key(text), others) if others else {}
    return [
        Hit(task=tasks[position], title=title, notes=notes, comments=comments)
        for position in positions
        for title, notes, comments in [marked[position]]
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


def _with_part_of_title(db: Database, text: str) -> list[int]:
    """The tasks with the text anywhere in their title, the newest first."""
    asked = {"part": part(text), "text": plain(text), "most": RANKED_HITS}
    # Where there is no word at all to look up: signs, and one or two letters.
    query = _PARTS.format(index="task_titles") if asked["part"] else _SHORT_PARTS_OF_TITLES
    return sorted((position for (position,) in db.execute(query, asked)), reverse=True)


def _with_part_of_notes(db: Database, text: str) -> list[int]:
    """The tasks with the text anywhere in their notes, then those with it in comments."""
    between = short_part(text)
    if between is not None:
        first, after = between
        given = {"first": first, "after": after, "most": _SHORT_PLACES}
        return [position for (position,) in db.execute(_SHORT_PARTS_OF_NOTES, given)]
    query = _PARTS.format(index="task_notes")
    asked = part(text)
    return [
        position
        for each in (f"{{notes}} : {asked}", asked)
        for (position,) in db.execute(query, {"part": each, "most": RANKED_HITS})
    ]


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
            "begin": BEGIN,
            "end": END,
            "words": words,
            "lowest": min(positions),
            "positions": msgspec.json.encode(positions).decode(),
        },
    )
    return {
        position: (read_marks(title), _if_found(read_marks(notes)), _if_found(read_marks(comments)))
        for position, title, notes, comments in rows
    }


def _with_part_marked(db: Database, key: str, tasks: dict[int, Task]) -> dict[int, Marked]:
    """The texts of tasks, with marks around the first part that has the key."""
    rows = db.execute(
        """
        SELECT position, notes, comments FROM task_texts
        WHERE position IN (SELECT value FROM json_each(?))
        """,
        [msgspec.json.encode(list(tasks)).decode()],
    )
    return {
        position: (
            mark_part(tasks[position].title, key),
            mark_part_of_long(notes, key),
            mark_part_of_long(comments, key),
        )
        for position, notes, comments in rows
    }


def _if_found(pieces: list[Piece]) -> list[Piece]:
    return pieces if any(piece.found for piece in pieces) else []
