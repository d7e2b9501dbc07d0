"""One conversation, from joining the room to leaving it."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from livekit.agents import (
    AgentStateChangedEvent,
    AutoSubscribe,
    JobContext,
    UserStateChangedEvent,
)
from livekit.agents.vad import VAD
from livekit.agents.voice import SpeechHandle

from agent_worker.conversation.admission import Presence, admit
from agent_worker.conversation.assistant import Assistant
from agent_worker.conversation.commands import Commands
from agent_worker.conversation.continuation import Continuation
from agent_worker.conversation.languages import HEARD
from agent_worker.conversation.pipeline import make_session, room_options, voice_detector
from agent_worker.conversation.reminders import Reminders
from agent_worker.conversation.seen.client import TimedClient
from agent_worker.conversation.seen.recorder import Recorder
from agent_worker.conversation.seen.sending import Sender
from agent_worker.conversation.sentences import WAS_AWAY
from agent_worker.conversation.stages import log_stages
from agent_worker.conversation.tools import Tools
from agent_worker.conversation.turns import EndOfTurn, WordsTurnDetector
from agent_worker.conversation.typed import Message, Typed, listen
from agent_worker.conversation.unanswered import CANNOT_REACH, Unanswered
from agent_worker.conversation.understanding import Understanding
from agent_worker.exam.trusted import thinkers
from agent_worker.hearing.acoustics import SoundOfEnding
from agent_worker.hearing.recogniser import Recogniser
from agent_worker.hearing.vocabulary import recogniser_prompt
from agent_worker.model_host.client import ModelError, ModelHost
from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.providers.choosing import Local, Shared, choose_providers
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.apologies import MADE_AHEAD
from agent_worker.thinking.chat import LocalChat
from agent_worker.thinking.offer import FEW, WHOLE
from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.rooms import AGENT_RETURNS, SessionGrant

_log = logging.getLogger(__name__)


async def converse(
    context: JobContext, settings: WorkerSettings, socket_path: Path, shared: Shared
) -> None:
    """Join the room of a job and hold its conversation; returns once the agent listens."""
    room = context.job.room.name
    worker = SaydoClient(settings.api_url, settings.worker_key)
    context.add_shutdown_callback(worker.aclose)
    try:
        grant = await admit(worker, room)
    except (SaydoProblemError, TimeoutError) as error:
        reason = str(error) or "the control API is away."
        _log.error("No conversation in room %s: %s", room, reason)
        context.shutdown("no session was granted")
        return
    # Before the room is entered: what is typed while nobody takes it in is lost.
    typed = listen(context.room, grant.participant_identity)
    # Not before the grant, nor beside what may fail: a job that ends while it connects makes
    # LiveKit's client panic, which ends this process and every conversation in it.
    await context.connect(auto_subscribe=AutoSubscribe.AUDIO_ONLY)
    load = partial(voice_detector, is_quick=settings.stt.order[0] == "local")
    host, detector = await asyncio.gather(ModelHost.connect(socket_path), asyncio.to_thread(load))
    context.add_shutdown_callback(host.close)

    async def renew() -> str:
        return (await worker.exchange_room(room)).token

    client = TimedClient(settings.api_url, grant.token, renew=renew)
    context.add_shutdown_callback(client.aclose)
    conversation = Conversation(settings, shared, room, grant, client, host, detector, typed)
    context.add_shutdown_callback(conversation.aclose)
    await conversation.start(context)


class Conversation:
    """All that belongs to one person in one room."""

    def __init__(
        self,
        settings: WorkerSettings,
        shared: Shared,
        room: str,
        grant: SessionGrant,
        client: TimedClient,
        host: ModelHost,
        detector: VAD,
        typed: "asyncio.Queue[Message]",
    ) -> None:
        self._grant = grant
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self._speaks_locally = "local" in settings.tts.order
        self._sound = SoundOfEnding()
        self._records = Sender(lambda turn: client.keep_turn(room, turn))
        recorder = Recorder(self._records.add)
        client.tell = recorder.asked
        self._clips = Clips(host, room)
        self._continuation = Continuation()
        recovery = Recovery(host, announce=lambda: self._say(RESTARTING))
        prepare = self._clips.prepare if settings.tts.order[0] == "local" else None
        understanding = Understanding(client, room, prepare=prepare)
        end_of_turn = EndOfTurn(understanding.guess, self._sound.sounds_over)
        self._recogniser = Recogniser(
            host,
            recovery,
            conversation=room,
            patience=end_of_turn.patience,
            choose_transcript=recorder.choosing(understanding.choose_transcript),
        )
        minds = thinkers(settings.llm, settings.models, settings.llm_may)
        llm = msgspec.structs.replace(settings.llm, order=minds.order)
        local = Local(
            host=host,
            recogniser=self._recogniser,
            chat=LocalChat(host, conversation=room),
            speaker=Speaker(host, recovery, self._clips),
        )
        chosen = msgspec.structs.replace(settings, llm=llm)
        self._providers = choose_providers(chosen, shared, local, tell=self._say)
        turns = WordsTurnDetector(end_of_turn, self._set_max_delay)
        self._session = make_session(self._providers, detector, turns)
        self._typed = Typed(self._session, waiting=typed, is_spoken=grant.language == HEARD)
        log_stages(self._session)
        recorder.follow(self._session)
        self._reminders = Reminders(
            client, say=self._remind, is_quiet=self._is_quiet, forget=understanding.forget
        )
        self._unanswered = Unanswered(client, say=self._say, ask_model=self._ask_model)
        commands = Commands(client, room, understanding, self._continuation, self._unanswered)
        self._assistant = Assistant(
            understanding=understanding,
            continuation=self._continuation,
            tools=Tools(commands, grant.time_zone, WHOLE if "plan" in minds.trust else FEW),
            hear=self._sound.hear,
            now=lambda: datetime.now(ZoneInfo(grant.time_zone)),
            trust=minds.trust,
        )

    async def start(self, context: JobContext) -> None:
        """Listen and answer, until the job ends or the person is gone."""
        self._session.on("user_state_changed", self._on_user_state)
        self._session.on("agent_state_changed", self._on_agent_state)
        self._session.on("close", lambda _: context.shutdown("the session has ended"))
        identity = self._grant.participant_identity
        self._presence = Presence(
            context.room, identity, lambda: context.shutdown("the person has left")
        )
        await self._session.start(
            self._assistant,
            room=context.room,
            room_options=room_options(identity),
            # LiveKit's session host would tell any participant the instructions and the history.
            session_host=False,
            record=False,
        )
        self._typed.start()
        if context.job.metadata == AGENT_RETURNS:
            self._say(WAS_AWAY)
        self._run(self._refresh_prompt())
        self._run(self._reminders.run())
        self._run(self._records.run())
        self._run(self._keep_apologies())

    async def aclose(self) -> None:
        """Stop whatever goes on."""
        for task in self._tasks:
            task.cancel()
        await self._typed.aclose()
        self._clips.close()
        await self._providers.aclose()
        await self._unanswered.aclose()
        await self._sound.aclose()

    def _on_user_state(self, event: UserStateChangedEvent) -> None:
        speaking = event.new_state == "speaking"
        self._providers.stt.on_speaking(speaking)
        self._continuation.on_speaking(speaking)
        self._assistant.own_voice.on_speaking(speaking)
        if speaking:
            # Done while they speak, so that a task just added on the page is known to the ears.
            self._run(self._refresh_prompt())

    def _on_agent_state(self, event: AgentStateChangedEvent) -> None:
        speaking = event.new_state == "speaking"
        self._providers.on_assistant(speaking)
        self._assistant.own_voice.on_assistant(speaking)

    async def _refresh_prompt(self) -> None:
        with contextlib.suppress(SaydoProblemError, SaydoUnreachableError):
            self._recogniser.prompt = recogniser_prompt(await self._client.vocabulary())

    async def _keep_apologies(self) -> None:
        """Make now what has to be said when no speech can be made."""
        if self._speaks_locally:
            try:
                await self._clips.keep(RESTARTING)
            except ModelError as error:
                _log.warning("An apology could not be made ahead: %s", error)
        for apology in (CANNOT_REACH, *MADE_AHEAD):
            await self._providers.tts.keep(apology)

    def _say(self, text: str) -> None:
        # A session that is closing takes no more to say.
        with contextlib.suppress(RuntimeError):
            _ = self._session.say(text)

    def _remind(self, text: str) -> SpeechHandle | None:
        try:
            return self._session.say(text)
        except RuntimeError:
            return None

    def _is_quiet(self) -> bool:
        session = self._session
        is_listening = session.agent_state == "listening" and session.current_speech is None
        return is_listening and session.user_state != "speaking"

    def _ask_model(self, text: str) -> None:
        with contextlib.suppress(RuntimeError):
            _ = self._session.generate_reply(user_input=text)

    def _set_max_delay(self, seconds: float) -> None:
        self._session.update_options(endpointing_opts={"max_delay": seconds})

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
