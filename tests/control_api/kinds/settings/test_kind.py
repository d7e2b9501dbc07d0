"""How a person is spoken with: read, changed, undone, and nobody else's."""

import json
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from shared.voice_settings import RANGES, WORDS
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
ADDRESS = "/api/v1/me/settings"
USUAL = {
    "speed": 1.0,
    "patience": 1.0,
    "sensitivity": "normal",
    "microphone": "open",
    "sleep_after_min": 30,
    "longest_min": 240,
    "hearing_leaves": "always",
    "thinking_leaves": "always",
    "speaking_leaves": "always",
}


class Person:
    """Somebody with the API at hand."""

    def __init__(self, client: Client, headers: Headers) -> None:
        self.client = client
        self.headers = headers

    def settings(self) -> dict[str, Any]:
        found = self.client.get(ADDRESS, headers=self.headers)
        assert found.is_success, found.text
        return {name: found.json()[name] for name in USUAL}

    def change(self, **values: Any) -> Any:
        return self.client.patch(ADDRESS, json=values, headers=self.headers)

    def say(self, text: str, **more: Any) -> Any:
        body = {"text": text, **more}
        answer = self.client.post("/api/v1/commands", json=body, headers=self.headers)
        assert answer.is_success, answer.text
        return answer.json()


@pytest.fixture
def anna(client: Client, alice: Headers) -> Person:
    return Person(client, alice)


def test_who_never_changed_anything_has_the_defaults(anna: Person) -> None:
    assert anna.settings() == USUAL


def test_what_is_given_is_changed_and_the_rest_stays(anna: Person) -> None:
    assert anna.change(speed=0.8, microphone="push_to_talk").json()["speed"] == 0.8
    assert anna.change(patience=2).is_success
    assert anna.settings() == USUAL | {
        "speed": 0.8,
        "microphone": "push_to_talk",
        "patience": 2.0,
    }


@pytest.mark.parametrize("name", sorted(RANGES))
def test_a_number_beyond_its_range_is_refused_with_the_range(anna: Person, name: str) -> None:
    least, most = RANGES[name]
    for value in (least - 1, most + 1):
        refused = anna.change(**{name: value})
        assert refused.status_code == 422
        assert refused.json()["fields"][name] == f"Choose from {least} to {most}."
    assert anna.settings() == USUAL


@pytest.mark.parametrize("name", sorted(WORDS))
def test_another_word_is_refused_with_those_there_are(anna: Person, name: str) -> None:
    refused = anna.change(**{name: "loud"})
    assert refused.status_code == 422
    assert refused.json()["fields"][name] == f"Choose one of: {', '.join(WORDS[name])}."


def test_what_is_no_setting_is_refused(anna: Person) -> None:
    assert anna.change(volume=3).status_code == 422
    assert anna.change(speed="fast").status_code == 422


def test_each_person_has_their_own(anna: Person, bob: Headers) -> None:
    anna.change(speed=1.5)
    assert Person(anna.client, bob).settings() == USUAL


def test_a_change_is_undone_and_done_again(anna: Person) -> None:
    anna.say("speak slower")
    anna.say("give me more time")
    assert anna.say("undo that")["reply"] == "Undone: I talk with you as I did before."
    assert anna.settings() == USUAL | {"speed": 0.8}
    anna.say("undo that")
    assert anna.settings() == USUAL
    anna.say("redo that")
    assert anna.settings() == USUAL | {"speed": 0.8}


def test_what_was_undone_is_in_no_trash_and_outlives_its_emptying(anna: Person) -> None:
    anna.say("speak slower")
    anna.say("undo that")
    assert anna.client.get("/api/v1/trash", headers=anna.headers).json()["items"] == []
    assert anna.client.delete("/api/v1/trash", headers=anna.headers).is_success
    anna.say("redo that")
    assert anna.settings()["speed"] == 0.8


def test_a_step_is_from_where_it_is_and_ends_where_it_must(anna: Person) -> None:
    replies = [anna.say("speak faster")["reply"] for _ in range(4)]
    assert replies == ["I'll speak faster."] * 3 + ["I can't speak any faster."]
    assert anna.settings()["speed"] == 1.5
    assert anna.say("talk normally again")["reply"] == "I'll speak at my usual speed."
    assert anna.say("talk normally again")["reply"] == "That is how it is already."


def test_a_dry_run_changes_nothing(anna: Person) -> None:
    planned = anna.say("speak slower", dry_run=True)
    assert (planned["outcome"], planned["reply"]) == ("planned", "I'll speak more slowly.")
    assert anna.settings() == USUAL


def test_each_change_is_an_event(anna: Person) -> None:
    anna.change(speed=1.2)
    anna.change(speed=0.9)
    command = {"actions": [{"type": "list_changes"}]}
    told = anna.client.post("/api/v1/commands", json=command, headers=anna.headers)
    assert told.is_success
    exported = anna.client.get("/api/v1/export?history=true", headers=anna.headers)
    kinds = [event["type"] for event in json.loads(exported.content)["events"]]
    assert kinds == ["settings.created", "settings.updated"]


def test_they_are_told_as_they_are(anna: Person) -> None:
    anna.change(speed=0.8, sensitivity="low", sleep_after_min=0)
    assert anna.say("which settings do I have")["reply"] == (
        "I speak more slowly than usual, wait as long as usual before I answer, and listen all "
        "the time, for loud voices only. I won't go to sleep by myself."
    )


def test_several_are_said_one_after_the_other(anna: Person) -> None:
    action = {"type": "change_settings", "sleep_after_min": 90, "longest_min": 0}
    body = {"actions": [action]}
    done = anna.client.post("/api/v1/commands", json=body, headers=anna.headers).json()
    assert done["reply"] == (
        "After an hour and a half of silence I go to sleep. "
        "A conversation may last as long as you like."
    )


def test_in_a_shared_workspace_nobody_sets_them_for_the_others(anna: Person, bob: Headers) -> None:
    made = anna.client.post("/api/v1/workspaces", json={"name": "Home"}, headers=anna.headers)
    shared = anna.headers | {"Saydo-Workspace": made.json()["id"]}
    there = Person(anna.client, shared)
    refused = there.say("speak slower")
    assert refused["outcome"] == "refused"
    assert "your own workspace" in refused["reply"]
    assert there.change(speed=0.9).is_success
    assert anna.settings() == USUAL | {"speed": 0.9}


def test_a_goodbye_is_done_and_changes_nothing(anna: Person) -> None:
    anna.say("add milk")
    told = anna.say("Goodbye.")
    assert (told["outcome"], told["reply"]) == ("done", "Goodbye.")
    assert told["actions"] == [{"type": "end_conversation"}]
    assert anna.say("good night")["reply"] == "Good night."
    assert "Milk" in anna.say("undo that")["reply"]


def test_they_move_along_with_all_else(anna: Person, bob: Headers) -> None:
    anna.change(speed=0.8, microphone="push_to_talk")
    file = anna.client.get("/api/v1/export", headers=anna.headers).content
    other = Person(anna.client, bob)
    moved = anna.client.post("/api/v1/import?format=saydo", content=file, headers=bob)
    assert moved.json()["counts"]["settings"]["new"] == 1, moved.text
    assert other.settings() == anna.settings()
    other.say("undo that")
    assert other.settings() == USUAL


@pytest.mark.parametrize(
    ("field", "value"), [("speed", 9), ("sensitivity", "low "), ("id", "0" * 36)]
)
def test_a_file_with_settings_that_can_not_be_is_refused(
    anna: Person, bob: Headers, field: str, value: object
) -> None:
    anna.change(speed=0.8)
    file = json.loads(anna.client.get("/api/v1/export", headers=anna.headers).content)
    file["settings"][0][field] = value
    body = json.dumps(file).encode()
    refused = anna.client.post("/api/v1/import?format=saydo", content=body, headers=bob)
    assert refused.status_code == 422
    assert Person(anna.client, bob).settings() == USUAL


def test_what_may_leave_is_chosen_for_each_role_and_said_back(anna: Person) -> None:
    said = anna.client.post(
        "/api/v1/commands",
        json={"actions": [{"type": "change_settings", "thinking_leaves": "questions"}]},
        headers=anna.headers,
    ).json()["reply"]
    assert said.startswith("Only questions that are not about your tasks")
    assert anna.settings()["thinking_leaves"] == "questions"
    refused = anna.change(hearing_leaves="questions")
    assert refused.status_code == 422
    assert "never, always" in refused.text
