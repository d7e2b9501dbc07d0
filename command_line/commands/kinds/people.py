"""Commands about people."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from command_line.commands.kinds.changes import NewName, change, change_named, only_given
from command_line.commands.kinds.listing import MOST, list_alone, show_things
from command_line.connection.api import ask
from command_line.lookup.names import find_named
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import NONE, AsJson, Limit
from command_line.terminal.printing import quoted
from shared.thing_actions import CreatePerson, DeletePerson, UpdatePerson
from shared.things import Contact, Person, PersonPage

people = typer.Typer(help="List people; make, change and remove them.")

Who = Annotated[str, typer.Argument(help="A name or nickname, or part of it, or the id.")]
Nickname = Annotated[
    list[str] | None, typer.Option(help="Also called so; may be given several times.")
]
Role = Annotated[str | None, typer.Option(help="Who it is to you: sister, plumber.")]
Email = Annotated[list[str] | None, typer.Option(help="May be given several times.")]
Phone = Annotated[list[str] | None, typer.Option(help="May be given several times.")]
Other = Annotated[
    list[str] | None,
    typer.Option(
        "--contact",
        metavar="KIND=VALUE",
        help="Any other way, such as signal=+49301234; several times.",
    ),
]
Notes = Annotated[str | None, typer.Option(help="In Markdown.")]


@people.callback(invoke_without_command=True)
def people_alone(context: typer.Context, *, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List people; make, change and remove them."""
    list_alone(context, list_people, limit, as_json)


@people.command("list")
def list_people(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List people."""
    found = ask("GET", "people", PersonPage, query={"limit": limit})
    rows = [
        (
            each.name,
            ", ".join(each.nicknames),
            each.role,
            "\n".join(f"{contact.kind} {contact.value}" for contact in each.contacts),
            each.notes,
        )
        for each in found.items
    ]
    headings = ("person", "also called", "role", "contacts", "notes")
    show_things(found, headings, rows, as_json=as_json)


@people.command("make")
def make(
    name: Annotated[str, typer.Argument(help="The name.")],
    *,
    nickname: Nickname = None,
    role: Role = None,
    email: Email = None,
    phone: Phone = None,
    contact: Other = None,
    notes: Notes = None,
    as_json: AsJson = False,
) -> None:
    """Note somebody whom tasks are about, or who does them."""
    given = only_given(nicknames=nickname, role=role, notes=notes)
    contacts = _contacts([], email, phone, contact)
    change(CreatePerson(name, contacts=contacts, **given), as_json=as_json)


@people.command("edit")
def edit(  # noqa: PLR0913 (one for each field)
    who: Who,
    *,
    name: NewName = None,
    nickname: Nickname = None,
    role: Role = None,
    email: Email = None,
    phone: Phone = None,
    contact: Other = None,
    notes: Notes = None,
    as_json: AsJson = False,
) -> None:
    """Change what is known of somebody. What is given takes the place of what was; none empties."""
    given: dict[str, Any] = only_given(name=name, role=role, notes=notes)
    if nickname is not None:
        given["nicknames"] = [] if _is_none(nickname) else nickname
    if not (email is phone is contact is None):
        person: Person = find_named("people", who)
        given["contacts"] = _contacts(person.contacts, email, phone, contact)
        who = person.id
    change_named("people", who, UpdatePerson, given, as_json=as_json)


@people.command("remove")
def remove(who: Who, *, as_json: AsJson = False) -> None:
    """Move somebody to the trash; no task is theirs then. Undo brings it all back."""
    change(DeletePerson(find_named("people", who).id), as_json=as_json)


def _contacts(
    before: Sequence[Contact],
    email: Sequence[str] | None,
    phone: Sequence[str] | None,
    others: Sequence[str] | None,
) -> list[Contact]:
    """All ways to reach somebody, with those given in the place of those of the same kinds."""
    given: dict[str, list[str]] = {}
    for kind, values in (("email", email), ("phone", phone)):
        if values is not None:
            given[kind] = list(values)
    for other in others or ():
        kind, sign, value = (part.strip() for part in other.partition("="))
        if not (kind and sign and value):
            raise CommandLineError(f"{quoted(other)} is no contact; write it as signal=+49301234.")
        given.setdefault(kind.lower(), []).append(value)
    kept = [contact for contact in before if contact.kind not in given]
    return kept + [
        Contact(kind, value)
        for kind, values in given.items()
        if not _is_none(values)
        for value in values
    ]


def _is_none(values: Sequence[str]) -> bool:
    return [value.strip().casefold() for value in values] == [NONE]
