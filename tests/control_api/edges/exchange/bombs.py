"""Small files that unpack to very many records."""

import zipfile
from io import BytesIO

from shared.moving import ImportFormat

_ITEM = b'{"id":1,"content":"a"}'
_TASK = b'{"id":1,"title":"a"}'
_RECORD = b'{"uuid":"b0b00000-0000-4000-8000-000000000000","status":"pending","description":"a"}'
_SAYDO = (
    b'{"id":"b0b00000-0000-4000-8000-000000000000","title":"a","status":"todo","due":null,'
    b'"time_zone":null,"project":null,"created_at":"","updated_at":""}'
)


_PARTS: dict[ImportFormat, tuple[bytes, bytes, bytes, bytes]] = {
    "csv": (b"title\n", b"a\n", b"", b""),
    "todoist-csv": (b"TYPE,CONTENT\n", b"task,a\n", b"", b""),
    "ics": (b"BEGIN:VCALENDAR\n", b"BEGIN:VTODO\nEND:VTODO\n", b"", b"END:VCALENDAR\n"),
    "taskwarrior": (b"[", _RECORD, b",", b"]"),
    "todoist-json": (b'{"items":[', _ITEM, b",", b"]}"),
    "vikunja": (b'[{"id":1,"title":"A","tasks":[', _TASK, b",", b"]}]"),
    "saydo": (b'{"format":"saydo","version":1,"tasks":[', _SAYDO, b",", b"]}"),
}
"""What stands before all, what is there many times, what is between, and what ends it."""


def content(form: ImportFormat, count: int) -> bytes:
    """The file of that format, before it is packed."""
    begin, record, between, end = _PARTS[form]
    return begin + between.join([record] * count) + end


_NAMES: dict[ImportFormat, str] = {
    "csv": "a.csv",
    "todoist-csv": "a.csv",
    "ics": "a.ics",
    "vikunja": "data.json",
}


def bomb(form: ImportFormat, count: int) -> bytes:
    """The same, packed."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("VERSION", "1")
        archive.writestr(_NAMES.get(form, "a.json"), content(form, count))
    return packed.getvalue()
