"""The formats by name: how each is read, written and called."""

from collections.abc import Callable
from typing import BinaryIO

import msgspec

from control_api.edges.exchange.formats import (
    ical,
    ical_export,
    saydo_csv,
    saydo_json,
    taskwarrior,
    taskwarrior_export,
    todoist_csv,
    todoist_csv_export,
    todoist_json,
    todoist_json_export,
    todotxt_export,
    vikunja,
)
from control_api.edges.exchange.intake.fitting import fit
from control_api.edges.exchange.parts.archive import Archive, is_zip
from control_api.edges.exchange.parts.bundle import Bundle, bad
from control_api.edges.exchange.parts.losses import Circumstances
from shared.moving import ExportFormat, ImportFormat

Read = Callable[[BinaryIO, Circumstances], Bundle]
Write = Callable[[Bundle, Circumstances], bytes]


class Writing(msgspec.Struct, frozen=True):
    """How a format is written."""

    write: Write
    media_type: str
    suffix: str


WRITE: dict[ExportFormat, Writing] = {
    "saydo": Writing(saydo_json.write, "application/json", "json"),
    "todotxt": Writing(todotxt_export.write, "text/plain; charset=utf-8", "txt"),
    "ics": Writing(ical_export.write, "text/calendar; charset=utf-8", "ics"),
    "todoist-csv": Writing(todoist_csv_export.write, "application/zip", "zip"),
    "todoist-json": Writing(todoist_json_export.write, "application/json", "json"),
    "taskwarrior": Writing(taskwarrior_export.write, "application/json", "json"),
    "csv": Writing(saydo_csv.write, "text/csv; charset=utf-8", "csv"),
}
_READ: dict[ImportFormat, tuple[Read, str]] = {
    "saydo": (saydo_json.read, ".json"),
    "csv": (saydo_csv.read, ".csv"),
    "ics": (ical.read, ".ics"),
    "todoist-csv": (todoist_csv.read, ""),
    "todoist-json": (todoist_json.read, ".json"),
    "taskwarrior": (taskwarrior.read, ".json"),
    "vikunja": (vikunja.read, ""),
}
"""How a format is read, and what its file is called inside a zip; empty when it is one itself."""


def read_file(file: BinaryIO, form: ImportFormat, circumstances: Circumstances) -> Bundle:
    """Read a file whole. Blocks.

    Raises `InvalidInputError` that names the line or record, and `TooLargeError` for a file that
    holds more than an import takes.
    """
    read, suffix = _READ[form]
    try:
        if suffix and is_zip(file):
            with _only_file(file, suffix) as unpacked:
                bundle = read(unpacked, circumstances)
        else:
            bundle = read(file, circumstances)
    except (RecursionError, UnicodeError) as error:
        raise bad("The file", "It is nested too deeply, or is no text.") from error
    return bundle if form == "saydo" else fit(bundle)


def write_file(bundle: Bundle, form: ExportFormat, circumstances: Circumstances) -> bytes:
    """Write a whole workspace, and note in the bundle what was lost. Blocks."""
    return WRITE[form].write(bundle, circumstances)


def _only_file(file: BinaryIO, suffix: str) -> BinaryIO:
    archive = Archive(file)
    names = [name for name in archive.names if name.lower().endswith(suffix)]
    if len(names) != 1:
        raise bad("The file", f"There must be one {suffix} file in the zip, not {len(names)}.")
    return archive.open(names[0])
