"""A language is a folder of data, and what reads or says it is given it."""

import importlib
import pkgutil
import shutil
from datetime import date
from pathlib import Path

import pytest

from control_api import engine, language
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.wording.dates_aloud import say_day
from control_api.language.wording.phrasing import how_many, in_sentence
from control_api.language.words import loading
from control_api.language.words.language import Language
from control_api.language.words.loading import load_folder
from shared.actions import Undo
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

ENGLISH_FOLDER = Path(language.__file__).parent / "languages" / "en"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the English one, to be changed."""
    return shutil.copytree(ENGLISH_FOLDER, tmp_path / "xx")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_two_languages_are_read_and_said_side_by_side(folder: Path) -> None:
    replace(folder / "sentences" / "history.yaml", "    undo\n", "    rückgängig\n")
    replace(folder / "times.yaml", "weekdays: Monday", "weekdays: Montag")
    replace(folder / "words.yaml", "numbers: no one", "numbers: kein ein")
    replace(folder / "words.yaml", "verbs: >-\n  add", "verbs: >-\n  kaufe add")
    shutil.rmtree(folder / "learned")
    other = load_folder(folder)

    def outcome(text: str, spoken: Language) -> str:
        return interpret(
            text, language=spoken, now=SATURDAY, time_zone=BERLIN, known=ALICES
        ).outcome

    assert [outcome("rückgängig", each) for each in (ENGLISH, other)] == [
        "not_a_command",
        "planned",
    ]
    assert [outcome("undo", each) for each in (ENGLISH, other)] == ["planned", "not_a_command"]
    monday = date(2026, 11, 23)
    assert say_day(monday, SATURDAY.date(), other) == "Montag"
    assert say_day(monday, SATURDAY.date(), ENGLISH) == "Monday"
    assert (how_many(1, other), how_many(1, ENGLISH)) == ("ein task", "one task")
    assert in_sentence("Kaufe Milch", other) == "kaufe Milch"
    assert in_sentence("Kaufe Milch", ENGLISH) == "Kaufe Milch"


def test_a_whole_sentence_tries_everything() -> None:
    reading = interpret(
        ENGLISH.example, language=ENGLISH, now=SATURDAY, time_zone=BERLIN, known=ALICES
    )
    assert reading.outcome == "planned"
    assert not isinstance(reading.actions[0], Undo)


@pytest.mark.parametrize(
    ("file", "line"), [("words.yaml", "past: >-"), ("hearing.yaml", "before: |")]
)
def test_what_is_missing_is_named(folder: Path, file: str, line: str) -> None:
    name = line.partition(":")[0]
    replace(folder / file, line, line.replace(name, "other"))
    with pytest.raises(KeyError, match=name):
        load_folder(folder)


def test_what_nothing_reads_is_named(folder: Path) -> None:
    replace(folder / "times.yaml", "  clock_word: |-", "  clock_world: |-")
    with pytest.raises(KeyError, match="clock_world"):
        load_folder(folder)


def test_what_a_language_leaves_out_is_not_said_in_it(folder: Path) -> None:
    (folder / "things.yaml").write_text("things: {}\n")
    left_out = load_folder(folder).things
    assert not left_out.overdue.search("overdue")
    assert (left_out.colours, left_out.email_signs) == ({}, [])


def test_english_leaves_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_left_out", lambda _kind, name: pytest.fail(name))
    load_folder(ENGLISH_FOLDER)


def test_a_piece_that_is_nowhere_is_named(folder: Path) -> None:
    replace(folder / "times.yaml", "${holiday}", "${holydays}")
    with pytest.raises(KeyError, match="holydays"):
        load_folder(folder)


@pytest.mark.parametrize("package", [language, engine], ids=["language", "engine"])
def test_no_module_has_a_language_of_its_own(package: object) -> None:
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined] # a package
    for module in pkgutil.walk_packages(path, f"{name}."):
        values = vars(importlib.import_module(module.name)).values()
        assert not any(isinstance(value, Language) for value in values), module.name
