import time

import jwt

from control_api.edges.rooms.entry import entry_for
from control_api.edges.rooms.tokens import room_token
from shared.rooms import AGENT_NAME, TokenRequest

KEY = "saydo-test"
SECRET = "s" * 40
ALICE = "11111111-1111-4111-8111-111111111111"
EVERYTHING = TokenRequest(
    room_name="kitchen",
    participant_identity="phone",
    participant_name="Alice",
    participant_metadata="{}",
    participant_attributes={"note": "hello"},
    room_config={
        "agents": [{"agent_name": "spy"}],
        "egress": {"room": {"room_name": "kitchen"}},
        "max_participants": 1000,
    },
)


def claims(request: TokenRequest) -> dict[str, object]:
    token = room_token(entry_for(request, ALICE, "Alice"), key=KEY, secret=SECRET)
    decoded: dict[str, object] = jwt.decode(token, SECRET, algorithms=["HS256"], issuer=KEY)
    return decoded


def test_a_token_grants_one_room_a_microphone_and_no_more() -> None:
    assert claims(EVERYTHING)["video"] == {
        "roomJoin": True,
        "room": "kitchen",
        "canPublish": True,
        "canPublishSources": ["microphone"],
        "canSubscribe": True,
        "canPublishData": True,
        "canUpdateOwnMetadata": False,
    }


def test_a_token_holds_nothing_else() -> None:
    assert set(claims(EVERYTHING)) == {
        *("video", "name", "metadata", "attributes", "roomConfig"),
        *("sub", "iss", "nbf", "exp"),
    }
    assert set(claims(TokenRequest())) == {
        "video",
        "name",
        "roomConfig",
        "sub",
        "iss",
        "nbf",
        "exp",
    }


def test_a_token_lives_for_15_minutes_at_most() -> None:
    assert 0 < claims(EVERYTHING)["exp"] - time.time() <= 15 * 60  # type: ignore[operator]


def test_the_clients_own_room_config_is_not_heeded() -> None:
    assert claims(EVERYTHING)["roomConfig"] == {
        "agents": [{"agentName": AGENT_NAME}],
        "emptyTimeout": 120,
        "departureTimeout": 60,
        "maxParticipants": 8,
    }
