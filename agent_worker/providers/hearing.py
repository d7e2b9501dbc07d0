"""Ears that are several: what one recogniser loses is given to the next, from its beginning."""

import asyncio
from collections.abc import AsyncIterable, Callable, Coroutine
from typing import Any

from livekit import rtc
from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, stt
from livekit.agents._exceptions import APIConnectionError
from livekit.agents.types import APIConnectOptions, NotGivenOr
from livekit.agents.utils import AudioBuffer
from livekit.agents.utils.audio import calculate_audio_duration

from agent_worker.hearing.utterance import RATE
from agent_worker.providers.ears import Ear, open_ear
from agent_worker.providers.faults import EmptyAnswerError, Fault, SilentError
from agent_worker.providers.member import Member, Order
from agent_worker.providers.ring import Ring
from agent_worker.providers.spending.prices import Used
from agent_worker.thinking.apologies import ONE_MOMENT

SIGN_S = 2.5
"""Silence after speech after which the person is told that it is being heard, by whoever can."""
_UNHEARD_S = 0.6
"""Of sound before the end of speech that a final transcript may leave out: silence, mostly."""
_TRANSCRIPTS = frozenset(
    {
        stt.SpeechEventType.INTERIM_TRANSCRIPT,
        stt.SpeechEventType.PREFLIGHT_TRANSCRIPT,
        stt.SpeechEventType.FINAL_TRANSCRIPT,
    }
)


class HearingChain(stt.STT[str]):
    """The recognisers of one conversation, in the order in which they are asked."""

    def __init__(self, order: Order[stt.STT[Any]], *, apologise: Callable[[str], None]) -> None:
        """`apologise` is given a sentence to say when nobody heard what was said, or not yet."""
        super().__init__(
            capabilities=stt.STTCapabilities(
                streaming=True, interim_results=True, manual_flush=True
            )
        )
        self.order = order
        self.apologise = apologise
        self.sign_s = SIGN_S
        self.is_assistant_speaking = False
        self._streams: set[ChainStream] = set()
        for member in order.members:
            member.client.on("metrics_collected", self._pass_metrics_on)

    @property
    def model(self) -> str:
        """Name in metrics: that of the first."""
        return self.order.members[0].client.model

    @property
    def provider(self) -> str:
        """Name in metrics: that of the first."""
        return self.order.members[0].client.provider

    def on_speaking(self, speaking: bool) -> None:
        """Take the VAD's word on whether the person speaks."""
        for stream in self._streams:
            stream.on_speaking(speaking)

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "ChainStream":
        """Begin to listen."""
        del language
        stream = ChainStream(self, conn_options)
        self._streams.add(stream)
        return stream

    def discard(self, stream: "ChainStream") -> None:
        """Forget a stream that has ended."""
        self._streams.discard(stream)

    async def aclose(self) -> None:
        """Let go of all of them."""
        await self.order.aclose()
        for member in self.order.members:
            await member.client.aclose()

    async def _recognize_impl(
        self,
        buffer: AudioBuffer,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions,
    ) -> stt.SpeechEvent:
        del language
        for place, member in self.order.askable():
            try:
                member.used(Used(seconds=calculate_audio_duration(buffer)))
                async with asyncio.timeout(member.within_s):
                    event = await member.client.recognize(buffer, conn_options=conn_options)
            except Exception as error:  # noqa: BLE001 (whatever its client raises, the next is asked)
                self.order.failed(place, error)
            else:
                self.order.succeeded(place)
                return event
        raise APIConnectionError(self.order.apology(), retryable=False)

    def _pass_metrics_on(self, *metrics: Any) -> None:
        self.emit("metrics_collected", *metrics)


class ChainStream(stt.RecognizeStream):
    """The sound of one microphone, as text."""

    def __init__(self, chain: HearingChain, conn_options: APIConnectOptions) -> None:
        super().__init__(stt=chain, conn_options=conn_options, sample_rate=RATE)
        self._chain = chain
        self._ring = Ring()
        self._ear: Ear | None = None
        self._reading: asyncio.Task[None] | None = None
        self._place = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._failed: set[int] = set()
        """Places of those that failed in this utterance."""
        self._faults: list[Fault] = []
        self._speaking = False
        self._wanted = False
        """Whether something was said that no final transcript covers."""
        self._is_over_voice = False
        self._heard_all = False
        self._sent_s = 0.0
        self._ended_at_s = 0.0
        """Where speech ended last, in seconds of what the ear was sent."""
        self._deadline: asyncio.TimerHandle | None = None
        self._sign: asyncio.TimerHandle | None = None

    def on_speaking(self, speaking: bool) -> None:
        """Take the VAD's word on whether the person speaks."""
        if speaking and not self._speaking:
            self._begin()
        elif not speaking and self._speaking:
            self._end()

    async def _run(self) -> None:
        self._listen()
        try:
            async for item in self._input_ch:
                if isinstance(item, rtc.AudioFrame):
                    self._hear(item)
                elif self._speaking:
                    self._end()
        finally:
            self._chain.discard(self)
            self._stop_clock()
            self._stop_sign()
            self._retire()
            if self._tasks:
                await asyncio.wait(self._tasks)

    async def _metrics_monitor_task(self, event_aiter: AsyncIterable[stt.SpeechEvent]) -> None:
        """Leave the metrics to the recognisers that answer."""
        async for _ in event_aiter:
            pass

    def _begin(self) -> None:
        self._speaking = True
        self._heard_all = False
        self._stop_clock()
        self._stop_sign()
        self._ring.begin()
        if not self._wanted:
            self._wanted = True
            self._is_over_voice = self._chain.is_assistant_speaking
            self._failed.clear()
            self._faults.clear()
            best = next(self._chain.order.askable(), None)
            if self._ear is None or (best is not None and best[0] < self._place):
                self._listen()
                return
        elif not self._chain.is_assistant_speaking:
            self._is_over_voice = False  # who goes on in the silence is somebody
        if self._ear is not None:
            self._ear.begin()

    def _hear(self, frame: rtc.AudioFrame) -> None:
        self._ring.push(frame)
        if not self._wanted and self._chain.order.refusal(self._place) is not None:
            # What was allowed, or could be paid, is no more.
            self._retire()
        if self._ear is not None:
            self._ear.hear(frame)
            self._sent_s += frame.duration

    def _end(self) -> None:
        self._speaking = False
        self._ring.end()
        self._ended_at_s = self._sent_s
        if not self._is_over_voice:
            loop = asyncio.get_running_loop()
            self._sign = loop.call_later(self._chain.sign_s, self._chain.apologise, ONE_MOMENT)
        if self._ear is None:
            # Whoever failed while they spoke may be back: a connection breaks for a moment, too.
            self._failed.clear()
            self._listen()
            return
        self._ear.end()
        if self._heard_all:
            self._over()
        else:
            self._start_clock()

    def _over(self) -> None:
        """Note that all that was said is heard."""
        self._stop_clock()
        self._stop_sign()
        self._wanted = False
        self._ring.over()

    def _listen(self) -> None:
        """Open the best ear there is, and give it what was said up to now."""
        self._retire()
        for place, member in self._chain.order.askable(self._failed):
            self._place = place
            self._ear = open_ear(member.client, member.within_s, _charged_to(member))
            self._reading = self._spawn(self._read(self._ear))
            self._tell_all()
            return
        if self._wanted:
            self._give_up()

    def _tell_all(self) -> None:
        """Say again to a new ear what was said."""
        if self._ear is None:
            return
        self._sent_s = 0.0
        if self._wanted:
            self._ear.begin()
        for frame in self._ring:
            self._ear.hear(frame)
            self._sent_s += frame.duration
        if self._wanted and not self._speaking:
            self._ended_at_s = self._sent_s - self._ring.since_end_s
            self._ear.end()
            self._start_clock()

    def _give_up(self) -> None:
        """Say that nobody heard it, unless it may have been the assistant's own voice."""
        if not self._speaking:
            self._over()
            if not self._is_over_voice:
                self._chain.apologise(self._chain.order.apology(self._faults))

    async def _read(self, ear: Ear) -> None:
        try:
            async for event in ear.events():
                if ear is self._ear and event.type in _TRANSCRIPTS:
                    self._take(event)
            error: Exception = EmptyAnswerError()
        except Exception as raised:  # noqa: BLE001 (whatever its client raises, the next one listens)
            error = raised
        if ear is self._ear:
            self._lost(error)

    def _take(self, event: stt.SpeechEvent) -> None:
        words = event.alternatives[0] if event.alternatives else None
        text = words.text if words else ""
        if event.type is not stt.SpeechEventType.FINAL_TRANSCRIPT:
            self._heard_all = self._heard_all and not text
        else:
            self._chain.order.succeeded(self._place)
            self._note_final(words.end_time if words and text else 0.0)
        if text:
            self._event_ch.send_nowait(event)

    def _note_final(self, heard_to_s: float) -> None:
        """Take in how far a final transcript reaches; 0 when it doesn't say."""
        until = self._sent_s if self._speaking else self._ended_at_s
        is_near = until - heard_to_s < _UNHEARD_S
        self._heard_all = is_near if heard_to_s else not self._speaking
        if heard_to_s:
            self._ring.keep_last(max(0.0, self._sent_s - heard_to_s))
        if self._wanted and not self._speaking and self._heard_all:
            self._over()

    def _silent(self) -> None:
        self._lost(SilentError())

    def _lost(self, error: Exception) -> None:
        """Let the next one hear what this one lost."""
        self._faults.append(self._chain.order.failed(self._place, error))
        self._failed.add(self._place)
        self._stop_clock()
        self._listen()

    def _start_clock(self) -> None:
        self._stop_clock()
        within_s = self._chain.order.members[self._place].within_s
        self._deadline = asyncio.get_running_loop().call_later(within_s, self._silent)

    def _stop_clock(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _stop_sign(self) -> None:
        if self._sign is not None:
            self._sign.cancel()
            self._sign = None

    def _retire(self) -> None:
        ear, self._ear = self._ear, None
        if ear is not None:
            if self._reading is not None and self._reading is not asyncio.current_task():
                self._reading.cancel()
            _ = self._spawn(ear.aclose())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _charged_to(member: Member[stt.STT[Any]]) -> Callable[[float], None]:
    return lambda seconds: member.used(Used(seconds=seconds))
