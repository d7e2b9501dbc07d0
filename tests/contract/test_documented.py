"""Nothing exists that the documents don't tell of, and they tell of nothing that is gone."""

import re
from pathlib import Path
from typing import get_args

import pytest

from shared import problems
from shared.actions import Action
from shared.events import EventType
from shared.outcomes import OutcomeKind
from shared.progress import Stage, Verdict

ROOT = Path(__file__).parents[2]
SETTING = re.compile(r"\b((?:SAYDO|LIVEKIT|DEEPGRAM|OPENAI|HF)_[A-Z_]*[A-Z])\b")
NOT_FOR_PEOPLE = {"LIVEKIT_CONFIG", "SAYDO_SPEECH"}


def read(name: str) -> str:
    return (ROOT / name).read_text()


def settings_in_code() -> set[str]:
    files = (
        "control_api/setup/public_address.py",
        "control_api/setup/settings.py",
        "scripts/machine/tools.py",
        "scripts/run.py",
    )
    of_worker = sorted((ROOT / "agent_worker/settings").glob("*.py"))
    texts = [read(name) for name in files] + [path.read_text() for path in of_worker]
    return set(SETTING.findall("".join(texts))) - NOT_FOR_PEOPLE


def without_file_suffix(names: set[str]) -> set[str]:
    return {name.removesuffix("_FILE") for name in names}


def test_every_setting_is_described_and_none_that_is_gone() -> None:
    described = without_file_suffix(set(SETTING.findall(read("docs/settings.md"))))
    assert described == without_file_suffix(settings_in_code())


@pytest.mark.parametrize("action", [kind.__struct_config__.tag for kind in get_args(Action)])
def test_every_action_is_described(action: str) -> None:
    assert f"`{action}`" in read("docs/api.md")


@pytest.mark.parametrize(
    "word", [*get_args(EventType), *get_args(OutcomeKind), *get_args(Stage), *get_args(Verdict)]
)
def test_every_event_and_outcome_is_described(word: str) -> None:
    assert f"`{word}`" in read("docs/api.md")


@pytest.mark.parametrize("kind", problems.ProblemError.__subclasses__())
def test_every_problem_is_described(kind: type[problems.ProblemError]) -> None:
    assert f"`{kind.name}`" in read("docs/api.md")


def test_every_make_target_says_what_it_does() -> None:
    makefile = read("Makefile")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    for target in targets[1].split():
        assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE), target


def test_no_document_links_to_a_file_that_is_gone() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    missing = [
        f"{document.name}: {link}"
        for document in documents
        for link in re.findall(r"\]\(([^)#:]+)\)", document.read_text())
        if not (document.parent / link).exists()
    ]
    assert not missing
