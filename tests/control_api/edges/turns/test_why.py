"""Why something was done: what was heard, how it was read, which things it changed, how long."""

from typing import Any

import pytest

from tests.control_api.conftest import Headers
from tests.control_api.requests.conftest import Home

TOOK = {"understanding": 4.5, "tool": 7.0, "total": 480.0}
ROOM = "talk-1"
BECAUSE = 'I heard "add milk", which is a command that I know. So I said: Added Milk.'


def say(home: Home, text: str, **more: Any) -> str:
    """Say something; the command's id."""
    told: str = home.says(text, source="voice", **more)["command_id"]
    return told


def why(home: Home, command_id: str) -> dict[str, Any]:
    answer = home.client.get(f"/api/v1/commands/{command_id}/why", headers=home.alice)
    told: dict[str, Any] = answer.raise_for_status().json()
    return told


def tell_turn(home: Home, command_id: str) -> None:
    turn = {
        "heard": "at milk",
        "text": "add milk",
        "others": ["ad milk"],
        "command_id": command_id,
        "took": TOOK,
    }
    path = f"/api/v1/sessions/{ROOM}/turns"
    home.client.post(path, json=turn, headers=home.agent).raise_for_status()


def keep_words(home: Home, days: int) -> None:
    body = {"keep_days": days}
    home.client.put("/api/v1/me/transcripts", json=body, headers=home.alice).raise_for_status()


def test_it_tells_how_the_words_were_read_and_what_they_changed(home: Home) -> None:
    told = why(home, say(home, "add milk"))
    assert told["text"] == "add milk"
    assert (told["outcome"], told["reader"]) == ("done", "sentences")
    assert told["confidence"] > 0.8
    assert [action["type"] for action in told["actions"]] == ["create_task"]
    (change,) = told["changes"]
    assert (change["type"], change["before"]) == ("task.created", None)
    assert change["after"]["title"] == "Milk"
    assert told["sentence"] == BECAUSE


def test_beside_a_turn_it_tells_the_milliseconds_and_the_other_hypotheses(home: Home) -> None:
    keep_words(home, 7)
    command_id = say(home, "add milk")
    tell_turn(home, command_id)
    told = why(home, command_id)
    assert told["words"] == {"heard": "at milk", "text": "add milk", "others": ["ad milk"]}
    assert {name: told["took"][name] for name in TOOK} == TOOK
    assert told["took"]["speech"] is None


def test_hypotheses_are_not_told_unless_words_are_kept(home: Home) -> None:
    command_id = say(home, "add milk")
    tell_turn(home, command_id)
    told = why(home, command_id)
    assert told["words"] is None
    assert told["took"]["total"] == 480.0


def test_without_a_turn_there_are_no_milliseconds(home: Home) -> None:
    assert why(home, say(home, "add milk"))["took"] is None


def test_it_is_told_in_the_persons_language(home: Home) -> None:
    command_id = say(home, "add milk")
    home.client.patch("/api/v1/me", json={"language": "de"}, headers=home.alice)
    assert why(home, command_id)["sentence"].startswith("Ich habe „add milk“ verstanden")


def test_what_was_deleted_for_good_is_not_quoted(home: Home) -> None:
    (task_id,) = home.add("Milk")
    command_id = say(home, "delete the milk")
    home.client.delete(f"/api/v1/trash/{task_id}", headers=home.alice).raise_for_status()
    told = why(home, command_id)
    assert told["text"] is None
    assert told["sentence"] == "What that was about was deleted for good."
    assert "milk" not in str(told).lower()


def test_a_models_wish_and_a_button_say_so(home: Home) -> None:
    action = {"type": "create_task", "title": "Milk"}
    by_model = home.model(action)["command_id"]
    assert why(home, by_model)["sentence"].startswith("The language model understood you that way.")
    by_hand = home.model(action, decided_by="person")["command_id"]
    assert why(home, by_hand)["sentence"].startswith("That came from a button or a program")


def test_there_is_no_reason_for_what_was_never_asked(home: Home, alice: Headers) -> None:
    path = "/api/v1/commands/b0b00000-0000-4000-8000-000000000001/why"
    assert home.client.get(path, headers=alice).status_code == 404


@pytest.mark.parametrize(
    "question", ["why did you do that?", "what did you hear", "Why have you added that"]
)
def test_it_can_be_asked_aloud(question: str, home: Home) -> None:
    say(home, "add milk")
    for _ in range(2):  # the question itself is nothing that was done
        told = home.says(question, source="voice")
        assert (told["outcome"], told["reply"]) == ("answered", BECAUSE)


def test_a_guess_is_told_as_one(home: Home) -> None:
    guessed = (
        "in the calendar put that we are having dinner with Frank at eight on the ninth of August"
    )
    say(home, guessed)
    say(home, "yes")
    told = why(
        home, home.client.get("/api/v1/commands", headers=home.alice).json()["items"][1]["id"]
    )
    assert told["reader"] == "learned"
    assert "guessed what it means" in told["sentence"]


def test_where_nothing_was_done_that_is_said(home: Home) -> None:
    reply = home.says("why did you do that?")["reply"]
    assert reply == "I have not done anything here in the last ten minutes."
