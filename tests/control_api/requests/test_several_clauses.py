"""Many things in one breath are one command: all are done, and undone, together, or none is."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
NOW = {"now": "2026-11-21T10:00", "time_zone": "Europe/Berlin"}
PLAN = (
    "Add tasks: flyers due Friday for Anna, posters due Thursday for Mike. "
    "Make the posters block the flyers. Make the flyers high priority and tag the posters print. "
    "Remind me to call Tom tomorrow at three and pay the rent on Monday. "
    "Add bread and jam to my shopping list. Move them to Friday."
)


def say(client: Client, headers: Headers, text: str, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/commands", json={"text": text} | NOW | more, headers=headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def tasks(client: Client, headers: Headers) -> dict[str, dict[str, Any]]:
    items = client.get("/api/v1/tasks", headers=headers).raise_for_status().json()["items"]
    return {item["title"]: item for item in items}


def test_a_whole_plan_is_done_at_once_and_undone_at_once(client: Client, alice: Headers) -> None:
    told = say(client, alice, PLAN)
    assert told["outcome"] == "done", told
    assert len(told["actions"]) >= 8
    have = tasks(client, alice)
    assert set(have) == {"Flyers", "Posters", "Call Tom", "Pay the rent", "Bread", "Jam"}
    assert have["Flyers"]["assignees"] == ["Anna"]
    assert have["Flyers"]["depends_on"] == [have["Posters"]["id"]]
    assert have["Flyers"]["priority"] == "high"
    assert have["Posters"]["tags"] == ["print"]
    assert have["Call Tom"]["due"] == "2026-11-22T15:00:00"
    assert {have[name]["due"] for name in ("Bread", "Jam")} == {"2026-11-27"}
    assert say(client, alice, "undo that")["outcome"] == "done"
    assert not tasks(client, alice)


def test_a_dry_run_of_it_says_the_same_and_does_nothing(client: Client, alice: Headers) -> None:
    planned = say(client, alice, PLAN, dry_run=True)
    assert planned["outcome"] == "planned"
    assert not tasks(client, alice)
    assert say(client, alice, PLAN)["reply"] == planned["reply"]


def test_one_that_fails_takes_back_all_and_is_named(client: Client, alice: Headers) -> None:
    for title in ("Flyers", "Posters"):
        client.post("/api/v1/tasks", json={"title": title}, headers=alice).raise_for_status()
    told = say(
        client,
        alice,
        "Remind me to call Tom. Make the posters block the flyers. "
        "Make the flyers block the posters.",
    )
    assert told["outcome"] == "refused", told
    assert "number three of three" in told["reply"]
    assert set(tasks(client, alice)) == {"Flyers", "Posters"}


def test_what_can_only_be_alone_is_refused_in_words(client: Client, alice: Headers) -> None:
    say(client, alice, "add bread to my shopping list")
    told = say(client, alice, "Add jam to my shopping list. Undo that.")
    assert told["outcome"] == "refused"
    assert "say just that" in told["reply"]
    assert set(tasks(client, alice)) == {"Bread"}
