"""One conversation: who listens, thinks and speaks in it, and what goes on until it ends."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from livekit.agents import (
    Agent,
    AgentStateChangedEvent,
    ConversationItemAddedEvent,
    JobContext,
    UserStateChangedEvent,
)
from livekit.agents.llm import ChatMessage
from livekit.agents.vad import VAD
from livekit.agents.voice import SpeechHandle

from agent_worker.conversation.assistant import Assistant
from agent_worker.conversation.commands import Commands
from agent_worker.conversation.continuation import Continuation
from agent_worker.conversation.ending import Ending
from agent_worker.conversation.languages import HEARD
from agent_worker.conversation.news import follow_news
from agent_worker.conversation.pipeline import make_session, room_options
from agent_worker.conversation.realtime import prepare_realtime
from agent_worker.conversation.reminders import Reminders
from agent_worker.conversation.room.admission import Presence
from agent_worker.conversation.room.devices import Devices
from agent_worker.conversation.seen.client import TimedClient
from agent_worker.conversation.seen.recorder import Recorder
from agent_worker.conversation.seen.sending import Sender
from agent_worker.conversation.sentences import WAS_AWAY
from agent_worker.conversation.stages import log_stages
from agent_worker.conversation.tools import Tools
from agent_worker.conversation.turns import EndOfTurn, WordsTurnDetector
from agent_worker.conversation.typed import Message, Typed
from agent_worker.conversation.unanswered import CANNOT_REACH, Unanswered
from agent_worker.conversation.understanding import Understanding
from agent_worker.exam.trusted import thinkers
from agent_worker.hearing.acoustics import SoundOfEnding
from agent_worker.hearing.backlog import Backlog, FreshAudio
from agent_worker.hearing.recogniser import Recogniser
from agent_worker.hearing.vocabulary import recogniser_prompt
from agent_worker.hearing.voice_activity import listen_to
from agent_worker.model_host.client import ModelError, ModelHost
from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.providers.choosing import Local, Shared, choose_providers
from agent_worker.settings.privacy import NOTHING, of_person
from agent_worker.settings.trust import Trust
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.apologies import APOLOGIES, MADE_AHEAD
from agent_worker.thinking.chat import LocalChat
from agent_worker.thinking.honesty import CANNOT_ANSWER
from agent_worker.thinking.offer import FEW, WHOLE
from shared.client import SaydoProblemError, SaydoUnreachableError
from shared.rooms import AGENT_RETURNS, SessionGrant
from shared.voice_settings import VoiceSettings

_LOOK_EVERY_S = 0.05

_log = logging.getLogger(__name__)


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
        self._room = room
        self._detector = detector
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self._sound = SoundOfEnding()
        self._backlog = Backlog(self._on_stall)
        self._records = Sender(lambda turn: client.keep_turn(room, turn))
        recorder = Recorder(self._records.add)
        client.tell = recorder.asked
        self._clips, self._continuation = Clips(host, room), Continuation()
        recovery = Recovery(host, announce=lambda: self._say(RESTARTING))
        prepare = self._clips.prepare if settings.tts.order[0] == "local" else None
        understanding = Understanding(client, room, prepare=prepare)
        self._end_of_turn = EndOfTurn(understanding.guess, self._sound.sounds_over)
        self._recogniser = Recogniser(
            host,
            recovery,
            conversation=room,
            patience=self._end_of_turn.patience,
            choose_transcript=recorder.choosing(understanding.choose_transcript),
        )
        trust = self._choose_providers(settings, shared, host, recovery)
        turns = WordsTurnDetector(self._end_of_turn, self._set_max_delay)
        self._session = make_session(self._providers, detector, turns)
        self._typed = Typed(self._session, waiting=typed, is_spoken=grant.language == HEARD)
        recorder.follow(self._session)
        self._reminders = Reminders(
            client, say=self._remind, is_quiet=self._is_heard, forget=understanding.forget
        )
        self._unanswered = Unanswered(client, say=self._say, ask_model=self._ask_model)
        self._ending = Ending(say=self._remind, is_quiet=self._is_idle, leave=self._leave)
        commands = Commands(
            *(client, room, understanding, self._continuation, self._unanswered),
            on_goodbye=self._ending.goodbye,
        )
        self._assistant = Assistant(
            understanding=understanding,
            continuation=self._continuation,
            tools=Tools(commands, grant.time_zone, WHOLE if "plan" in trust else FEW),
            hear=self._sound.hear,
            now=lambda: datetime.now(ZoneInfo(grant.time_zone)),
            gate=self._providers.gate,
            trust=trust,
            cannot_answer=APOLOGIES["llm"]["private"] if settings.llm.left_out else CANNOT_ANSWER,
        )
        realtime = (settings.realtime, shared.accounts, commands, grant.time_zone)
        self._realtime = prepare_realtime(*realtime, self._providers.gate)

    def _choose_providers(
        self,
        settings: WorkerSettings,
        shared: Shared,
        host: ModelHost,
        recovery: Recovery,
    ) -> frozenset[Trust]:
        """Decide who listens, thinks and speaks; give what the language model may do."""
        self._speaks_locally = "local" in settings.tts.order
        minds = thinkers(settings.llm, settings.models, settings.llm_may)
        llm = msgspec.structs.replace(settings.llm, order=minds.order)
        local = Local(
            host=host,
            recogniser=self._recogniser,
            chat=LocalChat(host, conversation=self._room),
            speaker=Speaker(host, recovery, self._clips),
        )
        chosen = msgspec.structs.replace(settings, llm=llm)
        self._providers = choose_providers(chosen, shared, local, tell=self._say)
        self._may_leave = settings.may_leave
        self._providers.gate.may_leave = NOTHING  # until it is known what the person lets go
        return minds.trust

    async def start(self, context: JobContext) -> None:
        """Listen and answer, until the job ends or the person is gone."""
        self._context = context
        log_stages(self._session)
        self._session.on("user_state_changed", self._on_user_state)
        self._session.on("agent_state_changed", self._on_agent_state)
        self._session.on("conversation_item_added", self._on_item)
        self._session.on("close", lambda _: context.shutdown("the session has ended"))
        identity = self._grant.participant_identity
        self._presence = Presence(
            context.room, identity, lambda: context.shutdown("the person has left")
        )
        with contextlib.suppress(SaydoProblemError, SaydoUnreachableError):
            self._apply(await self._client.settings())
        first: Agent = self._assistant
        if self._realtime is not None and self._realtime.may_begin:
            first = self._realtime.assistant
            self._realtime.follow(self._session, then=self._assistant)
        await self._session.start(
            first,
            room=context.room,
            room_options=room_options(identity),
            # LiveKit's session host would tell any participant the instructions and the history.
            session_host=False,
            record=False,
        )
        self._devices = Devices(context.room, identity, self._session.room_io.set_participant)
        if (microphone := self._session.input.audio) is not None:
            self._session.input.audio = FreshAudio(microphone, self._backlog)
        self._run(self._backlog.run())
        self._typed.start()
        if context.job.metadata == AGENT_RETURNS:
            self._say(WAS_AWAY)
        self._run(self._refresh_prompt())
        self._run(self._reminders.run())
        self._run(
            follow_news(self._client, take=self._reminders.take, apply=self._apply),
        )
        self._run(self._ending.run())
        self._run(self._records.run())
        self._run(self._keep_apologies())

    def hand_over(self) -> None:
        """Leave the room to the agent of another worker, once the turn is over."""
        self._run(self._hand_over())

    async def _hand_over(self) -> None:
        is_idle = False
        while not is_idle:
            await asyncio.sleep(_LOOK_EVERY_S)
            is_idle = self._is_idle()
        self._context.shutdown("the worker ends")

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

    def _on_stall(self) -> None:
        """Let go of what was said before and while nothing here went on, and say so."""
        _log.warning("A conversation stood still; what was said meanwhile is dropped.")
        with contextlib.suppress(RuntimeError):
            self._session.clear_user_turn()
        self._say(WAS_AWAY)

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

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, ChatMessage):
            self._ending.on_words(of_person=event.item.role == "user")

    def _apply(self, settings: VoiceSettings) -> None:
        """Speak and listen so from now on, and let so much leave this machine."""
        self._providers.gate.may_leave = self._may_leave.stricter(of_person(settings))
        self._providers.tts.set_speed(settings.speed)
        self._end_of_turn.times = settings.patience
        self._recogniser.set_sensitivity(settings.sensitivity)
        listen_to(self._detector, settings.sensitivity)
        self._ending.apply(settings)

    async def _leave(self) -> None:
        """End the conversation for everybody: a room without an agent would be given another."""
        await self._context.delete_room()
        self._context.shutdown("the conversation is over")

    def _is_idle(self) -> bool:
        return self._is_quiet() and not (self._reminders.are_waiting and self._presence.is_there)

    def _is_heard(self) -> bool:
        """Whether nobody speaks, and the person is there to hear what is said."""
        return self._is_quiet() and self._presence.is_there

    def _is_quiet(self) -> bool:
        session = self._session
        is_listening = session.agent_state == "listening" and session.current_speech is None
        return is_listening and session.user_state != "speaking"

    def _ask_model(self, text: str) -> None:
        self._providers.gate.turn_over(text.strip())
        with contextlib.suppress(RuntimeError):
            _ = self._session.generate_reply(user_input=text)

    def _set_max_delay(self, seconds: float) -> None:
        self._session.update_options(endpointing_opts={"max_delay": seconds})

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
