"""A person in a room: a participant that publishes speech and listens to what comes back."""

import asyncio
import contextlib
import time
from bisect import bisect_right
from collections.abc import AsyncIterator, Callable, Coroutine
from operator import itemgetter
from typing import Any

import httpx
import msgspec
import numpy as np
from livekit import rtc

from bench.conversation.signal import (
    AUDIBLE,
    MICROPHONE_RATE,
    Samples,
    levels,
    resampled,
    room_noise,
    voiced_span,
)
from shared.rooms import ATTRIBUTE_AGENT_STATE, TOPIC_CHAT, TOPIC_TRANSCRIPTION, TokenAnswer

FRAME = MICROPHONE_RATE // 100
_FRAME_TAKEN_WITHIN_S = 1.0
_LEFT_WITHIN_S = 10.0
_PATIENCE_S = 120.0
"""For what comes on the slowest machine, too: who has waited this long has found a fault."""
_PAUSE_S = 0.02
HEARING_RATE = 24_000
HEARING_FRAME_MS = 10


class Line(msgspec.Struct):
    """One segment of the transcript; later revisions replace its text."""

    speaker: str
    text: str
    final: bool
    at: float
    """Monotonic seconds of the last revision."""


class Caller:
    """Joins a room, keeps its microphone open, records all it hears."""

    def __init__(self, seed: int = 0) -> None:
        self.room = rtc.Room()
        self.lines: dict[str, Line] = {}
        self.states: list[tuple[float, str]] = []
        self.heard: list[tuple[float, Samples]] = []
        self._random = np.random.default_rng(seed)
        self._source = rtc.AudioSource(MICROPHONE_RATE, 1, queue_size_ms=0)
        self._to_say: list[tuple[Samples, int, asyncio.Future[float]]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.identity = ""
        self.server_url = ""

    async def join(self, address: str, token: str, **request: object) -> None:
        """Get a room token from the control API, connect, publish the microphone."""
        async with httpx.AsyncClient(trust_env=False, timeout=_PATIENCE_S) as http:
            answer = await http.post(
                address + "/api/v1/token",
                json=request,
                headers={"Authorization": f"Bearer {token}"},
            )
            answer.raise_for_status()
        await self.connect(msgspec.json.decode(answer.content, type=TokenAnswer))

    async def connect(self, answer: TokenAnswer) -> None:
        """Connect with a token that was had elsewhere."""
        self.room.register_text_stream_handler(TOPIC_TRANSCRIPTION, self._on_transcript)
        self.room.on("participant_attributes_changed", self._on_attributes)
        self.room.on("track_subscribed", self._on_track)
        self.room.on("participant_connected", self._note_state)
        self.server_url = answer.server_url
        await self.room.connect(answer.server_url, answer.participant_token)
        self.identity = self.room.local_participant.identity
        for participant in self.room.remote_participants.values():
            self._note_state(participant)
        track = rtc.LocalAudioTrack.create_audio_track("microphone", self._source)
        await self.room.local_participant.publish_track(
            track, rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
        )
        self._spawn(self._pump())

    async def leave(self) -> None:
        """Disconnect and stop the microphone."""
        for task in list(self._tasks):
            task.cancel()
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_LEFT_WITHIN_S):
                await asyncio.gather(*self._tasks, return_exceptions=True)
                await self.room.disconnect()

    def begin_saying(self, speech: Samples, rate: int) -> "asyncio.Future[float]":
        """Start to speak; the future gives the moment of the last voiced sample."""
        samples = resampled(speech, rate, MICROPHONE_RATE)
        end = voiced_span(samples, MICROPHONE_RATE)[1]
        done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._to_say.append((samples, end, done))
        return done

    async def type(self, text: str) -> None:
        """Send a typed message, as every LiveKit client does."""
        await self.room.local_participant.send_text(text, topic=TOPIC_CHAT)

    def state(self) -> str:
        """The agent's state as last told; empty before there is an agent."""
        return self.states[-1][1] if self.states else ""

    async def wait_for(self, what: Callable[[], bool], why: str) -> None:
        """Poll until `what` holds; AssertionError with the transcript when it never does."""
        give_up = time.monotonic() + _PATIENCE_S
        while not what():
            assert time.monotonic() < give_up, f"{why}; {self.what_came()}"
            await asyncio.sleep(_PAUSE_S)

    def what_came(self) -> str:
        """What came from the agent so far, in short: states, sound, tracks, transcript."""
        loudest = max((int(np.abs(samples).max()) for _, samples in self.heard), default=0)
        tracks = [
            f"{publication.sid} subscribed={publication.subscribed} muted={publication.muted}"
            for participant in self.room.remote_participants.values()
            for publication in participant.track_publications.values()
        ]
        return (
            f"states {self.states[-6:]}; heard {len(self.heard)} frames, loudest {loudest}; "
            f"tracks {tracks}; said {self.transcript()}"
        )

    async def wait_for_agent(self) -> None:
        """Wait until the agent listens."""
        await self.wait_for(lambda: self.state() == "listening", "no agent listens")

    def transcript(self) -> list[tuple[str, str]]:
        """Who said what, in order of the last revision."""
        ordered = sorted(self.lines.values(), key=lambda line: line.at)
        return [("me" if line.speaker == self.identity else "agent", line.text) for line in ordered]

    def agent_lines(self, since: float = 0.0) -> list[str]:
        """What the agent said, as text, since a moment."""
        return [
            line.text
            for line in sorted(self.lines.values(), key=lambda line: line.at)
            if line.speaker != self.identity and line.at >= since and line.text
        ]

    def first_audible(self, since: float) -> float | None:
        """Moment of the first audible 10 ms heard after `since`."""
        for at, samples in self.heard[bisect_right(self.heard, since, key=itemgetter(0)) :]:
            if float(levels(samples, HEARING_RATE).max(initial=0)) > AUDIBLE:
                return at
        return None

    def last_audible(self, since: float) -> float | None:
        """Moment of the last audible 10 ms heard after `since`."""
        for at, samples in reversed(self.heard):
            if at <= since:
                return None
            if float(levels(samples, HEARING_RATE).max(initial=0)) > AUDIBLE:
                return at
        return None

    def audio_between(self, start: float, end: float) -> Samples:
        """What was heard between two moments, 24 kHz."""
        parts = [samples for at, samples in self.heard if start <= at <= end]
        return np.concatenate(parts) if parts else np.zeros(0, np.int16)

    async def _pump(self) -> None:
        due = time.monotonic()
        while True:
            if self._to_say:
                samples, end, done = self._to_say.pop(0)
                due = await self._publish(samples, end, done, due)
            else:
                due = await self._push(room_noise(FRAME, self._random), due)

    async def _publish(
        self, samples: Samples, end: int, done: "asyncio.Future[float]", due: float
    ) -> float:
        for at in range(0, len(samples), FRAME):
            frame = room_noise(FRAME, self._random)
            piece = samples[at : at + FRAME]
            frame[: len(piece)] += piece
            due = await self._push(frame, due)
            if at < end <= at + FRAME and not done.done():
                done.set_result(due - (at + FRAME - end) / MICROPHONE_RATE)
        if not done.done():
            done.set_result(due)
        return due

    async def _push(self, samples: Samples, due: float) -> float:
        frame = rtc.AudioFrame(samples.tobytes(), MICROPHONE_RATE, 1, len(samples))
        # Once in a while LiveKit's client never says that it took a frame.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_FRAME_TAKEN_WITHIN_S):
                await self._source.capture_frame(frame)
        due = max(due + len(samples) / MICROPHONE_RATE, time.monotonic() - 0.1)
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        return due

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _note_state(self, participant: rtc.RemoteParticipant) -> None:
        state = participant.attributes.get(ATTRIBUTE_AGENT_STATE)
        if state:
            self.states.append((time.monotonic(), state))

    def _on_attributes(self, changed: dict[str, str], _participant: rtc.Participant) -> None:
        if ATTRIBUTE_AGENT_STATE in changed:
            self.states.append((time.monotonic(), changed[ATTRIBUTE_AGENT_STATE]))

    def _on_transcript(self, reader: rtc.TextStreamReader, speaker: str) -> None:
        self._spawn(self._read_line(reader, speaker))

    async def _read_line(self, reader: rtc.TextStreamReader, speaker: str) -> None:
        attributes = reader.info.attributes or {}
        segment = attributes.get("lk.segment_id", reader.info.stream_id)
        line = Line(speaker, "", attributes.get("lk.transcription_final") == "true", 0.0)
        # Who leaves in mid-sentence has what came until then.
        with contextlib.suppress(rtc.StreamError):
            async for piece in reader:
                line.text += piece
                line.at = time.monotonic()
                self.lines[segment] = line

    def _on_track(self, track: rtc.Track, *_: object) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO:
            self._spawn(self._listen(track))

    async def _listen(self, track: rtc.Track) -> None:
        stream = rtc.AudioStream(
            track, sample_rate=HEARING_RATE, num_channels=1, frame_size_ms=HEARING_FRAME_MS
        )
        try:
            async for event in stream:
                samples = np.frombuffer(event.frame.data, np.int16).copy()
                self.heard.append((time.monotonic(), samples))
        finally:
            # Left open it goes on for as long as the process, whoever has left the room.
            await stream.aclose()


@contextlib.asynccontextmanager
async def in_room(address: str, token: str, **request: object) -> AsyncIterator[Caller]:
    """A caller whose agent listens, for the time of an `async with` block."""
    caller = Caller()
    try:
        await caller.join(address, token, **request)
        await caller.wait_for_agent()
        yield caller
    finally:
        await caller.leave()
