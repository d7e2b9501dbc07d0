"""What is said back is data: whole messages, in as many languages as there are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, MessageReference, VariableReference
from fluent.syntax.visitor import Visitor

from control_api import language
from control_api.language.words.replies import Replies

LANGUAGE_FOLDER = Path(language.__file__).parent
FOLDERS = sorted((LANGUAGE_FOLDER / "languages").iterdir())


class Variables(Visitor):
    """The values that a message takes, and the messages that it is made of."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 (Fluent's)
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802 (Fluent's)
        self.messages.add(node.id.name)


def messages(folder: Path) -> dict[str, set[str]]:
    """The messages of a language, with the values that each takes."""
    found: dict[str, Variables] = {}
    for file in (folder / "replies").rglob("*.ftl"):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, Message):
                variables = Variables()
                variables.visit(entry)
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = variables
    return {name: values_of(found, name) for name in found}


def values_of(found: dict[str, Variables], name: str) -> set[str]:
    """The values of a message, with those of the messages in it."""
    inner = (values_of(found, each) for each in found[name].messages)
    return found[name].names.union(*inner)


ENGLISH = messages(LANGUAGE_FOLDER / "languages" / "en")


def literals() -> Iterator[str]:
    """Every text in the code that may be the name of a message, or how one begins."""
    for file in LANGUAGE_FOLDER.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_language_says_the_same(folder: Path) -> None:
    said = messages(folder)
    assert sorted(said) == sorted(ENGLISH)
    # A language may do without a value, but gets no more than English.
    assert not {
        name: taken - ENGLISH[name] for name, taken in said.items() if taken - ENGLISH[name]
    }


def test_every_message_is_said_somewhere() -> None:
    said = set(literals())
    beginnings = tuple(each for each in said if each.endswith("-") and len(each) > 1)
    assert [name for name in ENGLISH if name not in said and not name.startswith(beginnings)] == []


def written_out() -> Iterator[str]:
    """Where words are asked back, answered or refused with that stand in the code."""
    for file in (LANGUAGE_FOLDER / "understanding").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in {"ask", "answer", "refuse"} and " " in "".join(words_in(node)):
                yield f"{file.relative_to(LANGUAGE_FOLDER)}:{node.lineno}"


def words_in(call: ast.Call) -> Iterator[str]:
    for node in (part for argument in call.args for part in ast.walk(argument)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.strip()


def test_no_sentence_stands_in_the_code() -> None:
    assert list(written_out()) == []


def test_a_message_chooses_by_number() -> None:
    replies = Replies(
        "en", ["left = { $count ->\n    [one] One left.\n   *[other] { $count } left.\n}\n"]
    )
    assert replies.say("left", count=1) == "One left."
    assert replies.say("left", count=3) == "3 left."


def test_values_stand_as_they_are() -> None:
    replies = Replies("en", ["added = Added { $name }.\n"])
    assert replies.say("added", name="{ $x } \u2068 <b>") == "Added { $x } \u2068 <b>."


def test_values_may_be_long() -> None:
    replies = Replies(
        "en", ["gone = { $count ->\n    [one] { $names } is gone.\n   *[other] .\n}\n"]
    )
    names = "a" * 10_000
    assert replies.say("gone", count=1, names=names) == f"{names} is gone."


@pytest.mark.parametrize(
    ("locale", "listed"),
    [("en", "milk, eggs, and tea"), ("de", "milk, eggs und tea"), ("fr", "milk, eggs et tea")],
)
def test_several_things_are_listed_as_in_the_language(locale: str, listed: str) -> None:
    replies = Replies(locale, [])
    assert replies.listed(["milk", "eggs", "tea"]) == listed
    assert replies.listed(["milk"]) == "milk"
    assert replies.listed([]) == ""


def test_what_is_missing_is_named() -> None:
    replies = Replies("en", ["added = Added { $name }.\n"])
    with pytest.raises(KeyError, match="gone"):
        replies.say("gone")
    with pytest.raises(KeyError, match="name"):
        replies.say("added")


def test_what_is_no_message_is_refused() -> None:
    with pytest.raises(ValueError, match="no message"):
        Replies("en", ["added Added.\n"])
