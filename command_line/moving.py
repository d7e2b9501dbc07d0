"""Commands that move everything in, out, and into backups."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from command_line.calls import ask, with_client
from command_line.errors import CommandLineError
from command_line.looking import moment
from command_line.showing import AsJson, console, fail, print_json, say, show_table
from shared.backups import Backup, BackupPage
from shared.moving import ExportFormat, ImportFormat, ImportReport

Format = Annotated[ExportFormat, typer.Option("--format", help="Kind of file; see moving.md.")]
FormatIn = Annotated[ImportFormat, typer.Option("--format", help="Kind of file; see moving.md.")]


def export_file(
    file: Annotated[Path, typer.Argument(help="Where to write it; - prints it.")],
    *,
    form: Format = "saydo",
    history: Annotated[bool, typer.Option("--history", help="With everything that happened.")] = (
        False
    ),
) -> None:
    """Write everything into a file."""
    if str(file) != "-" and file.exists():
        raise CommandLineError(f"{file} is there already; give another name.")
    query = {"format": form, "history": str(history).lower()}
    with _waiting("Exporting"):
        content = with_client(lambda client: client.download("/api/v1/export", query))
    if str(file) == "-":
        typer.get_binary_stream("stdout").write(content)
        return
    file.write_bytes(content)
    say(f"Wrote {len(content):,} bytes into {file}.")


def import_file(
    file: Annotated[Path, typer.Argument(help="The file to take in.")],
    *,
    form: FormatIn = "saydo",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also when it changes much.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take a file in, as one command that can be undone; say what it has no place for."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandLineError(f"{file} can't be read ({error.strerror}).") from error
    query = {"format": form, "dry_run": str(dry_run).lower(), "force": str(force).lower()}
    with _waiting("Importing"):
        report = with_client(
            lambda client: client.upload("/api/v1/import", query, content, ImportReport)
        )
    if as_json:
        print_json(report)
    else:
        _tell(report)
    if report.stops is not None:
        fail("" if as_json else report.stops)


def backup(*, as_json: AsJson = False) -> None:
    """Copy everything as it is now, and check the copy."""
    with _waiting("Backing up"):
        made = ask("POST", "backups", Backup)
    if as_json:
        print_json(made)
    else:
        size = sum(file.bytes for file in made.files)
        say(f"Backed up {len(made.files)} files, {size:,} bytes, as {made.id}.")
    if made.damaged:
        fail("" if as_json else f"Not sound, and left out: {', '.join(made.damaged)}.")


def backups(*, as_json: AsJson = False) -> None:
    """List the backups, the newest first."""
    found = ask("GET", "backups", BackupPage)
    if as_json:
        print_json(found)
    elif found.items:
        rows = [
            (each.id, moment(each.made_at), each.reason, f"{sum(f.bytes for f in each.files):,}")
            for each in found.items
        ]
        show_table(("backup", "made", "for", "bytes"), rows)
    else:
        say("There are no backups yet; make one with: saydo backup")


def _tell(report: ImportReport) -> None:
    rows = [
        (
            kind,
            *(
                str(number) if number else ""
                for number in (counts.new, counts.changed, counts.restored, counts.same)
            ),
        )
        for kind, counts in report.counts.items()
    ]
    show_table(("kind", "new", "changed", "restored", "the same"), rows)
    for loss in report.losses:
        say(f"{loss.field}: {loss.what}")
    for warning in report.warnings:
        say(warning)
    if report.dry_run:
        say("Nothing was changed yet.")
    elif report.command_id is not None:
        say(f"To take it back: saydo undo {report.command_id}")


def _waiting(what: str) -> Progress:
    """Something that moves, on a terminal, while there is nothing to see."""
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=console(),
        transient=True,
        disable=not console().is_terminal,
    )
    progress.add_task(what)
    return progress
