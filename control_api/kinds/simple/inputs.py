"""What a person may put into the fields that simple kinds have."""

import re

from control_api.input.fields import invalid
from control_api.input.markdown import clean_text
from control_api.input.single_line import clean_line
from shared.things import Contact

NAME_LENGTH = 200
MOST_CONTACTS = 50
QUERY_LENGTH = 2000

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def clean_name(name: str) -> str:
    """The name without white space around it. Raises `InvalidInputError`."""
    return clean_line(name, "name", NAME_LENGTH)


def clean_tag_name(name: str) -> str:
    """The name without the mark that people write before it. Raises `InvalidInputError`."""
    return clean_name(name.strip().removeprefix("#"))


def clean_colour(colour: str | None) -> str | None:
    """A colour in its one spelling. Raises `InvalidInputError`."""
    if colour is None:
        return None
    small = colour.strip().lower()
    if not _COLOUR.fullmatch(small):
        raise invalid("colour", "Write the colour as #rrggbb, such as #1a7f5a.")
    return small


def clean_nicknames(names: list[str]) -> list[str]:
    """Other names, each once. Raises `InvalidInputError`."""
    if len(names) > MOST_CONTACTS:
        raise invalid("nicknames", f"Give {MOST_CONTACTS} nicknames at most.")
    return list(dict.fromkeys(clean_line(name, "nicknames", NAME_LENGTH) for name in names))


def clean_role(role: str) -> str:
    """One line, or nothing. Raises `InvalidInputError`."""
    return clean_line(role, "role", NAME_LENGTH) if role.strip() else ""


def clean_contacts(contacts: list[Contact]) -> list[Contact]:
    """Ways to reach a person. Raises `InvalidInputError`."""
    if len(contacts) > MOST_CONTACTS:
        raise invalid("contacts", f"Give {MOST_CONTACTS} contacts at most.")
    return [
        Contact(
            kind=clean_line(each.kind, "contacts", 40).lower(),
            value=clean_line(each.value, "contacts", 500),
        )
        for each in contacts
    ]


def clean_description(text: str) -> str:
    """Markdown. Raises `InvalidInputError`."""
    return clean_text(text, "description")


def clean_comment(text: str) -> str:
    """Markdown that says something. Raises `InvalidInputError`."""
    if not text.strip():
        raise invalid("text", "The comment is empty: write something in it.")
    return clean_text(text, "text")


def clean_query(query: str) -> str:
    """One line in the filter language. Raises `InvalidInputError`."""
    return clean_line(query, "query", QUERY_LENGTH)
