"""Cases are said and heard as in a conversation, but for what only a keyboard can say."""

import os
from pathlib import Path

import pytest

from agent_worker.settings.models import read_model_settings
from bench.understanding.remembered import Remembered
from bench.understanding.spoken import Ears, sayable
from control_api.evaluation.cases import Case, Home, Placed, Then
from control_api.evaluation.running import run_cases
from shared.actions import CreateTask


def placed(*said: str) -> Placed:
    home = Home(given=[CreateTask(title="Call Marc", project="Band")])
    return Placed(Case(kind="lists", say=list(said), then=Then()), home)


def test_what_only_a_keyboard_can_say_is_left_out() -> None:
    aloud = placed("What is on my band list?")
    assert sayable([aloud, placed("add milk #home")]) == [aloud]


@pytest.mark.models
def test_the_person_s_own_words_are_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = Remembered(tmp_path / "heard.db")
    case = placed("What is on my band list?", "Done with calling Marc.")

    def heard() -> list[str]:
        ears = Ears(read_model_settings(os.environ), remembered)
        (run,) = run_cases([case], ears=ears)
        assert run.outcome.outcome == "done"
        return run.heard

    first = heard()
    assert "band list" in first[0].lower()
    assert "Marc" in first[1]
    monkeypatch.delattr(Ears, "_whisper")
    assert heard() == first, "a second run must not need to listen again"
    remembered.close()
