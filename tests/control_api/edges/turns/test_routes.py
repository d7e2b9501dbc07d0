"""What happened in each turn: who may tell it and read it, and what of it is kept."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.turns.tidying import forget_in_all
from control_api.setup.settings import Settings
from control_api.who.signed_tokens.tokens import make_session_token
from tests.control_api.conftest import Headers, bearer

Client = TestClient[Litestar]
HERE = "/api/v1/sessions/talk-1/turns"
WISH = "/api/v1/me/transcripts"
TURN = {
    "heard": "and do that",
    "text": "undo that",
    "others": ["and do hat"],
    "outcome": "done",
    "reader": "sentences",
    "confidence": 0.9,
    "command_id": "c1",
    "interrupted": True,
    "took": {"transcription": 120.0, "end_of_turn": 200.5, "tool": 7.25, "total": 480.0},
}
WORDS = {"heard": "and do that", "text": "undo that", "others": ["and do hat"]}


def tell(client: Client, agent: Headers, **changed: Any) -> None:
    client.post(HERE, json=TURN | changed, headers=agent).raise_for_status()


def turns(client: Client, headers: Headers) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (
        client.get(HERE, headers=headers).raise_for_status().json()["items"]
    )
    return items


def wish(client: Client, headers: Headers, days: int) -> None:
    client.put(WISH, json={"keep_days": days}, headers=headers).raise_for_status()


def make_older(client: Client, app: Litestar, settings: Settings, days: int) -> None:
    """Put the turns back in time."""

    async def change() -> None:
        workspace = await app.state.workspaces.open(settings.secrets.owner_id)
        await workspace.file.write(
            lambda db: db.execute(
                "UPDATE turns SET at = strftime('%Y-%m-%dT%H:%M:%fZ', at, ?)", [f"-{days} days"]
            )
        )

    client.blocking_portal.call(change)


def test_the_numbers_of_a_turn_are_kept_and_its_words_are_not(
    client: Client, alice: Headers, agent: Headers
) -> None:
    tell(client, agent)
    (turn,) = turns(client, alice)
    assert turn["words"] is None
    assert turn["took"]["total"] == 480.0
    assert turn["took"]["speech"] is None
    for name in ("outcome", "reader", "confidence", "command_id", "interrupted"):
        assert turn[name] == TURN[name]


def test_words_are_kept_for_who_wants_that(client: Client, alice: Headers, agent: Headers) -> None:
    assert client.get(WISH, headers=alice).json() == {"keep_days": 0}
    wish(client, alice, 7)
    assert client.get(WISH, headers=alice).json() == {"keep_days": 7}
    tell(client, agent)
    assert turns(client, alice)[0]["words"] == WORDS


def test_words_are_gone_at_once_when_they_are_not_wanted_any_more(
    client: Client, alice: Headers, agent: Headers
) -> None:
    wish(client, alice, 7)
    tell(client, agent)
    wish(client, alice, 0)
    wish(client, alice, 7)
    assert turns(client, alice)[0]["words"] is None


def test_words_go_when_their_time_is_over(
    client: Client, app: Litestar, settings: Settings, alice: Headers, agent: Headers
) -> None:
    wish(client, alice, 7)
    tell(client, agent)
    make_older(client, app, settings, 6)
    assert turns(client, alice)[0]["words"] == WORDS
    make_older(client, app, settings, 2)
    assert turns(client, alice)[0]["words"] is None


def test_words_whose_time_is_over_leave_the_file_though_nobody_speaks(
    client: Client, app: Litestar, settings: Settings, alice: Headers, agent: Headers
) -> None:
    def with_words() -> int:
        async def count() -> int:
            workspace = await app.state.workspaces.open(settings.secrets.owner_id)
            found: int = await workspace.file.read(
                lambda db: db.execute("SELECT count(words) FROM turns").fetchone()[0]
            )
            return found

        return client.blocking_portal.call(count)

    wish(client, alice, 7)
    tell(client, agent)
    make_older(client, app, settings, 8)
    assert with_words() == 1
    client.blocking_portal.call(lambda: forget_in_all(app.state.control, app.state.workspaces))
    assert with_words() == 0
    assert len(turns(client, alice)) == 1


def test_numbers_go_after_ninety_days(
    client: Client, app: Litestar, settings: Settings, alice: Headers, agent: Headers
) -> None:
    tell(client, agent, confidence=0.1)
    make_older(client, app, settings, 91)
    tell(client, agent, confidence=0.2)
    assert [turn["confidence"] for turn in turns(client, alice)] == [0.2]


def test_what_is_deleted_for_good_takes_the_words_of_turns_with_it(
    client: Client, alice: Headers, agent: Headers
) -> None:
    wish(client, alice, 7)
    tell(client, agent)
    made = client.post("/api/v1/tasks", json={"title": "Milk"}, headers=alice).json()["id"]
    client.delete(f"/api/v1/tasks/{made}", headers=alice).raise_for_status()
    client.delete(f"/api/v1/trash/{made}", headers=alice).raise_for_status()
    assert turns(client, alice)[0]["words"] is None


def test_turns_come_newest_first_page_by_page(
    client: Client, alice: Headers, agent: Headers
) -> None:
    for confidence in (0.1, 0.2, 0.3):
        tell(client, agent, confidence=confidence)
    first = client.get(HERE, params={"limit": 2}, headers=alice).json()
    rest = client.get(HERE, params={"cursor": first["next_cursor"]}, headers=alice).json()
    told = [turn["confidence"] for turn in first["items"] + rest["items"]]
    assert told == [0.3, 0.2, 0.1]
    assert rest["next_cursor"] is None


def test_an_agent_tells_of_its_own_conversation_alone(
    client: Client, settings: Settings, alice: Headers, agent: Headers
) -> None:
    secrets = settings.secrets
    other = bearer(make_session_token(secrets.signing_key, secrets.owner_id, "talk-2"))
    assert client.post(HERE, json=TURN, headers=other).status_code == 404
    assert client.get(HERE, headers=alice).status_code == 404
    tell(client, agent)
    assert len(turns(client, alice)) == 1


@pytest.mark.parametrize(("total", "is_told"), [(2400.0, True), (1900.0, False), (None, False)])
def test_who_watches_hears_of_a_turn_that_was_slow(
    client: Client,
    app: Litestar,
    settings: Settings,
    agent: Headers,
    total: float | None,
    is_told: bool,
) -> None:
    async def subscription() -> Any:
        workspace = await app.state.workspaces.open(settings.secrets.owner_id)
        return workspace.feed.subscribe(is_told=True)

    with client.blocking_portal.call(subscription) as watching:
        tell(client, agent, took={"total": total})
        told = list(watching.told())
    assert [message.event for message in told] == ["slow_turn"] * is_told
    assert all(b"2400" in bytes(message.data) and b"talk-1" in message.data for message in told)
