"""The language of sentence templates."""

import re

import pytest

from control_api.language.words.heard import hear
from control_api.language.words.templates import Sentence, to_regex
from tests.control_api.language.english import ENGLISH

PHRASES = {"list": "(list|shopping list)"}


def sentence(template: str) -> Sentence:
    return Sentence(
        "test",
        1.0,
        only_known=False,
        no_list_name=ENGLISH.no_list_name,
        no_task_name=re.compile("(?!)"),
        expressions=(to_regex(template, PHRASES),),
    )


def slots(template: str, said: str) -> dict[str, str] | None:
    for found in sentence(template).matches(hear(said, ENGLISH)):
        return {name: words.text for name, words in found.items()}
    return None


@pytest.mark.parametrize(
    ("template", "said", "expected"),
    [
        ("add {what}", "Add milk.", {"what": "milk"}),
        ("add {what}", "address the letter", None),
        ("add {what}", "add", None),
        ("[please] add {what}", "please, add milk", {"what": "milk"}),
        ("(add|put) {what} on <list>", "put milk on shopping list", {"what": "milk"}),
        ("remove {what} [now]", "remove milk now", {"what": "milk"}),
        ("move {what} to {project}", "move a to b to c", {"what": "a to b", "project": "c"}),
        ("(it|that)'s done", "it's done", None),
        ("what's on", "What’s on?", {}),  # noqa: RUF001 (the apostrophe Whisper writes)
    ],
)
def test_a_template_takes_what_it_describes(
    template: str, said: str, expected: dict[str, str] | None
) -> None:
    assert slots(template, said) == expected


@pytest.mark.parametrize("template", ["add (milk", "add milk)", "add [milk)", "add {what"])
def test_a_broken_template_is_named(template: str) -> None:
    with pytest.raises(ValueError, match=re.escape(template.rsplit(maxsplit=1)[-1])):
        to_regex(template, PHRASES)


def test_an_unknown_phrase_is_named() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        to_regex("add <nowhere>", PHRASES)


def test_every_slot_of_the_sentences_is_one_that_is_read() -> None:
    known = {"what", "when", "moment", "task", "project", "title", "origin", "delay", "nothing"}
    known |= {"deed", "thing", "verb", "arriving"}
    known |= {"tag", "person", "priority", "place", "zone_name", "unit", "weekday", "day"}
    known |= {"tags", "hashtags", "text", "people", "parent", "needed", "other", "task_and_text"}
    known |= {"task_and_delay"}
    known |= {"tag", "person", "owner", "field", "filter", "query", "colour", "text", "purpose"}
    known |= {"target", "days", "count", "out_of"}
    known |= {"deed", "thing", "verb", "bell", "bell_b", "label", "label_b", "length", "length_b"}
    known |= {"unit", "who", "proper"}
    for each in ENGLISH.sentences:
        names = {name.partition("__")[0] for p in each.patterns for name in p.groupindex}
        assert names <= known, each.patterns[0].pattern
