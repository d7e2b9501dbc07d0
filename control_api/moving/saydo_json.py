"""Saydo's own format: a whole workspace, nothing lost."""

from typing import Any, BinaryIO

import msgspec

from control_api.clock import utc_stamp
from control_api.moving.bundle import Bundle, bad
from control_api.moving.json_stream import JsonStream
from control_api.moving.losses import Circumstances
from control_api.moving.records import decode
from control_api.moving.texts import text_of
from control_api.tasks.document import told
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag, Thing

VERSION = 1


_LISTS: dict[str, type[Task | Thing]] = {
    "tasks": Task,
    "projects": Project,
    "tags": Tag,
    "people": Person,
    "filters": SavedFilter,
    "comments": Comment,
    "occurrences": Occurrence,
}


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read a whole workspace. Raises `InvalidInputError` that says where the fault is."""
    del circumstances
    reader = _Reader(JsonStream(text_of(file)))
    reader.read()
    return reader.bundle


class _Reader:
    def __init__(self, stream: JsonStream) -> None:
        self.bundle = Bundle()
        self._stream = stream
        self._said: dict[str, Any] = {}
        """Format and version."""

    def read(self) -> None:
        """All of the file, into the bundle."""
        stream = self._stream
        if stream.peek() != "{":
            stream.skip()
            raise bad("The file", "It is no export of Saydo.")
        for name in stream.fields():
            if name in _LISTS:
                self._things(name, _LISTS[name])
            elif name == "trash":
                self._trash()
            elif name in {"format", "version"}:
                self._said[name] = decode(stream.value(), f"Line {stream.line}")
            else:
                stream.skip()
        stream.finish()
        self._check_header()

    def _things(self, name: str, kind: type[Task | Thing]) -> None:
        things: list[Any] = getattr(self.bundle, name)
        decoder = msgspec.json.Decoder(kind)
        for number, _ in enumerate(self._stream.items()):
            text = self._stream.value()
            try:
                thing = decoder.decode(text)
            except msgspec.DecodeError as error:
                self._check_header()
                fault = str(error).replace("`$", f"`$.{name}[{number}]")
                raise bad("The file", f"{fault}. Correct it there.") from error
            self.bundle.add(things, thing)

    def _trash(self) -> None:
        for thing_id in self._stream.fields():
            at = decode(self._stream.value(), "trash")
            if not isinstance(at, str):
                raise bad("The file", "trash must say since when a thing is in it.")
            self.bundle.tally.add()
            self.bundle.trash[thing_id] = at

    def _check_header(self) -> None:
        """`format` and `version` stand before all else."""
        version = self._said.get("version")
        if self._said.get("format") != "saydo" or not isinstance(version, int):
            raise bad("The file", "It is no export of Saydo: it has no format and version of it.")
        if version > VERSION:
            raise bad("The file", "A newer Saydo has written it. Update this one to read it.")


def write(bundle: Bundle, circumstances: Circumstances) -> bytes:
    """Write everything; ``events`` is the history, for people to read."""
    del circumstances
    content: dict[str, Any] = {
        "format": "saydo",
        "version": VERSION,
        "exported_at": utc_stamp(),
        "projects": bundle.projects,
        "tags": bundle.tags,
        "people": bundle.people,
        "filters": bundle.filters,
        "tasks": [told(task) for task in bundle.tasks],
        "comments": bundle.comments,
        "occurrences": bundle.occurrences,
        "trash": bundle.trash,
    }
    if bundle.events:
        content["events"] = bundle.events
    return msgspec.json.encode(content)
