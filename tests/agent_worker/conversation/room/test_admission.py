import asyncio
from typing import Any, cast

import httpx
import msgspec
import pytest
from livekit import rtc

from agent_worker.conversation.room import admission
from agent_worker.conversation.room.admission import Presence, admit
from shared.client import SaydoClient, SaydoProblemError
from shared.problems import NotFoundError
from shared.rooms import SessionGrant
from tests.patience import PATIENCE_S

GRANT = SessionGrant("t", "2030-01-01T00:00:00Z", "alice", "Europe/Berlin")


def client(answers: list[httpx.Response | None]) -> SaydoClient:
    def answer(request: httpx.Request) -> httpx.Response:
        given = answers.pop(0)
        if given is None:
            raise httpx.ConnectError("refused", request=request)
        return given

    return SaydoClient("http://api.test", "key", transport=httpx.MockTransport(answer))


async def test_a_control_api_that_is_only_starting_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(admission, "_TRY_EVERY_S", 0)
    granted = httpx.Response(201, content=msgspec.json.encode(GRANT))
    # Each try makes two requests: the second in case the first met a broken connection.
    assert await admit(client([None, None, None, None, granted]), "room") == GRANT


async def test_a_room_that_is_not_ours_is_not_asked_for_again() -> None:
    problem = NotFoundError("There is no such room.").problem()
    answers: list[httpx.Response | None] = [
        httpx.Response(404, content=msgspec.json.encode(problem))
    ]
    with pytest.raises(SaydoProblemError, match="no such room"):
        await admit(client(answers), "room")


class Room(rtc.EventEmitter[str]):
    def __init__(self, *identities: str) -> None:
        super().__init__()
        self.remote_participants = dict.fromkeys(identities)

    def happens(self, event: str, person: "Person") -> None:
        if event == "participant_connected":
            self.remote_participants[person.identity] = None
        else:
            del self.remote_participants[person.identity]
        self.emit(event, person)


class Person:
    def __init__(self, identity: str, disconnect_reason: int | None = None) -> None:
        self.identity = identity
        self.disconnect_reason = disconnect_reason


async def gone(room: Room, monkeypatch: pytest.MonkeyPatch, *events: tuple[str, str]) -> bool:
    monkeypatch.setattr(admission, "_AFTER_LOSING_S", 0.02)
    left = asyncio.Event()
    presence = Presence(cast("Any", room), "alice", left.set)
    for event, identity in events:
        room.happens(event, Person(identity))
    if presence._leaving is None:
        # Nothing is under way that could end it.
        return False
    await asyncio.wait_for(left.wait(), PATIENCE_S)
    return True


@pytest.mark.parametrize(
    ("there", "events", "expected"),
    [
        (("alice",), [], False),
        (("alice",), [("participant_disconnected", "alice")], True),
        (
            ("alice",),
            [("participant_disconnected", "alice"), ("participant_connected", "alice")],
            False,
        ),
        (("alice", "bob"), [("participant_disconnected", "bob")], False),
        (
            ("alice",),
            [("participant_disconnected", "alice"), ("participant_connected", "bob")],
            True,
        ),
        (("alice.laptop", "alice.phone"), [("participant_disconnected", "alice.phone")], False),
        (("alice.phone",), [("participant_disconnected", "alice.phone")], True),
        ((), [], True),
        ((), [("participant_connected", "alice")], False),
    ],
)
async def test_the_conversation_ends_when_its_person_stays_away(
    there: tuple[str, ...],
    events: list[tuple[str, str]],
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert await gone(Room(*there), monkeypatch, *events) is expected


async def test_who_hangs_up_is_waited_for_less_than_who_lost_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(admission, "_AFTER_LEAVING_S", 0.02)
    room, left = Room("alice"), asyncio.Event()
    Presence(cast("Any", room), "alice", left.set)
    room.happens("participant_disconnected", Person("alice", rtc.DisconnectReason.CLIENT_INITIATED))
    await asyncio.wait_for(left.wait(), PATIENCE_S)
