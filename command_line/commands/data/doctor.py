"""The command that finds out whether all is well."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from command_line.connection.api import with_client
from command_line.connection.this_machine import ask_here, data_here, find_login
from command_line.terminal.errors import UnreachableError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, say
from command_line.terminal.progress import working
from command_line.terminal.tables import show_table
from shared.accounts import Me
from shared.client import SaydoClient, SaydoProblemError
from shared.reminders import SilentReminders


class FileReport(msgspec.Struct, frozen=True):
    """How one file is, as the Saydo of this machine tells it."""

    name: str
    faults: list[str]
    remedy: str = ""
    events: int | None = None
    backup: str = ""


class Check(msgspec.Struct, frozen=True):
    """One question, and the answer."""

    what: str
    is_well: bool
    found: str


class Diagnosis(msgspec.Struct, frozen=True):
    """All that was looked at."""

    well: bool
    address: str | None
    checks: list[Check] = []
    files: list[FileReport] = []
    silent_reminders: list[str] = []
    """What keeps the next reminders from going out; it can be meant so, and is no fault."""


def doctor(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Only these: database files, data folders, backups.",
            show_default=False,
        ),
    ] = None,
    *,
    quick: Annotated[bool, typer.Option("--quick", help="Leave the stored files out.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find out whether all is well, and say what to do; exit with 1 when it is not.

    Of each file, the log of all changes is played from its beginning, and must give the tables.
    """
    found = _examine(files) if files else _look(quick=quick)
    if as_json:
        print_json(found)
    else:
        _tell(found)
    if not found.well:
        raise typer.Exit(1)


def _examine(files: list[Path]) -> Diagnosis:
    with working("Checking") as looked:
        paths = [str(file.expanduser().absolute()) for file in files]
        reports = ask_here("", list[FileReport], "check", *paths, looked=looked)
    well = not any(report.faults for report in reports)
    return Diagnosis(well=well, address=None, files=reports)


def _look(*, quick: bool) -> Diagnosis:
    checks: list[Check] = []
    silent: list[str] = []
    login = find_login()
    try:
        checks, silent = with_client(_ask_all)
    except UnreachableError as error:
        checks = [Check("answers", is_well=False, found=str(error))]
    except SaydoProblemError as error:
        checks = [Check("signed in", is_well=False, found=f"{error} Run: saydo login")]
    data = data_here()
    reports = []
    if data is not None and not quick:
        with working("Checking the stored files") as looked:
            reports = ask_here(data, list[FileReport], "check", looked=looked)
    well = all(check.is_well for check in checks) and not any(each.faults for each in reports)
    return Diagnosis(well, login.address, checks, reports, silent)


async def _ask_all(client: SaydoClient) -> tuple[list[Check], list[str]]:
    health = await client.ask("GET", "/api/v1/health", dict[str, Any])
    version = health.get("versions", {}).get("saydo", "?")
    me = await client.ask("GET", "/api/v1/me", Me)
    checks = [
        Check("answers", is_well=True, found=f"Saydo {version}"),
        Check("signed in", is_well=True, found=f"as {me.name or 'the owner'}, {me.time_zone}"),
        await _readiness(client),
    ]
    silent = await client.ask("GET", "/api/v1/reminders/silent", SilentReminders)
    return checks, silent.items


async def _readiness(client: SaydoClient) -> Check:
    try:
        await client.ask("GET", "/api/v1/ready", dict[str, Any])
    except SaydoProblemError:
        # The database has just answered, and ready asks for nothing else.
        found = "the LiveKit server does not answer; all but talking works"
        return Check("ready to talk", is_well=False, found=found)
    return Check("ready to talk", is_well=True, found="yes")


def _tell(found: Diagnosis) -> None:
    if found.checks:
        rows = [(_mark(is_well=check.is_well), check.what, check.found) for check in found.checks]
        show_table(("", "", ""), rows)
    _tell_of_files(found)
    for silent in found.silent_reminders:
        say(f"!  {silent}")
    if found.checks and not found.silent_reminders and all(c.is_well for c in found.checks[:2]):
        say("✓  Every reminder can go out.")


def _tell_of_files(found: Diagnosis) -> None:
    sound = [report for report in found.files if not report.faults]
    if found.address is None:
        show_table(
            ("", "", ""), [(_mark(is_well=True), each.name, _played(each)) for each in sound]
        )
    elif sound:
        played = sum(report.events or 0 for report in sound)
        what = f"{len(sound)} stored files are sound"
        say(f"✓  {what}: {played:,} changes, played from the first, give all that is stored.")
    for report in found.files:
        if report.faults:
            say(f"✗  {report.name} is not sound:")
            backup = f"That is: saydo restore {report.backup}"
            for line in filter(None, (*report.faults, report.remedy, report.backup and backup)):
                say(f"   {line}")


def _mark(*, is_well: bool) -> str:
    return "✓" if is_well else "✗"


def _played(report: FileReport) -> str:
    if report.events is None:
        return "sound"
    return f"sound: {report.events:,} changes, played from the first, give all that is stored"
