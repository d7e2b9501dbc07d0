"""A voice that is several: when one fails, the next goes on at the first sentence not yet said."""

from collections.abc import AsyncIterator

from livekit import rtc
from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, tts
from livekit.agents.types import APIConnectOptions
from livekit.agents.utils import shortuuid

from agent_worker.providers.faults import Fault
from agent_worker.providers.kept_speech import KeptSpeech
from agent_worker.providers.member import Member, Order, in_time
from agent_worker.providers.mouths import Mouth
from agent_worker.providers.spending.prices import Used
from agent_worker.speaking.clauses import Clauses, clauses

_PIECE_MS = 100
_NOTHING_S = 0.05
"""Silence in the place of a piece that nobody can say: with no sound, its words are not shown."""


class SpeakingChain(tts.TTS[str]):
    """The voices of one conversation, in the order in which they are asked."""

    def __init__(self, order: Order[Mouth], kept: KeptSpeech) -> None:
        """`kept` is what was made ahead of time, by this or another conversation."""
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True),
            sample_rate=order.members[0].client.rate,
            num_channels=1,
        )
        self.order = order
        self.kept = kept

    @property
    def model(self) -> str:
        """Name in metrics."""
        return self.order.members[0].breaker.provider

    @property
    def provider(self) -> str:
        """Name in metrics."""
        return "saydo"

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        """Speak a whole text."""
        return self._synthesize_with_stream(text, conn_options=conn_options)

    def stream(
        self, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.SynthesizeStream:
        """Speak text as it comes."""
        return ChainSpeech(self, conn_options)

    def set_speed(self, speed: float) -> None:
        """Have all of them speak so fast from now on: 1 is their own speed, more is faster."""
        for member in self.order.members:
            member.client.set_speed(speed)

    async def keep(self, text: str) -> None:
        """Make the speech of a text now, for when none can be made; nothing when that fails.

        It is a sentence of ours, which tells nothing of anybody.
        """
        self.order.gate.add_ours(text)
        for piece in clauses(text):
            if self.kept.get(piece, self.sample_rate) is not None:
                continue
            for place, member in self.order.askable(about=piece):
                try:
                    made = [pcm async for pcm in self.speech(member, piece)]
                except Exception as error:  # noqa: BLE001 (whatever its client raises, the next is asked)
                    self.order.failed(place, error)
                else:
                    self.order.succeeded(place)
                    self.kept.put(piece, self.sample_rate, b"".join(made))
                    break

    async def speech(self, member: Member[Mouth], text: str) -> AsyncIterator[bytes]:
        """Give the speech of one piece by one voice, at our rate.

        Raises:
            Exception: whatever its client raises, or that it said nothing for too long.

        """
        mouth = member.client
        member.used(Used(characters=len(text)))
        pieces = in_time(mouth.speech(text), member.within_s)
        if mouth.rate == self.sample_rate:
            async for pcm in pieces:
                yield pcm
            return
        resampler = rtc.AudioResampler(mouth.rate, self.sample_rate)
        async for pcm in pieces:
            for frame in resampler.push(bytearray(pcm)):
                yield bytes(frame.data)
        for frame in resampler.flush():
            yield bytes(frame.data)

    async def aclose(self) -> None:
        """Let go of all of them."""
        await self.order.aclose()
        for member in self.order.members:
            await member.client.aclose()


class ChainSpeech(tts.SynthesizeStream):
    """One reply."""

    def __init__(self, chain: SpeakingChain, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=chain, conn_options=conn_options)
        self._chain = chain
        self._failed: set[int] = set()
        """Places of those that failed in this reply."""
        self._faults: list[Fault] = []
        self._apologised = False

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=shortuuid(),
            sample_rate=self._chain.sample_rate,
            num_channels=1,
            mime_type="audio/pcm",
            frame_size_ms=_PIECE_MS,
            stream=True,
        )
        output_emitter.start_segment(segment_id=shortuuid())
        pieces = Clauses()
        async for item in self._input_ch:
            for piece in pieces.push(item) if isinstance(item, str) else pieces.flush():
                await self._say(piece, output_emitter)
        for piece in pieces.flush():
            await self._say(piece, output_emitter)
        output_emitter.end_segment()

    async def _say(self, text: str, output_emitter: tts.AudioEmitter) -> None:
        """Speak one piece: whole, by the first voice that can."""
        self._mark_started()
        order = self._chain.order
        if (made := self._chain.kept.get(text, self._chain.sample_rate)) is not None:
            output_emitter.push(made)
            output_emitter.flush()
            return
        for place, member in order.askable(self._failed, about=text):
            try:
                async for pcm in self._chain.speech(member, text):
                    output_emitter.push(pcm)
            except Exception as error:  # noqa: BLE001 (whatever its client raises, the next one speaks)
                self._faults.append(order.failed(place, error))
                self._failed.add(place)
            else:
                order.succeeded(place)
                output_emitter.flush()
                return
        self._say_nothing(output_emitter)

    def _say_nothing(self, output_emitter: tts.AudioEmitter) -> None:
        """Apologise once, if that was made ahead of time; give a silence that shows the words."""
        rate = self._chain.sample_rate
        speech = b""
        if not self._apologised:
            self._apologised = True
            pieces = clauses(self._chain.order.apology(self._faults))
            speech = b"".join(self._chain.kept.get(piece, rate) or b"" for piece in pieces)
        output_emitter.push(speech or bytes(2 * int(_NOTHING_S * rate)))
        output_emitter.flush()
