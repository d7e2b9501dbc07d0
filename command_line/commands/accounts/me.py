"""Commands about one's own account: its name, time zone and password."""

from typing import Annotated, cast, get_args

import typer
from msgspec import UNSET

from command_line.connection.api import ask
from command_line.connection.in_person import ask_in_person
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, told
from command_line.terminal.tables import show_table
from shared.accounts import Me, MeChanges, PasswordChange
from shared.languages import LanguageName


def me(
    *,
    name: Annotated[str | None, typer.Option(help="What you want to be called.")] = None,
    time_zone: Annotated[str | None, typer.Option(help="Such as Europe/Berlin.")] = None,
    language: Annotated[
        str | None, typer.Option(help=f"What you speak: {', '.join(get_args(LanguageName))}.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show who you are here, or change your name, time zone or language."""
    if name is None and time_zone is None and language is None:
        found = ask("GET", "me", Me)
    else:
        body = MeChanges(
            name=UNSET if name is None else name,
            time_zone=UNSET if time_zone is None else time_zone,
            language=UNSET if language is None else cast("LanguageName", language),
        )
        found = ask("PATCH", "me", Me, body=body)
    if as_json:
        print_json(found)
        return
    rows = [
        ("name", found.name or "none yet; give --name"),
        ("time zone", found.time_zone),
        ("language", found.language),
        ("signs in as", found.sign_in_name or "nobody yet; run: saydo password"),
        ("id", found.id),
    ]
    show_table(("", ""), rows)


def password(
    *,
    name: Annotated[str | None, typer.Option(help="To sign in with.")] = None,
    as_json: AsJson = False,
) -> None:
    """Set or change your password; it signs you out everywhere else."""
    has_one = ask("GET", "me", Me).sign_in_name is not None
    old = typer.prompt("Old password", hide_input=True) if has_one else None
    new = typer.prompt("New password", hide_input=True, confirmation_prompt=True)
    ask_in_person(
        "PUT",
        "me/password",
        type(None),
        lambda mine: PasswordChange(password=new, old_password=mine, name=name),
        password=old,
    )
    signs_in_as = ask("GET", "me", Me).sign_in_name
    told(f"You sign in as {signs_in_as} now.", as_json=as_json, sign_in_name=signs_in_as)
