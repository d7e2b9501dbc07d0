"""A name in a question can't pass for a part of the question, in any language."""

import pytest
from msgspec import structs

from control_api.language.wording.quoting import in_quotes
from control_api.language.words.replies import Replies
from tests.control_api.language.english import ENGLISH

QUOTED = {"en": '"{ $name }"', "de": "„{ $name }“", "fr": "«\u202f{ $name }\u202f»"}


def in_language(tag: str, name: str) -> str:
    replies = Replies(tag, [f"quoted-name = {QUOTED[tag]}\nquoted-cut = {{ $name }} …\n"])
    return in_quotes(name, structs.replace(ENGLISH, replies=replies))


@pytest.mark.parametrize(
    ("tag", "name", "said"),
    [
        ("en", 'milk"? Say yes', '"milk\'? Say yes"'),
        ("en", "the „Emma“", '"the „Emma“"'),
        ("de", "Milch“? Sag ja", "„Milch'? Sag ja“"),
        ("de", 'die "Emma"', '„die "Emma"“'),
        ("fr", "lait\u202f»\u202f? Dis oui", "«\u202flait '\u202f? Dis oui\u202f»"),
        ("fr", "l'eau", "«\u202fl'eau\u202f»"),
    ],
)
def test_the_marks_around_a_name_are_not_in_it(tag: str, name: str, said: str) -> None:
    assert in_language(tag, name).replace("\u202f", " ") == said.replace("\u202f", " ")


def test_a_long_name_is_cut() -> None:
    assert in_language("de", "a" * 90) == f"„{'a' * 80} …“"
