"""Streaming recognition over the model host: begun at the first dip in loudness, not at its end.

Decoding takes as long as LiveKit's shortest wait. So it begins at the first moment of quiet, and is
given up when that was only a consonant. What comes out is a preflight transcript: the answer is
prepared on it while the silence is still being proved. The final transcript is given when the
silence has lasted as long as the words ask for, and costs no decoding again unless something voiced
came since. A person who pauses and goes on is heard as one sentence, decoded in one piece.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from livekit import rtc
from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, LanguageCode, stt
from livekit.agents._exceptions import APIConnectionError
from livekit.agents.types import APIConnectOptions, NotGivenOr
from livekit.agents.utils import AudioBuffer, shortuuid

from agent_worker.hearing.level import VoiceLevel
from agent_worker.hearing.utterance import RATE, Utterance
from agent_worker.model_host.client import ModelError, ModelHost, ModelHostUnavailableError
from agent_worker.model_host.protocol import Transcript
from agent_worker.model_host.recovery import Recovery
from shared.voice_settings import Sensitivity

_DIP_S = 0.04
"""Quiet after which decoding begins."""
_BUSY_DIP_S = 0.08
"""The same while the model host has others to listen to: most stop consonants are shorter."""
_BUSY_S = 0.3
"""A host that takes longer has."""
_BRIEF_S = 0.1
"""A voice that goes on before this has only made a stop consonant, whose decoding is given up."""
_LIVEKITS_SHARE_S = 0.1
"""The end of the wait is left to LiveKit, whose clock starts at the VAD's last voiced window."""
_ALTERNATIVES = 3

ChooseTranscript = Callable[[str, Callable[[], Awaitable[list[str]]]], Awaitable[str]]
"""Picks what was said: gets the likeliest text, and a way to ask for others."""

_log = logging.getLogger(__name__)


class Recogniser(stt.STT[str]):
    """One conversation's ears."""

    def __init__(
        self,
        host: ModelHost,
        recovery: Recovery,
        *,
        conversation: str,
        patience: Callable[[str], Awaitable[float]],
        choose_transcript: ChooseTranscript,
    ) -> None:
        """`patience` gives the seconds of silence that words ask for."""
        super().__init__(
            capabilities=stt.STTCapabilities(
                streaming=True, interim_results=True, manual_flush=True
            )
        )
        self._host = host
        self._recovery = recovery
        self._conversation = conversation
        self._patience = patience
        self._choose_transcript = choose_transcript
        self._streams: set[RecogniserStream] = set()
        self._sensitivity: Sensitivity = "normal"
        self.prompt = ""
        """Words that are likely to be said."""
        self.is_in_chain = False
        """Whether another one stands in: then it raises failures, and tells of nothing said."""

    @property
    def model(self) -> str:
        """Name in metrics."""
        return "whisper"

    @property
    def provider(self) -> str:
        """Name in metrics."""
        return "saydo"

    def on_speaking(self, speaking: bool) -> None:
        """Take the VAD's word on whether the person speaks."""
        for stream in self._streams:
            stream.on_speaking(speaking)

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Take softer or only louder sound for a voice, from now on."""
        self._sensitivity = sensitivity
        for stream in self._streams:
            stream.set_sensitivity(sensitivity)

    async def patience(self, text: str) -> float:
        """Seconds of silence after which `text` counts as all that is said."""
        return await self._patience(text)

    async def transcribe(self, pcm: bytes) -> str:
        """Say what was said in `pcm`; empty when nobody spoke. Waits for a host that is away."""
        try:
            transcript = await self._ask(pcm)
        except ModelHostUnavailableError:
            if self.is_in_chain:
                raise
            await self._recovery.wait()
            transcript = await self._ask(pcm)
        text = transcript.text.strip()
        if not any(character.isalnum() for character in text):
            return ""

        async def others() -> list[str]:
            try:
                return (await self._ask(pcm, alternatives=_ALTERNATIVES)).alternatives
            except ModelError:
                return []

        return await self._choose_transcript(text, others)

    async def _ask(self, pcm: bytes, *, alternatives: int = 0) -> Transcript:
        return await self._host.transcribe(
            pcm, prompt=self.prompt, conversation=self._conversation, alternatives=alternatives
        )

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "RecogniserStream":
        """Begin to listen."""
        del language
        stream = RecogniserStream(self, conn_options)
        stream.set_sensitivity(self._sensitivity)
        self._streams.add(stream)
        return stream

    def discard(self, stream: "RecogniserStream") -> None:
        """Forget a stream that has ended."""
        self._streams.discard(stream)

    async def _recognize_impl(
        self,
        buffer: AudioBuffer,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions,
    ) -> stt.SpeechEvent:
        del language, conn_options
        frame = rtc.combine_audio_frames(buffer)
        if frame.sample_rate != RATE:
            resampler = rtc.AudioResampler(frame.sample_rate, RATE)
            frame = rtc.combine_audio_frames([*resampler.push(frame), *resampler.flush()])
        text = await self.transcribe(bytes(frame.data))
        return _event(stt.SpeechEventType.FINAL_TRANSCRIPT, text)


class RecogniserStream(stt.RecognizeStream):
    """The sound of one microphone, as text."""

    def __init__(self, recogniser: Recogniser, conn_options: APIConnectOptions) -> None:
        super().__init__(stt=recogniser, conn_options=conn_options, sample_rate=RATE)
        self._recogniser = recogniser
        self._level = VoiceLevel()
        self._utterance = Utterance()
        self._speaking = False
        self._windows: list[bytes] = []
        """Taken out of a long utterance, waiting to be decoded, oldest first."""
        self._decoding: asyncio.Task[None] | None = None
        self._dip_s = _DIP_S
        self._failure: ModelError | None = None
        self._text = ""
        self._decoded_to = 0
        self._patience = 0.0

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Take softer or only louder sound for a voice, from now on."""
        self._level.sensitivity = sensitivity

    def on_speaking(self, speaking: bool) -> None:
        """Take the VAD's word on whether the person speaks."""
        if speaking and not self._speaking:
            self._utterance.begin()
        self._speaking = speaking
        self._go_on()

    async def _run(self) -> None:
        try:
            async for item in self._input_ch:
                if isinstance(item, rtc.AudioFrame):
                    pcm = bytes(item.data)
                    voiced = self._level.is_voiced(pcm, item.duration)
                    if voiced and self._speaking and 0 < self._utterance.quiet_s < _BRIEF_S:
                        self._give_up_dip()
                    self._utterance.push(pcm, voiced=voiced and self._speaking)
                    self._go_on()
                else:
                    self.on_speaking(False)
            if self._failure is not None:
                raise APIConnectionError(str(self._failure)) from self._failure
        finally:
            self._recogniser.discard(self)
            self._utterance.end()  # what is decoded now begins nothing new
            if self._decoding is not None:
                self._decoding.cancel()
                await asyncio.wait([self._decoding])

    @property
    def _is_decoded(self) -> bool:
        """Whether `_text` is all that was said, up to the last voiced sound."""
        return self._decoded_to >= self._utterance.voiced_to and not self._windows

    def _go_on(self) -> None:
        """Do what the sound so far asks for."""
        utterance = self._utterance
        if not utterance.begun:
            return
        dip = utterance.quiet_s >= self._dip_s
        if utterance.overflows or (utterance.fills_window and dip and self._speaking):
            self._windows.append(utterance.take())
        idle = self._decoding is None or self._decoding.done()
        if not idle:
            return
        if self._windows or (dip and not self._is_decoded):
            self._decoding = asyncio.create_task(self._decode())
            self._decoding.add_done_callback(self._on_decoded)
        elif (
            self._is_decoded
            and not self._speaking
            and utterance.quiet_s >= self._patience - _LIVEKITS_SHARE_S
        ):
            self._finish()

    def _give_up_dip(self) -> None:
        """Stop decoding what goes on; a window that is complete is decoded all the same."""
        if self._decoding is not None and not self._decoding.done() and not self._windows:
            self._decoding.cancel()

    def _on_decoded(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is None:
            self._go_on()

    async def _decode(self) -> None:
        try:
            while self._windows:
                text = await self._recogniser.transcribe(self._windows[0])
                del self._windows[0]
                self._emit(stt.SpeechEventType.FINAL_TRANSCRIPT, text)
            if self._utterance.quiet_s < self._dip_s or self._is_decoded:
                return
            covers, clock = self._utterance.voiced_to, asyncio.get_running_loop().time
            began = clock()
            text = await self._recogniser.transcribe(self._utterance.sound())
            self._dip_s = _DIP_S if clock() - began < _BUSY_S else _BUSY_DIP_S
        except ModelError as error:
            if self._recogniser.is_in_chain:
                self._failure = error
                self._input_ch.close()
                return
            # What can't be recognised is dropped, or it would be tried again for ever.
            _log.warning("Some speech was not recognised: %s", error)
            self._windows.clear()
            covers, text = self._utterance.voiced_to, ""
        self._text, self._decoded_to = text, covers
        if self._utterance.voiced_to > covers:
            self._emit(stt.SpeechEventType.INTERIM_TRANSCRIPT, text)
            return
        self._emit(stt.SpeechEventType.PREFLIGHT_TRANSCRIPT, text)
        self._patience = await self._recogniser.patience(text) if text else 0.0

    def _finish(self) -> None:
        text, self._text = self._text, ""
        self._utterance.end()
        self._decoded_to = self._utterance.voiced_to
        self._emit(stt.SpeechEventType.FINAL_TRANSCRIPT, text)

    def _emit(self, kind: stt.SpeechEventType, text: str) -> None:
        is_told = self._recogniser.is_in_chain and kind is stt.SpeechEventType.FINAL_TRANSCRIPT
        if text or is_told:
            self._event_ch.send_nowait(_event(kind, text))


def _event(kind: stt.SpeechEventType, text: str) -> stt.SpeechEvent:
    words = stt.SpeechData(language=LanguageCode("en"), text=text)
    return stt.SpeechEvent(type=kind, request_id=shortuuid(), alternatives=[words])
