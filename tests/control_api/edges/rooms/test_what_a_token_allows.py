"""What a livekit-server lets the holder of a room token do; the claims are in test_tokens.py."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from livekit import api, rtc
from livekit.protocol.models import ParticipantInfo, TrackSource

from control_api.edges.rooms.entry import entry_for
from control_api.edges.rooms.tokens import room_token
from shared.rooms import TokenRequest
from tests.control_api.edges.rooms.conftest import KEY, SECRET, Visitors
from tests.patience import PATIENCE_S
from tests.scripts.serving import Server

ALICE = "11111111-1111-4111-8111-111111111111"


def token_for(request: TokenRequest) -> str:
    return room_token(entry_for(request, ALICE, "Alice"), key=KEY, secret=SECRET)


ADMINISTRATION: dict[str, Callable[[api.LiveKitAPI], Awaitable[object]]] = {
    "list rooms": lambda lk: lk.room.list_rooms(api.ListRoomsRequest()),
    "create a room": lambda lk: lk.room.create_room(api.CreateRoomRequest(name="cellar")),
    "delete its room": lambda lk: lk.room.delete_room(api.DeleteRoomRequest(room="kitchen")),
    "list participants": lambda lk: lk.room.list_participants(
        api.ListParticipantsRequest(room="kitchen")
    ),
    "remove the agent": lambda lk: lk.room.remove_participant(
        api.RoomParticipantIdentity(room="kitchen", identity="agent")
    ),
    "change metadata": lambda lk: lk.room.update_room_metadata(
        api.UpdateRoomMetadataRequest(room="kitchen", metadata="x")
    ),
    "send another agent": lambda lk: lk.agent_dispatch.create_dispatch(
        api.CreateAgentDispatchRequest(agent_name="spy", room="kitchen")
    ),
}


@pytest.mark.parametrize("what", ADMINISTRATION)
async def test_nothing_can_be_administered_with_it(server: Server, what: str) -> None:
    client = api.LiveKitAPI(server.url, token=token_for(TokenRequest(room_name="kitchen")))
    try:
        with pytest.raises(api.ServerError) as refused:
            await ADMINISTRATION[what](client)
    finally:
        await client.aclose()
    assert refused.value.status in {401, 403}


async def test_the_server_knows_the_participant_as_one_with_a_microphone_only(
    server: Server, visitors: Visitors
) -> None:
    room = await visitors.enter(token_for(TokenRequest(room_name="study")))
    microphone = rtc.LocalAudioTrack.create_audio_track("mic", rtc.AudioSource(48_000, 1))
    await room.local_participant.publish_track(
        microphone, rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
    )
    async with api.LiveKitAPI(server.url, KEY, SECRET) as client:
        answer = await client.room.list_participants(api.ListParticipantsRequest(room="study"))
    (alice,) = answer.participants
    assert alice.kind == ParticipantInfo.Kind.STANDARD
    assert list(alice.permission.can_publish_sources) == [TrackSource.MICROPHONE]
    allowed = {field.name for field, value in alice.permission.ListFields() if value is True}
    assert allowed == {"can_subscribe", "can_publish", "can_publish_data"}


async def test_the_same_identity_joining_again_takes_the_first_ones_place(
    visitors: Visitors,
) -> None:
    request = TokenRequest(room_name="hall", participant_identity="phone")
    first = await visitors.enter(token_for(request))
    gone: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    first.on("disconnected", gone.set_result)
    second = await visitors.enter(token_for(request))
    assert await asyncio.wait_for(gone, PATIENCE_S) == rtc.DisconnectReason.DUPLICATE_IDENTITY
    assert second.isconnected()
