import base64
import hashlib
from datetime import timedelta

import pytest
from livekit import api

from control_api.edges.rooms.entry import entry_for
from control_api.edges.rooms.tokens import room_token
from control_api.edges.rooms.webhooks import read_event
from shared.problems import MalformedError, UnauthenticatedError
from shared.rooms import TokenRequest
from tests.control_api.edges.rooms.conftest import KEY, SECRET

BODY = b'{"event": "participant_left", "room": {"name": "kitchen"}, "newer_field": 1}'


def signed(body: bytes, key: str = KEY, secret: str = SECRET, minutes: int = 5) -> str:
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    token = api.AccessToken(key, secret).with_sha256(digest)
    return token.with_ttl(timedelta(minutes=minutes)).to_jwt()


def test_an_event_that_the_server_signed_is_read() -> None:
    event = read_event(BODY, signed(BODY), key=KEY, secret=SECRET)
    assert (event.event, event.room.name) == ("participant_left", "kitchen")


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        signed(BODY, secret="x" * 40),
        signed(BODY, key="somebody-else"),
        signed(BODY + b" "),
        signed(BODY, minutes=-5),
    ],
    ids=["none", "nonsense", "forged", "other key", "other body", "expired"],
)
def test_an_event_that_was_not_signed_like_this_is_refused(token: str) -> None:
    with pytest.raises(UnauthenticatedError):
        read_event(BODY, token, key=KEY, secret=SECRET)


def test_a_participants_token_signs_no_event() -> None:
    entry = entry_for(TokenRequest(), "11111111-1111-4111-8111-111111111111", "")
    token = room_token(entry, key=KEY, secret=SECRET)
    for body in (BODY, b""):
        with pytest.raises(UnauthenticatedError):
            read_event(body, token, key=KEY, secret=SECRET)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"event": 7}'])
def test_a_signed_body_that_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedError):
        read_event(body, signed(body), key=KEY, secret=SECRET)
