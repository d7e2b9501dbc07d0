"""Which of a person's devices in a room is listened to.

The one that opened its microphone last, or that speaks while the other one is silent: who talks
into the telephone does not want the laptop in the other room to be listened to.
"""

from collections.abc import Callable

from livekit import rtc

from shared.rooms import is_same_person


class Devices:
    """The devices of one person in one room, as they come, speak and go."""

    def __init__(self, room: rtc.Room, identity: str, listen_to: Callable[[str], None]) -> None:
        """Begin with the device `identity`; `listen_to` is told the identity of each other one."""
        self._room = room
        self._listened_to = identity
        self._listen_to = listen_to
        room.on("track_published", lambda publication, who: self._opened(who, publication))
        room.on("track_unmuted", self._opened)
        room.on("active_speakers_changed", self._spoke)
        room.on("participant_disconnected", self._left)

    def _opened(self, who: rtc.Participant, publication: rtc.TrackPublication) -> None:
        if publication.kind == rtc.TrackKind.KIND_AUDIO and not publication.muted:
            self._turn_to(who)

    def _spoke(self, speakers: list[rtc.Participant]) -> None:
        """Turn to who speaks, but away from nobody who does."""
        if all(each.identity != self._listened_to for each in speakers):
            for each in speakers:
                self._turn_to(each)

    def _left(self, who: rtc.RemoteParticipant) -> None:
        if who.identity == self._listened_to:
            for each in self._room.remote_participants.values():
                for publication in each.track_publications.values():
                    self._opened(each, publication)

    def _turn_to(self, who: rtc.Participant) -> None:
        if who.identity != self._listened_to and is_same_person(who.identity, self._listened_to):
            self._listened_to = who.identity
            self._listen_to(who.identity)
