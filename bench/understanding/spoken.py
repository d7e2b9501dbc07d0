"""The same cases with a voice in between: said by the local voice, heard by the local ears.

As in a conversation: the recogniser is told the person's own words, and is asked for other
hypotheses where what it heard first is no command. What only a keyboard can say, such as
``#work``, and languages that the voice does not speak are left out.
"""

import asyncio
import inspect
import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import cast

import msgspec

from agent_worker.conversation.understanding import Understanding
from agent_worker.hearing import loudness, plausibility, whisper
from agent_worker.hearing.utterance import RATE
from agent_worker.hearing.vocabulary import recogniser_prompt
from agent_worker.hearing.whisper import Whisper
from agent_worker.model_host.protocol import Transcript
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model
from agent_worker.settings.models import ModelSettings
from agent_worker.speaking.forms.aloud import aloud
from bench.conversation import speech
from bench.conversation.signal import resampled
from bench.conversation.speech import VOICE_RATE, spoken
from bench.understanding.remembered import Remembered
from control_api.evaluation.cases import Placed
from control_api.evaluation.running import Ask
from control_api.kinds.tasks.routes.task_routes import vocabulary_of
from control_api.log.workspaces import Workspace
from shared.client import SaydoClient
from shared.outcomes import CommandRequest, Outcome

_CAN_BE_SAID = re.compile(r"[\w\s.,;:!?'\u2019\"\u201c\u201d\u2026\u20ac$%&-]+")
_ALTERNATIVES = 3
_SPOKEN = "en"


def sayable(cases: Sequence[Placed]) -> list[Placed]:
    """The cases that can be said."""
    return [
        each
        for each in cases
        if each.language == _SPOKEN and all(map(_CAN_BE_SAID.fullmatch, each.case.sentences))
    ]


class Ears:
    """The local speech-to-text, which hears what the local voice says."""

    def __init__(self, settings: ModelSettings, remembered: Remembered) -> None:
        """Find the model of the settings. Raises ModelMissingError."""
        self._model = find_model(MODELS[settings.stt_model], settings.folder)
        self._remembered = remembered
        self._hearing = _made_with(self._model, whisper, loudness, plausibility)
        self._speaking = _made_with(speech.voice_file().parent, speech)

    @cached_property
    def _whisper(self) -> Whisper:
        loaded = Whisper(self._model)
        loaded.prepare()
        return loaded

    async def hear(self, sentence: str, workspace: Workspace, ask: Ask) -> str:
        """What a conversation in the workspace makes of the sentence."""
        pcm = self._say(sentence)
        prompt = recogniser_prompt(await workspace.file.read(vocabulary_of))
        heard = await self._transcribe(pcm, prompt, 0)

        async def others() -> list[str]:
            return (await self._transcribe(pcm, prompt, _ALTERNATIVES)).alternatives

        understanding = Understanding(cast("SaydoClient", _Asking(ask)), "")
        return await understanding.choose_transcript(heard.text.strip(), others)

    def sounds_same(self, one: str, other: str) -> bool:
        """Whether the local voice says both in the same sounds."""
        return _sounds(one) == _sounds(other)

    def _say(self, sentence: str) -> bytes:
        in_words = aloud(sentence)
        made_of = (*self._speaking, in_words.encode())
        pcm = self._remembered.find(made_of)
        if pcm is None:
            pcm = resampled(spoken(in_words), VOICE_RATE, RATE).tobytes()
            self._remembered.keep(made_of, pcm)
        return pcm

    async def _transcribe(self, pcm: bytes, prompt: str, alternatives: int) -> Transcript:
        made_of = (*self._hearing, pcm, prompt.encode(), str(alternatives).encode())
        kept = self._remembered.find(made_of)
        if kept is not None:
            return msgspec.json.decode(kept, type=Transcript)
        heard = await asyncio.to_thread(
            self._whisper.transcribe, pcm, prompt=prompt, alternatives=alternatives
        )
        self._remembered.keep(made_of, msgspec.json.encode(heard))
        return heard


class _Asking:
    """What the understanding of a conversation asks the control API by, without a network."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def command(self, request: CommandRequest) -> Outcome:
        return await self._ask(request)


@cache
def _sounds(text: str) -> str:
    """What the local voice says for it, as phonemes, without pauses."""
    said = chain.from_iterable(speech.voice().phonemize(aloud(text)))
    return "".join(phoneme for phoneme in "".join(said) if phoneme.isalpha())


def _made_with(folder: Path, *modules: ModuleType) -> list[bytes]:
    """What tells a model in a folder, and the code around it, from others of their kind."""
    files = sorted((file.name, file.stat().st_size) for file in folder.iterdir())
    return [repr(files).encode(), *(inspect.getsource(module).encode() for module in modules)]
