"""The SQL of lists of things of one kind, page by page."""

from typing import TypeVar

import msgspec
from sqlite_utils import Database

from control_api.http.cursors import read_cursor, write_cursor
from control_api.input.names import name_key
from shared.things import Thing

T = TypeVar("T", bound=Thing)

_PAGE = """
    SELECT document, position FROM things
    WHERE kind = :kind AND deleted_at IS NULL AND position > :position
        AND (:task_id IS NULL OR task_id = :task_id)
        AND (
            :search IS NULL OR instr(name_key, :search) > 0
            OR (kind = 'comment' AND instr(lower(json_extract(document, '$.text')), :search) > 0)
            OR instr(lower(json_extract(document, '$.label')), :search) > 0
            OR EXISTS (
                SELECT 1 FROM json_each(document, '$.nicknames')
                WHERE instr(lower(value), :search) > 0
            )
        )
    ORDER BY position LIMIT :limit
"""


class Page(msgspec.Struct, frozen=True):
    """Which part of a list is wanted."""

    limit: int
    cursor: str | None = None
    search: str | None = None
    """Part of the name, of a label or nickname, of the words of a comment."""


def list_things(
    db: Database, kind: type[T], page: Page, *, task_id: str | None = None
) -> tuple[list[T], str | None]:
    """The things of one page, the oldest first, and the cursor of the next page.

    Raises `InvalidInputError` for a cursor that no earlier page gave.
    """
    position = 0 if page.cursor is None else read_cursor(page.cursor, int)[0]
    rows = db.execute(
        _PAGE,
        {
            "kind": kind.KIND,
            "position": position,
            "task_id": task_id,
            "search": None if page.search is None else name_key(page.search),
            "limit": page.limit + 1,
        },
    ).fetchall()
    more = len(rows) > page.limit
    return (
        [msgspec.json.decode(text, type=kind) for text, _ in rows[: page.limit]],
        write_cursor(rows[page.limit - 1][1]) if more else None,
    )
