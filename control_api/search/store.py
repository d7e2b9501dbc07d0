"""The SQL of full-text search: the best hits, with the places where the words are."""

import msgspec
from sqlite_utils import Database

from control_api.search.words import beginnings, part_of_title, plain
from control_api.tasks.store import COLUMNS, read_tasks
from shared.search import Hit, Piece
from shared.tasks import Task

Place = tuple[int, float]
"""Position of a task, and its rank: the lower, the better."""
Marked = list[str]
"""Title, and parts of notes and comments."""

RANKED_HITS = 2_000
"""So many of the newest tasks that have the words are ranked; who has more must say more words."""
_BEGIN, _END = "\x02", "\x03"
"""No text that a person can store has these."""
_SNIPPET_WORDS = 24

_RANKED = """
    SELECT rowid AS position, bm25(task_words, 10.0, 3.0, 1.0) AS rank FROM task_words
    WHERE task_words MATCH :beginnings ORDER BY rowid DESC LIMIT :most
"""
_PARTS = """
    SELECT rowid AS position, 0.0 AS rank FROM task_titles
    WHERE task_titles MATCH :part ORDER BY rowid DESC LIMIT :most
"""
_SHORT_PARTS = """
    SELECT position, 0.0 AS rank FROM tasks INDEXED BY tasks_in_order_of_title
    WHERE deleted_at IS NULL AND instr(title_key, :text) > 0 LIMIT :most
"""
"""Where there is no word at all to look up: signs, and one or two letters."""


def find_hits(db: Database, text: str, *, offset: int, limit: int) -> list[Hit]:
    """Find the tasks that fit best, from the place `offset` on.

    Those that have a word beginning with each of the text's words come first, the title counting
    most; then those that have the text anywhere in their title.
    """
    words, part, key = beginnings(text), part_of_title(text), plain(text)
    if not key:
        return []
    asked = {"beginnings": words, "part": part, "text": key, "most": RANKED_HITS}
    asked |= {"limit": limit, "offset": offset}
    rows = _best(db, [_RANKED], asked) if words else []
    if len(rows) < limit:
        parts = _PARTS if part else _SHORT_PARTS
        rows = _best(db, [_RANKED, parts] if words else [parts], asked)
    positions = [position for position, _ in rows]
    marked = _marked(db, words, positions) if words and positions else {}
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


def _best(db: Database, sources: list[str], asked: dict[str, str | int | None]) -> list[Place]:
    union = " UNION ALL ".join(f"SELECT * FROM ({source})" for source in sources)
    return db.execute(
        f"""
        SELECT position, min(rank) AS best FROM ({union})
        GROUP BY position ORDER BY best, position DESC LIMIT :limit OFFSET :offset
        """,
        asked,
    ).fetchall()


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
