"""When a voice begins and ends: Silero says what is a voice, loudness says when it fell silent.

Silero smooths its verdicts and still takes the first tenth of a second after the last word for
voice; LiveKit counts every wait from there. Loudness falls with the word itself. So an end is told
as soon as both agree that it is quiet, and dated at the last loud sound. Where the room is too loud
to tell, Silero's own end stands.

Silero is most of what an open microphone costs. It sleeps while there is nothing to hear, and is
given what came just before when there is again.
"""

import asyncio
import time
from collections import deque
from dataclasses import replace
from weakref import WeakSet

from livekit import rtc
from livekit.agents import vad
from livekit.agents.vad import VADEvent, VADEventType
from livekit.plugins import silero

from agent_worker.hearing.level import VoiceLevel
from shared.voice_settings import Sensitivity

_QUIET_S = 0.1
"""Quiet that ends a voice; most stop consonants are shorter."""
_NO_VOICE = 0.35
"""Silero's probability below which a sound is none: its own default for ends."""
_NOTHING_DB: dict[Sensitivity, float] = {"low": -42.0, "normal": -55.0, "high": -62.0}
"""Of full scale: what is softer is no voice, with any microphone; or none that is meant."""
_SURE: dict[Sensitivity, tuple[float, float]] = {
    "low": (0.7, 0.5),
    "normal": (0.5, 0.35),
    "high": (0.35, 0.2),
}
"""Silero's probability from which on a sound is a voice, and below which it is none any more."""
_AWAKE_S = 1.0
"""So long the detector listens on after the last sound."""
_BEFORE_S = 0.3
"""What it is given from before the sound that woke it."""
_GOES_ON_S = 0.06
"""Loud sound after which a voice that was taken for ended goes on."""


class VoiceActivity(vad.VAD):
    """One conversation's voice activity detection, over a detector that says what is a voice."""

    def __init__(self, detector: vad.VAD) -> None:
        super().__init__(capabilities=detector.capabilities)
        self._detector = detector
        self._sensitivity: Sensitivity = "normal"
        self._listening: WeakSet[VoiceActivityStream] = WeakSet()

    @property
    def model(self) -> str:
        """Name in metrics."""
        return self._detector.model

    @property
    def provider(self) -> str:
        """Name in metrics."""
        return self._detector.provider

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Take softer or only louder sound for a voice, from now on."""
        if sensitivity == self._sensitivity:
            return
        self._sensitivity = sensitivity
        listen_to(self._detector, sensitivity)
        for stream in self._listening:
            stream.set_sensitivity(sensitivity)

    def stream(self) -> "VoiceActivityStream":
        """Begin to listen."""
        stream = VoiceActivityStream(self, self._detector.stream())
        stream.set_sensitivity(self._sensitivity)
        self._listening.add(stream)
        return stream


def listen_to(detector: vad.VAD, sensitivity: Sensitivity) -> None:
    """Have a detector take softer or only louder sound for a voice, from now on."""
    if isinstance(detector, VoiceActivity):
        detector.set_sensitivity(sensitivity)
    elif isinstance(detector, silero.VAD):
        begins, ends = _SURE[sensitivity]
        detector.update_options(activation_threshold=begins, deactivation_threshold=ends)


class VoiceActivityStream(vad.VADStream):
    """The sound of one microphone, as beginnings and ends of speech."""

    def __init__(self, activity: VoiceActivity, detected: vad.VADStream) -> None:
        self._detected = detected
        self._level = VoiceLevel()
        self._speaking = False
        """What was told last."""
        self._is_detected = False
        """What the detector told last."""
        self._probability = 0.0
        self._spoken_s = 0.0
        self._quiet_s = 0.0
        self._loud_s = 0.0
        self._nothing_s = 0.0
        """Since something was to be heard."""
        self._unheard = deque[rtc.AudioFrame]()
        """The last sound that the detector was not given."""
        super().__init__(activity)

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Take softer or only louder sound for a voice, from now on."""
        self._level.sensitivity = sensitivity

    async def _main_task(self) -> None:
        reading = asyncio.create_task(self._read())
        try:
            async for item in self._input_ch:
                if isinstance(item, rtc.AudioFrame):
                    self._hear(item)
                else:
                    self._detected.flush()
                    self._speaking = self._is_detected = False
            self._detected.end_input()
            await reading
        finally:
            reading.cancel()
            await self._detected.aclose()

    def _hear(self, frame: rtc.AudioFrame) -> None:
        is_voiced = self._level.is_voiced(bytes(frame.data), frame.duration)
        self._give(frame)
        if is_voiced:
            self._quiet_s = 0.0
            self._loud_s += frame.duration
            if self._is_detected and not self._speaking and self._loud_s >= _GOES_ON_S:
                self._tell(VADEventType.START_OF_SPEECH, self._loud_s, 0.0)
        else:
            self._quiet_s += frame.duration
            self._loud_s = 0.0
            is_quiet = self._quiet_s >= _QUIET_S and self._probability < _NO_VOICE
            if self._speaking and is_quiet:
                self._tell(VADEventType.END_OF_SPEECH, self._spoken_s, self._quiet_s)

    def _give(self, frame: rtc.AudioFrame) -> None:
        """Let the detector hear it, unless there is nothing to hear."""
        is_sound = self._level.last_db > _NOTHING_DB[self._level.sensitivity]
        self._nothing_s = 0.0 if is_sound else self._nothing_s + frame.duration
        if self._nothing_s > _AWAKE_S and not self._is_detected:
            self._unheard.append(frame)
            if len(self._unheard) * frame.duration > _BEFORE_S:
                self._unheard.popleft()
            return
        while self._unheard:
            self._detected.push_frame(self._unheard.popleft())
        self._detected.push_frame(frame)

    async def _read(self) -> None:
        async for event in self._detected:
            if event.type is VADEventType.INFERENCE_DONE:
                self._probability = event.probability
                self._spoken_s = event.speech_duration
                self._event_ch.send_nowait(self._as_told(event))
                continue
            self._is_detected = event.type is VADEventType.START_OF_SPEECH
            if self._is_detected != self._speaking:
                self._speaking = self._is_detected
                self._event_ch.send_nowait(event)

    def _as_told(self, event: VADEvent) -> VADEvent:
        """Leave out the voice that the detector still hears: LiveKit would take it for speech."""
        if self._speaking or not self._is_detected:
            return event
        return replace(event, speaking=False, speech_duration=0.0, raw_accumulated_speech=0.0)

    def _tell(self, kind: VADEventType, speech_s: float, silence_s: float) -> None:
        self._speaking = kind is VADEventType.START_OF_SPEECH
        event = VADEvent(
            type=kind,
            samples_index=0,
            timestamp=time.time(),
            speech_duration=speech_s,
            silence_duration=silence_s,
            speaking=self._speaking,
        )
        self._event_ch.send_nowait(event)
