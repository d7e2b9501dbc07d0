"""A person with several devices in one room is listened to where they speak."""

from typing import Any, cast

import pytest
from livekit import rtc

from agent_worker.conversation.room.devices import Devices

LAPTOP, PHONE, TABLET, BOB = "alice.laptop", "alice.phone", "alice.tablet", "bob.phone"


class Track:
    def __init__(self, *, sound: bool = True, muted: bool = False) -> None:
        self.kind = rtc.TrackKind.KIND_AUDIO if sound else rtc.TrackKind.KIND_VIDEO
        self.muted = muted


class Device:
    def __init__(self, identity: str, *tracks: Track) -> None:
        self.identity = identity
        self.track_publications = {str(at): track for at, track in enumerate(tracks)}


class Room(rtc.EventEmitter[str]):
    """A room in which the laptop, whose token was fetched last, is listened to."""

    def __init__(self) -> None:
        super().__init__()
        there = (Device(LAPTOP, Track()), Device(PHONE, Track(muted=True)), Device(BOB, Track()))
        self.remote_participants = {each.identity: each for each in there}
        self.listened_to = [LAPTOP]
        self.devices = Devices(cast("Any", self), LAPTOP, self.listened_to.append)

    def speaks(self, *identities: str) -> None:
        self.emit("active_speakers_changed", [Device(each) for each in identities])

    def leaves(self, identity: str) -> None:
        self.emit("participant_disconnected", self.remote_participants.pop(identity))


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_microphone_that_was_opened_last_is_listened_to(room: Room) -> None:
    room.emit("track_unmuted", Device(PHONE), Track())
    room.emit("track_published", Track(), Device(TABLET))
    room.emit("track_unmuted", Device(LAPTOP), Track())
    assert room.listened_to == [LAPTOP, PHONE, TABLET, LAPTOP]


@pytest.mark.parametrize("track", [Track(sound=False), Track(muted=True)], ids=["picture", "muted"])
def test_what_can_not_be_heard_is_not_turned_to(room: Room, track: Track) -> None:
    room.emit("track_published", track, Device(PHONE))
    assert room.listened_to == [LAPTOP]


def test_the_device_that_speaks_alone_is_turned_to(room: Room) -> None:
    room.speaks()
    room.speaks(LAPTOP)
    room.speaks(LAPTOP, PHONE)
    assert room.listened_to == [LAPTOP]
    room.speaks(PHONE)
    room.speaks(PHONE)
    assert room.listened_to == [LAPTOP, PHONE]


def test_another_person_is_never_listened_to(room: Room) -> None:
    room.emit("track_published", Track(), Device(BOB))
    room.emit("track_unmuted", Device(BOB), Track())
    room.speaks(BOB)
    room.leaves(LAPTOP)
    assert room.listened_to == [LAPTOP]


def test_when_a_device_leaves_one_with_an_open_microphone_takes_its_place(room: Room) -> None:
    room.remote_participants[TABLET] = Device(TABLET, Track(sound=False), Track())
    room.leaves(BOB)
    assert room.listened_to == [LAPTOP]
    room.leaves(LAPTOP)
    assert room.listened_to == [LAPTOP, TABLET]
