"""Saydo's own format: a whole workspace, nothing lost."""

from typing import Any, BinaryIO

import msgspec

from control_api.database.clock import utc_stamp
from control_api.edges.exchange.parts.bundle import Bundle, bad
from control_api.edges.exchange.parts.json_stream import JsonStream, kept_items
from control_api.edges.exchange.parts.limits import Tally
from control_api.edges.exchange.parts.losses import Circumstances
from control_api.edges.exchange.parts.records import decode
from control_api.edges.exchange.parts.texts import text_of
from control_api.kinds.tasks.records.document import told
from shared.bells import Alarm, Timer
from shared.tasks import Task
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag, Thing
from shared.voice_settings import VoiceSettings

VERSION = 1


_LISTS: dict[str, type[Task | Thing]] = {
    "tasks": Task,
    "projects": Project,
    "tags": Tag,
    "people": Person,
    "filters": SavedFilter,
    "comments": Comment,
    "occurrences": Occurrence,
    "timers": Timer,
    "alarms": Alarm,
    "settings": VoiceSettings,
}


def read(file: BinaryIO, circumstances: Circumstances) -> Bundle:
    """Read a whole workspace. Raises `InvalidInputError` that says where the fault is."""
    del circumstances
    stream = JsonStream(text_of(file))
    bundle = Bundle()
    kept: dict[str, list[bytes]] = {}
    said: dict[str, Any] = {}
    for name in stream.fields():
        if name in _LISTS:
            kept[name] = kept_items(stream, bundle.tally)
        elif name == "trash":
            bundle.trash = _trash(stream, bundle.tally)
        elif name in {"format", "version"}:
            said[name] = decode(stream.value(), f"Line {stream.line}")
        else:
            stream.skip()
    stream.finish()
    _check_header(said)
    for name, kind in _LISTS.items():
        setattr(bundle, name, _decoded(name, kind, kept.pop(name, [])))
    return bundle


def _trash(stream: JsonStream, tally: Tally) -> dict[str, str]:
    trash = {}
    for thing_id in stream.fields():
        at = decode(stream.value(), "trash")
        if not isinstance(at, str):
            raise bad("The file", "trash must say since when a thing is in it.")
        tally.add()
        trash[thing_id] = at
    return trash


def _check_header(said: dict[str, Any]) -> None:
    version = said.get("version")
    if said.get("format") != "saydo" or not isinstance(version, int):
        raise bad("The file", "It is no export of Saydo: it has no format and version of it.")
    if version > VERSION:
        raise bad("The file", "A newer Saydo has written it. Update this one to read it.")


def _decoded(name: str, kind: type[Task | Thing], kept: list[bytes]) -> list[Any]:
    decoder = msgspec.json.Decoder(kind)
    things = []
    for number, text in enumerate(kept):
        kept[number] = b""  # nobody needs it any more
        try:
            things.append(decoder.decode(text))
        except msgspec.DecodeError as error:
            fault = str(error).replace("`$", f"`$.{name}[{number}]")
            raise bad("The file", f"{fault}. Correct it there.") from error
    return things


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
        "timers": bundle.timers,
        "alarms": bundle.alarms,
        "settings": bundle.settings,
        **bundle.others,
        "trash": bundle.trash,
    }
    if bundle.events:
        content["events"] = bundle.events
    return msgspec.json.encode(content)
