"""A command as a line of the evaluation: run there, it comes to what it came to here."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from control_api.evaluation.cases import Placed, read_cases
from control_api.evaluation.running import run_cases
from shared.outcomes import Outcome
from tests.control_api.conftest import Headers
from tests.control_api.requests.conftest import Home

Reported = Callable[..., Placed]


@pytest.fixture
def reported(home: Home, tmp_path: Path) -> Reported:
    """The case of the last of what Alice says."""

    def report(*said: str) -> Placed:
        command_id = [home.says(each)["command_id"] for each in said][-1]
        path = f"/api/v1/commands/{command_id}/case"
        found = home.client.get(path, headers=home.alice).raise_for_status().json()["lines"]
        file = tmp_path / "case.jsonl"
        file.write_text("\n".join(found), encoding="utf-8")
        (placed,) = read_cases([file])
        return placed

    return report


def add(home: Home, **fields: Any) -> None:
    home.client.post("/api/v1/tasks", json=fields, headers=home.alice).raise_for_status()


@pytest.mark.parametrize(
    "text",
    [
        "add bread",
        "add bread and butter to my shopping list",
        "call Sarah tomorrow at three, urgent, tagged work",
        "take out the trash every Monday",
        "delete the milk",
        "rename the milk to oat milk",
        "move the milk to Friday",
        "I'm done with the report",
        "create a project called holiday",
        "delete the tag spare",
        "what's on my list?",
        "what a day",
    ],
)
def test_the_case_of_a_command_is_right(text: str, home: Home, reported: Reported) -> None:
    add(home, title="Milk", project="Shopping", due="2030-01-02")
    add(home, title="Report", priority="high", tags=["work"])
    home.client.post("/api/v1/tags", json={"name": "spare"}, headers=home.alice).raise_for_status()
    placed = reported(text)
    (run,) = run_cases([placed])
    assert run.judgement.verdict == "right", (run.judgement.why, placed.case)


def test_it_holds_what_was_touched_and_nothing_else(home: Home, reported: Reported) -> None:
    add(home, title="Milk", project="Shopping")
    add(home, title="See the doctor about the results")
    placed = reported("delete the milk")
    assert placed.case.sentences == ["delete the milk"]
    (given,) = msgspec.to_builtins(placed.given)
    assert (given["title"], given["project"]) == ("Milk", "Shopping")
    assert placed.case.then.gone == ["Milk"]


def test_what_was_done_already_is_done_in_the_case(home: Home, reported: Reported) -> None:
    add(home, title="Report")
    home.says("the report is done")
    placed = reported("reopen the report")
    assert [each["type"] for each in msgspec.to_builtins(placed.given)] == [
        "create_task",
        "complete_task",
    ]
    (run,) = run_cases([placed])
    assert run.judgement.verdict == "right", run.judgement.why


def test_the_sentence_that_was_asked_about_comes_before_the_answer(
    home: Home, reported: Reported
) -> None:
    add(home, title="Call Sarah")
    add(home, title="Call Tom")
    placed = reported("delete the call", "the first one")
    assert placed.case.sentences == ["delete the call", "the first one"]


def test_it_is_said_when_and_where_it_was(home: Home, reported: Reported) -> None:
    placed = reported("add bread")
    at = home.client.get("/api/v1/commands", headers=home.alice).json()["items"][0]["at"]
    assert placed.time_zone == "Europe/Berlin"
    assert placed.now is not None
    assert placed.now[-5:] == at[14:19]


def test_another_language_needs_a_home(home: Home, reported: Reported) -> None:
    home.client.patch("/api/v1/me", json={"language": "de"}, headers=home.alice)
    placed = reported("Setz Brot auf die Einkaufsliste")
    assert placed.language == "de"
    (run,) = run_cases([placed])
    assert run.judgement.verdict == "right", run.judgement.why


def test_a_case_that_is_corrected_finds_the_fault(reported: Reported) -> None:
    placed = reported("add bread")
    then = msgspec.structs.replace(placed.case.then, tasks=[{"title": "Rye bread"}])
    wrong = msgspec.structs.replace(placed, case=msgspec.structs.replace(placed.case, then=then))
    (run,) = run_cases([wrong])
    assert run.judgement.verdict == "wrong"
    assert isinstance(run.outcome, Outcome)


def test_what_was_not_asked_in_words_is_no_case(home: Home, alice: Headers) -> None:
    made = home.model({"type": "create_task", "title": "Milk"}, decided_by="person")
    path = f"/api/v1/commands/{made['command_id']}/case"
    assert home.client.get(path, headers=alice).status_code == 409
