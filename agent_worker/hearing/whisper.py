"""One utterance through Whisper, in a window as short as it bears."""

import hashlib
import math
import random
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer

from agent_worker.hearing.loudness import Samples, samples, stretches, voiced
from agent_worker.hearing.plausibility import Hypothesis, echoes, normalised, said_once, similar
from agent_worker.model_host.protocol import HEARING_RATE, Transcript

_SHORT_WINDOW_S = 8.0
"""Whisper was trained on 30 s and starts to repeat itself below 7 s."""
_FULL_WINDOW_S = 30.0
_AFTER_VOICE_S = 1.0
"""Silence that must follow the voice inside the window, or the last words are repeated."""
_LONGEST_STRETCH_S = _FULL_WINDOW_S - _AFTER_VOICE_S
_HOP = HEARING_RATE // 100
_TOKENS_A_SECOND = 8
"""At fewer, the last words of who speaks fast were lost."""
_MORE_TOKENS = 12
_PROMPT_TOKENS = 120
_LOW_SCORE = -1.0
_SEVERAL_SENTENCES_S = 4.0
_FEWEST_WORDS_A_SECOND = 1.2
"""The slowest of 52 people spoke 1.8, pauses included."""
_DOUBTFUL = 0.5
"""Above this probability that nobody spoke, a text is looked at twice."""
_ECHO_DOUBTFUL = 0.1
_KEPT_ENCODINGS = 4
_BEAMS = 10
"""Five mostly differ in case and marks only; ten cost little more."""


class Whisper:
    """A Whisper model in memory. Not for two threads at once."""

    def __init__(self, folder: Path, *, language: str = "en", threads: int = 2) -> None:
        """Load the model that lies in `folder`."""
        self._model = ctranslate2.models.Whisper(
            str(folder), device="cpu", compute_type="int8", intra_threads=threads
        )
        self._features = FeatureExtractor(feature_size=self._model.n_mels)
        self._tokenizer = Tokenizer(
            tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json")),
            self._model.is_multilingual,
            task="transcribe",
            language=language,
        )
        self._encodings: OrderedDict[bytes, Any] = OrderedDict()

    def prepare(self) -> None:
        """Listen to a second of noise: the first time takes twice as long."""
        self.transcribe(random.Random(0).randbytes(2 * HEARING_RATE))  # noqa: S311 - only noise

    def time_encoding(self) -> float:
        """Take in noise that was never heard before; the seconds of processor time that took."""
        audio = np.random.default_rng().standard_normal(HEARING_RATE, np.float32)
        began = time.process_time()
        self._encoded(audio, _SHORT_WINDOW_S)
        return time.process_time() - began

    def take_in(self, pcm: bytes) -> None:
        """Do the part of `transcribe` that comes before the words; it is not done again there."""
        audio = voiced(samples(pcm))
        if audio.size and len(audio) <= _LONGEST_STRETCH_S * HEARING_RATE:
            self._encoded(audio, _SHORT_WINDOW_S)

    def transcribe(self, pcm: bytes, *, prompt: str = "", alternatives: int = 0) -> Transcript:
        """Say what was spoken in `pcm`: 16 kHz, 16 bit, mono.

        `prompt` holds words that are likely; the end of it counts most. `alternatives` is how many
        other hypotheses to give at most.
        """
        began = time.perf_counter()
        audio = voiced(samples(pcm))
        hypotheses: list[Hypothesis] = []
        others: list[str] = []
        if audio.size:
            longest = _LONGEST_STRETCH_S
            for stretch in stretches(audio, shortest_s=longest / 2, longest_s=longest):
                hypothesis = self._hear(stretch, prompt)
                if hypothesis.text:
                    hypotheses.append(hypothesis)
            if alternatives and len(hypotheses) == 1:
                others = self._others(audio, prompt, alternatives, hypotheses[0].text)
        scores = [hypothesis.score for hypothesis in hypotheses]
        return Transcript(
            text=" ".join(hypothesis.text for hypothesis in hypotheses),
            confidence=math.exp(sum(scores) / len(scores)) if scores else 0.0,
            alternatives=others,
            no_speech=max((hypothesis.no_speech for hypothesis in hypotheses), default=1.0),
            elapsed_s=time.perf_counter() - began,
        )

    def _hear(self, audio: Samples, prompt: str) -> Hypothesis:
        """Give the hypothesis to go by; its text is empty when nobody spoke."""
        hypothesis = self._read(audio, prompt)
        echoed = echoes(hypothesis.text, prompt) and hypothesis.no_speech > _ECHO_DOUBTFUL
        doubtful = hypothesis.no_speech > _DOUBTFUL or hypothesis.score < _LOW_SCORE
        if echoed or doubtful or hypothesis.ghost:
            unprompted = self._read(audio, "") if prompt else hypothesis
            if unprompted.nobody:
                return Hypothesis("", unprompted.score, max(0.5, unprompted.no_speech))
            if not similar(unprompted.text, hypothesis.text):
                hypothesis = unprompted
        if hypothesis.looped and prompt:
            # The prompt is the usual reason, and looking without it is a sixth of the full window.
            hypothesis = said_once(hypothesis, self._read(audio, ""))
        if hypothesis.looped or hypothesis.score < _LOW_SCORE:
            full = self._read(audio, "", window_s=_FULL_WINDOW_S)
            if not full.looped and (hypothesis.looped or full.score > hypothesis.score):
                hypothesis = full
        return self._whole(audio, prompt, hypothesis)

    def _whole(self, audio: Samples, prompt: str, hypothesis: Hypothesis) -> Hypothesis:
        """Give what the parts of `audio` say if Whisper fell silent after the first of them."""
        voice_s = len(audio) / HEARING_RATE
        words = len(normalised(hypothesis.text).split())
        if voice_s < _SEVERAL_SENTENCES_S or words / voice_s > _FEWEST_WORDS_A_SECOND:
            return hypothesis
        halves = stretches(audio, shortest_s=voice_s * 0.25, longest_s=voice_s * 0.75)
        parts = [part for part in (self._hear(half, prompt) for half in halves) if part.text]
        text = " ".join(part.text for part in parts)
        if len(normalised(text).split()) <= words:
            return hypothesis
        return Hypothesis(
            text, min(part.score for part in parts), max(part.no_speech for part in parts)
        )

    def _others(self, audio: Samples, prompt: str, most: int, text: str) -> list[str]:
        """Give up to `most` hypotheses that differ from `text` in their words, best first."""
        seen = {normalised(text), ""}
        others = []
        beams = max(_BEAMS, most + 1)
        for other in self._decode(self._encoded(audio, _SHORT_WINDOW_S), audio, prompt, beams):
            if normalised(other.text) not in seen:
                seen.add(normalised(other.text))
                others.append(other.text)
        return others[:most]

    def _read(self, audio: Samples, prompt: str, window_s: float = _SHORT_WINDOW_S) -> Hypothesis:
        return self._decode(self._encoded(audio, window_s), audio, prompt, 1)[0]

    def _encoded(self, audio: Samples, window_s: float) -> Any:
        """Run the encoder; the last few results are kept for a second look at the same audio."""
        shortest = max(
            int(window_s * HEARING_RATE), len(audio) + int(_AFTER_VOICE_S * HEARING_RATE)
        )
        length = -(-shortest // (2 * _HOP)) * 2 * _HOP
        key = hashlib.blake2b(audio.tobytes(), digest_size=16, key=str(length).encode()).digest()
        if key not in self._encodings:
            window = np.zeros(length, np.float32)
            window[: len(audio)] = audio
            features = self._features(window, padding=0)[None, :, : length // _HOP]
            view = ctranslate2.StorageView.from_array(np.ascontiguousarray(features))
            self._encodings[key] = self._model.encode(view)
            if len(self._encodings) > _KEPT_ENCODINGS:
                self._encodings.popitem(last=False)
        self._encodings.move_to_end(key)
        return self._encodings[key]

    def _decode(self, encoded: Any, audio: Samples, prompt: str, beams: int) -> list[Hypothesis]:
        start = [*self._tokenizer.sot_sequence, self._tokenizer.no_timestamps]
        if prompt:
            words = self._tokenizer.encode(f" {prompt.strip()}")[-_PROMPT_TOKENS:]
            start = [self._tokenizer.sot_prev, *words, *start]
        tokens = int(len(audio) / HEARING_RATE * _TOKENS_A_SECOND) + _MORE_TOKENS
        result = self._model.generate(
            encoded,
            [start],
            beam_size=beams,
            num_hypotheses=beams,
            max_length=len(start) + tokens,
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        return [
            Hypothesis(self._tokenizer.decode(ids).strip(), score, result.no_speech_prob)
            for ids, score in zip(result.sequences_ids, result.scores, strict=True)
        ]
