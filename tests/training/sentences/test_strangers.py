"""Other people's sentences mean what the grammar reads in them, or what their set allows."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from control_api.language.learned.meaning import NOTHING
from tests.control_api.language.english import ENGLISH
from training.examples import Example, read_examples, write_examples
from training.sentences.strangers import examples_of

Entities = list[tuple[str, str]]


@pytest.fixture
def example(tmp_path: Path) -> Any:
    def made(text: str, intent: str, entities: Entities) -> Example:
        places = [[text.index(said), text.index(said) + len(said), kind] for said, kind in entities]
        path = tmp_path / "set.jsonl"
        path.write_text(json.dumps({"text": text, "intent": intent, "entities": places}) + "\n")
        (only,) = examples_of(path, ENGLISH, held_out=True)
        return only

    return made


def stretches(example: Example) -> list[tuple[str, str]]:
    return [(example.text[start:end], tag) for start, end, tag in example.spans or []]


def test_what_is_no_command_here_asks_for_nothing(example: Any) -> None:
    weather = example("will it rain in rome", "weather_query", [("rome", "place_name")])
    assert (weather.intents, weather.spans) == ([NOTHING], [])


def test_what_the_grammar_reads_is_that(example: Any) -> None:
    read = example("remove the dentist from my list", "lists_remove", [("dentist", "event_name")])
    assert read.intents == ["delete"]
    assert stretches(read) == [("the dentist", "thing")]


def test_a_time_is_no_part_of_what_it_is_the_time_of(example: Any) -> None:
    entities = [("lunch", "event_name"), ("friday", "date"), ("noon", "time")]
    read = example("remind me to have lunch on friday at noon", "calendar_set", entities)
    assert read.intents == ["create"]
    assert stretches(read) == [("have lunch", "thing"), ("on friday at noon", "when")]


def test_what_it_does_not_read_may_be_all_that_the_set_means(example: Any) -> None:
    entities = [("concert", "event_name"), ("friday", "date")]
    unread = example("concert thing for friday gone now ok", "calendar_remove", entities)
    assert unread.intents == ["delete", "cancel"]
    assert stretches(unread) == [("concert", "thing"), ("for friday", "when")]


def test_where_the_set_does_not_tell_all_stretches_none_is_told(example: Any) -> None:
    unread = example(
        "gone with pepper of the grocery thing", "lists_remove", [("grocery", "list_name")]
    )
    assert len(unread.intents) > 1
    assert unread.spans is None


def test_examples_come_back_from_a_file_as_they_were(tmp_path: Path) -> None:
    examples = [
        Example("drop lunch", ["delete"], [(5, 10, "thing")], only_known=False),
        Example("grüß dich", [NOTHING], None, is_held_out=True),
    ]
    assert write_examples(tmp_path / "all.jsonl", examples) == 2
    assert list(read_examples(tmp_path / "all.jsonl")) == examples


def test_what_asks_for_something_is_fitted_to_twice(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    lines = [("drop lunch", "calendar_remove"), ("will it rain", "weather_query")]
    path.write_text(
        "".join(
            json.dumps({"text": text, "intent": intent, "entities": []}) + "\n"
            for text, intent in lines
        )
    )
    counts = [
        Counter(example.text for example in examples_of(path, ENGLISH, held_out=held_out))
        for held_out in (False, True)
    ]
    assert counts == [{"drop lunch": 2, "will it rain": 1}, {"drop lunch": 1, "will it rain": 1}]
