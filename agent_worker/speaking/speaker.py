"""Speech over the model host, clause by clause, with what was made ahead of time."""

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, tts
from livekit.agents._exceptions import APIConnectionError
from livekit.agents.types import APIConnectOptions
from livekit.agents.utils import shortuuid

from agent_worker.model_host.client import ModelError, ModelHost, ModelHostUnavailableError
from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.speaking.clauses import Clauses
from agent_worker.speaking.clips import Clips

_PIECE_MS = 100
_NOTHING_S = 0.05
"""Silence given for text that makes no sound, which LiveKit would take for a failure."""


class Speaker(tts.TTS[str]):
    """One conversation's voice."""

    def __init__(self, host: ModelHost, recovery: Recovery, clips: Clips) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True),
            sample_rate=host.speech_rate,
            num_channels=1,
        )
        self.clips = clips
        self.recovery = recovery

    @property
    def model(self) -> str:
        """Name in metrics."""
        return "piper"

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
        return SpeakerStream(self, conn_options)


class SpeakerStream(tts.SynthesizeStream):
    """One reply."""

    def __init__(self, speaker: Speaker, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=speaker, conn_options=conn_options)
        self._speaker = speaker

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=shortuuid(),
            sample_rate=self._speaker.sample_rate,
            num_channels=1,
            mime_type="audio/pcm",
            frame_size_ms=_PIECE_MS,
            stream=True,
        )
        output_emitter.start_segment(segment_id=shortuuid())
        clauses = Clauses()
        try:
            async for item in self._input_ch:
                pieces = clauses.push(item) if isinstance(item, str) else clauses.flush()
                for piece in pieces:
                    await self._say(piece, output_emitter)
            for piece in clauses.flush():
                await self._say(piece, output_emitter)
        except ModelError as error:
            raise APIConnectionError(str(error), retryable=False) from error
        output_emitter.end_segment()

    async def _say(self, text: str, output_emitter: tts.AudioEmitter) -> None:
        """Speak one clause. A host that is away is waited for."""
        self._mark_started()
        clips = self._speaker.clips
        sounded = False
        try:
            async for pcm in clips.get(text).pieces():
                output_emitter.push(pcm)
                sounded = True
        except ModelHostUnavailableError:
            async for pcm in clips.kept(RESTARTING):
                output_emitter.push(pcm)
            output_emitter.flush()
            await self._speaker.recovery.wait(announce=False)
            async for pcm in clips.get(text).pieces():
                output_emitter.push(pcm)
                sounded = True
        if not sounded:
            output_emitter.push(bytes(2 * int(_NOTHING_S * self._speaker.sample_rate)))
        output_emitter.flush()
