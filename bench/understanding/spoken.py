"""The same cases with a voice in between: said by the local voice, heard by the local ears.

As in a conversation: the recogniser is told the person's own words, and is asked for other
hypotheses where what it heard first is no command. What only a keyboard can say, such as
``#work``, and languages that the voice does not speak are left out.
"""

import asyncio
import re
from collections.abc import Sequence
from typing import cast

from agent_worker.conversation.understanding import Understanding
from agent_worker.hearing.utterance import RATE
from agent_worker.hearing.vocabulary import recogniser_prompt
from agent_worker.hearing.whisper import Whisper
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model
from agent_worker.settings.models import ModelSettings
from bench.conversation.signal import resampled
from bench.conversation.speech import VOICE_RATE, spoken
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

    def __init__(self, settings: ModelSettings) -> None:
        """Load the model of the settings. Raises ModelMissingError."""
        self._whisper = Whisper(find_model(MODELS[settings.stt_model], settings.folder))
        self._whisper.prepare()

    async def hear(self, sentence: str, workspace: Workspace, ask: Ask) -> str:
        """What a conversation in the workspace makes of the sentence."""
        pcm = resampled(spoken(sentence), VOICE_RATE, RATE).tobytes()
        prompt = recogniser_prompt(await workspace.file.read(vocabulary_of))
        heard = await asyncio.to_thread(self._whisper.transcribe, pcm, prompt=prompt)

        async def others() -> list[str]:
            again = await asyncio.to_thread(
                self._whisper.transcribe, pcm, prompt=prompt, alternatives=_ALTERNATIVES
            )
            return again.alternatives

        understanding = Understanding(cast("SaydoClient", _Asking(ask)), "")
        return await understanding.choose_transcript(heard.text.strip(), others)


class _Asking:
    """What the understanding of a conversation asks the control API by, without a network."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def command(self, request: CommandRequest) -> Outcome:
        return await self._ask(request)
