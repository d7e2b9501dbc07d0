"""Commands that move everything in and out."""

import os
from pathlib import Path
from typing import Annotated

import typer

from command_line.connection.api import PATIENT_S, ask, with_client
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import fail, print_json, say
from command_line.terminal.progress import working
from command_line.terminal.tables import show_table
from shared.events import Kind
from shared.moving import ExportFormat, ExportReport, ImportFormat, ImportReport, Loss

Format = Annotated[ExportFormat, typer.Option("--format", help="Kind of file; see moving.md.")]
FormatIn = Annotated[
    ImportFormat | None,
    typer.Option("--format", help="Kind of file; by its name when left out."),
]
_SEVERAL: dict[Kind, str] = {
    "task": "tasks",
    "project": "projects",
    "tag": "tags",
    "person": "people",
    "filter": "filters",
    "comment": "comments",
    "occurrence": "times of repeats",
    "timer": "timers",
    "alarm": "alarms",
}
_BY_SUFFIX: dict[str, ImportFormat] = {".json": "saydo", ".csv": "csv", ".ics": "ics"}


def export_file(
    file: Annotated[Path, typer.Argument(help="Where to write it; - prints it.")],
    *,
    form: Format = "saydo",
    history: Annotated[bool, typer.Option("--history", help="With everything that happened.")] = (
        False
    ),
    as_json: AsJson = False,
) -> None:
    """Write everything into a file, and say what the format has no place for."""
    printed = str(file) == "-"
    if printed and as_json:
        raise CommandLineError("With - the file itself is printed; leave --json out.")
    if not printed and file.exists():
        raise CommandLineError(f"{file} is there already; give another name.")
    query = {"format": form, "history": str(history).lower()}
    with working("Exporting"):
        content = with_client(
            lambda client: client.download("/api/v1/export", query), within_s=PATIENT_S
        )
        report = ask("GET", "export/report", ExportReport, query={"format": form})
    if printed:
        typer.get_binary_stream("stdout").write(content)
        return
    _write(file, content)
    if as_json:
        print_json({"file": str(file), "bytes": len(content), "report": report})
        return
    counted = ", ".join(_counted(kind, number) for kind, number in report.counts.items() if number)
    say(f"Wrote {len(content):,} bytes into {file}: {counted or 'nothing yet'}.")
    _tell_losses(report.losses)


def import_file(
    file: Annotated[Path, typer.Argument(help="The file to take in.")],
    *,
    form: FormatIn = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also when it changes much.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take a file in, as one command that can be undone; say what it has no place for."""
    chosen = form or _BY_SUFFIX.get(file.suffix.casefold())
    if chosen is None:
        raise CommandLineError("Say what kind of file it is, such as --format taskwarrior.")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandLineError(f"{file} can't be read ({error.strerror}).") from error
    query = {
        "format": chosen,
        "dry_run": str(dry_run).lower(),
        "force": str(force).lower(),
        "name": file.stem,
    }
    with working("Importing"):
        report = with_client(
            lambda client: client.upload("/api/v1/import", query, content, ImportReport),
            within_s=PATIENT_S,
        )
    if as_json:
        print_json(report)
    else:
        _tell(report)
    if report.stops is not None:
        fail("" if as_json else report.stops)


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.rename(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CommandLineError(f"{file} can't be written ({error.strerror}).") from error


def _tell(report: ImportReport) -> None:
    headings = ("new", "changed", "restored", "same", "kept", "trashed")
    rows = [
        (_SEVERAL[kind], *(str(getattr(counts, name) or "") for name in headings))
        for kind, counts in report.counts.items()
    ]
    used = [number for number in range(len(headings) + 1) if any(row[number] for row in rows)]
    if rows:
        show_table(
            [("", *headings)[number] for number in used],
            [[row[number] for number in used] for row in rows],
        )
    _tell_losses(report.losses)
    for warning in report.warnings:
        say(warning)
    if report.dry_run:
        say("Nothing was changed yet.")
    elif not any(c.new or c.changed or c.restored or c.trashed for c in report.counts.values()):
        say("All of it was here already; nothing was changed.")
    elif report.command_id is not None:
        say(f"To take it back: saydo undo {report.command_id}")


def _counted(kind: Kind, number: int) -> str:
    return f"1 {kind}" if number == 1 else f"{number:,} {_SEVERAL[kind]}"


def _tell_losses(losses: list[Loss]) -> None:
    if losses:
        rows = [
            (each.field, f"{each.count}x", each.what + (" (kept aside)" if each.kept else ""))
            for each in losses
        ]
        show_table(("field", "", "what becomes of it"), rows)
