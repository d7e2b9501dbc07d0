"""Commands that make backups and put them back."""

import re
from typing import Annotated

import typer

from command_line.connection.api import PATIENT_S, ask
from command_line.connection.this_machine import ask_here, data_here
from command_line.lookup.trash import find_trashed, list_trash
from command_line.terminal.errors import CommandLineError, UnreachableError
from command_line.terminal.options import AsJson, Yes
from command_line.terminal.printing import fail, finish, moment, print_json, say
from command_line.terminal.progress import working
from command_line.terminal.tables import show_table
from shared.backups import Backup, BackupPage, Restored
from shared.outcomes import Outcome

_BACKUP = re.compile(r"latest|\d{4}-\d\d(-\d\d(T[0-9Z-]*)?)?")
"""What names one; a title such as "2026-taxes" does not."""
Wanted = Annotated[
    str | None,
    typer.Argument(
        metavar="[WHAT]",
        help="A backup: latest, or the beginning of its name. Or something in the trash: the "
        "beginning of its id, or words of its name.",
        show_default=False,
    ),
]


def backup(*, as_json: AsJson = False) -> None:
    """Copy everything as it is now, and check the copy."""
    with working("Backing up"):
        made = ask("POST", "backups", Backup, within_s=PATIENT_S)
    if as_json:
        print_json(made)
    else:
        say(f"Backed up {len(made.files)} files, {_size(made)} bytes, as {made.id}.")
    if made.damaged:
        fail("" if as_json else f"Not sound, and left out: {', '.join(made.damaged)}.")


def backups(*, as_json: AsJson = False) -> None:
    """List the backups, the newest first; restore takes their names."""
    found = BackupPage(items=_all_backups())
    if as_json:
        print_json(found)
    elif found.items:
        _show_backups(found.items)
    else:
        say("There are no backups yet; make one with: saydo backup")


def restore(what: Wanted = None, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Put a backup back, all of it, or take something out of the trash. Both can be undone.

    Without a name it lists what there is.
    """
    if what is None:
        _list_restorable(as_json=as_json)
    elif _BACKUP.fullmatch(what):
        _restore_backup(what, yes, as_json)
    else:
        outcome = ask("POST", f"trash/{find_trashed(what).id}/restore", Outcome)
        finish(outcome, as_json=as_json)


def _restore_backup(which: str, yes: bool, as_json: bool) -> None:
    data = data_here()
    if data is None:
        raise CommandLineError(
            "A backup is put back on the machine where this Saydo runs: saydo restore there."
        )
    known = ask_here(data, list[Backup], "backups")
    named = next((each for each in known if each.id.startswith(which)), None)
    if not yes:
        as_of = moment(named.made_at) if named else "its newest backup"
        typer.confirm(
            f"Put everything, of everybody, back to {as_of}? How it is now is kept as a backup.",
            abort=True,
        )
    with working("Restoring"):
        restored = ask_here(data, Restored, "restore", which)
    if as_json:
        print_json(restored)
        return
    for sentence in restored.set_aside:
        say(sentence)
    say(f"Everything is as it was at {moment(restored.backup.made_at)}.")
    if restored.before is not None and restored.before.files:
        say(f"To take that back: saydo restore {restored.before.id}")


def _list_restorable(*, as_json: bool) -> None:
    found = _all_backups()
    try:
        trashed = list_trash(limit=20).items
    except UnreachableError:
        trashed = []  # nothing can be taken out of it now, and the backups are here all the same
    if as_json:
        print_json({"backups": found, "trash": trashed})
        return
    if found:
        say("To put everything back as it was then: saydo restore NAME")
        _show_backups(found)
    else:
        say("There are no backups yet; make one with: saydo backup")
    if trashed:
        say("\nTo take one thing out of the trash: saydo restore ID")
        show_table(
            ("deleted", "kind", "id", "name"),
            [(moment(t.deleted_at), t.kind, t.id[:8], t.name) for t in trashed],
        )


def _all_backups() -> list[Backup]:
    """Asked of Saydo, or looked up in its folder when it is not running."""
    try:
        return ask("GET", "backups", BackupPage).items
    except UnreachableError:
        data = data_here()
        if data is None:
            raise
        return ask_here(data, list[Backup], "backups")


def _show_backups(found: list[Backup]) -> None:
    rows = [(each.id, moment(each.made_at), each.reason, _size(each)) for each in found]
    show_table(("backup", "made", "for", "bytes"), rows)


def _size(made: Backup) -> str:
    return f"{sum(file.bytes for file in made.files):,}"
