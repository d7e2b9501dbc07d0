"""A person is read and answered in their own language; a request may say another."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
NOW = {"now": "2026-11-21T10:00", "time_zone": "Europe/Berlin"}


def say(client: Client, headers: Headers, text: str, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/commands", json={"text": text} | NOW | more, headers=headers)
    body: dict[str, Any] = answer.raise_for_status().json()
    return body


def speak(client: Client, headers: Headers, language: str) -> None:
    client.patch("/api/v1/me", json={"language": language}, headers=headers).raise_for_status()


def test_words_are_read_and_answered_in_the_language_of_the_account(
    client: Client, alice: Headers
) -> None:
    english = "remind me to call Sarah tomorrow at three"
    assert say(client, alice, english)["reply"] == "Call Sarah, tomorrow at 3 PM."
    speak(client, alice, "de")
    told = say(client, alice, "Setz Milch und Eier auf die Einkaufsliste")
    assert told["outcome"] == "done"
    assert [task["title"] for task in told["tasks"]] == ["Milch", "Eier"]
    assert "Einkauf" in told["reply"]
    assert say(client, alice, english)["outcome"] == "not_a_command"


def test_a_request_may_be_in_another_language(client: Client, alice: Headers) -> None:
    german = "Erinnere mich morgen um drei daran, Sarah anzurufen"
    told = say(client, alice, german, language="de", dry_run=True)
    assert told["outcome"] == "planned"
    assert "morgen" in told["reply"]
    assert say(client, alice, german)["outcome"] == "not_a_command"
    speak(client, alice, "de")
    english = "remind me to call Sarah tomorrow at three"
    assert "tomorrow" in say(client, alice, english, language="en", dry_run=True)["reply"]


def test_what_waits_for_a_yes_is_answered_in_it(client: Client, alice: Headers) -> None:
    speak(client, alice, "de")
    say(client, alice, "Setz Milch, Eier und Brot auf die Einkaufsliste")
    asked = say(client, alice, "Lösche alles auf der Einkaufsliste")
    assert asked["outcome"] == "needs_approval"
    assert "drei" in asked["reply"]
    declined = client.post(
        f"/api/v1/approvals/{asked['approval_id']}", json={"decision": "refuse"}, headers=alice
    ).raise_for_status()
    assert declined.json()["reply"] == "In Ordnung, es bleibt, wie es war."
    asked = say(client, alice, "Lösche alles auf der Einkaufsliste")
    assert say(client, alice, "ja")["outcome"] == "done"


def test_an_error_for_programs_is_english_for_everybody(client: Client, alice: Headers) -> None:
    speak(client, alice, "de")
    answer = client.post("/api/v1/commands", json={"text": " "}, headers=alice)
    assert answer.status_code == 422
    assert "The text is empty" in answer.text


def test_a_language_that_there_is_not_is_refused(client: Client, alice: Headers) -> None:
    body = {"text": "undo", "language": "tlh"}
    answer = client.post("/api/v1/commands", json=body, headers=alice)
    assert answer.status_code == 422
    assert "language" in answer.text
