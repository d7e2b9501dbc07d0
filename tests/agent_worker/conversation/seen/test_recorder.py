"""What is put on record of a turn: in a real session, with a control API that stands in."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, get_args

import httpx
import msgspec
import pytest
from livekit.agents import AgentStateChangedEvent, ConversationItemAddedEvent
from livekit.agents.llm import ChatMessage, MetricsReport
from livekit.agents.voice.events import EventTypes
from prometheus_client import REGISTRY

from agent_worker.conversation.seen.client import TimedClient
from agent_worker.conversation.seen.recorder import Recorder
from shared.actions import CreateTask
from shared.outcomes import CommandRequest, Outcome
from shared.turns import NewTurn
from tests.agent_worker.conversation.stand_ins import Api, Talk, talking

MILK = Outcome(
    outcome="planned",
    confidence=0.95,
    actions=[CreateTask("Milk")],
    reply="Milk.",
    reader="sentences",
)


class SeenApi(Api):
    """One whose client tells what goes through it."""

    tell: Callable[[CommandRequest, Outcome, float], None]

    def client(self) -> TimedClient:
        client = TimedClient(
            "http://api.test", "token", transport=httpx.MockTransport(self._answer)
        )
        client.tell = self.tell
        return client


@dataclass
class Seen:
    talk: Talk
    recorder: Recorder
    turns: list[NewTurn]


@asynccontextmanager
async def seen(**meaning: Outcome) -> AsyncIterator[Seen]:
    turns: list[NewTurn] = []
    recorder = Recorder(turns.append)
    api = SeenApi({text.replace("_", " "): outcome for text, outcome in meaning.items()})
    api.tell = recorder.asked
    async with talking(api) as talk:
        recorder.follow(talk.session)
        yield Seen(talk, recorder, turns)
        recorder.over()


async def test_a_command_is_told_with_what_it_was_taken_for_and_how_long_each_stage_took() -> None:
    async with seen(add_milk=MILK) as room:
        await room.talk.say("add milk")
    (turn,) = room.turns
    assert (turn.text, turn.heard, turn.others) == ("add milk", "add milk", [])
    assert (turn.outcome, turn.reader, turn.confidence) == ("done", "sentences", 0.95)
    assert turn.command_id == "c1"
    assert turn.source == "voice"
    took = turn.took
    assert took.understanding is not None
    assert took.tool is not None
    assert took.answer is not None


async def test_what_is_no_command_is_told_as_the_models() -> None:
    async with seen() as room:
        room.talk.model.answers = ["Lovely."]
        await room.talk.say("what a day")
    (turn,) = room.turns
    assert (turn.outcome, turn.reader, turn.command_id) == ("not_a_command", None, None)
    assert turn.took.tool is None


async def test_what_is_typed_is_told_apart() -> None:
    async with seen(add_milk=MILK) as room:
        await room.talk.say("add milk", typed=True)
    assert [turn.source for turn in room.turns] == ["chat"]


async def test_each_turn_is_told_once_and_in_order() -> None:
    async with seen(add_milk=MILK, add_eggs=MILK) as room:
        await room.talk.say("add milk")
        await room.talk.say("add eggs")
    assert [turn.text for turn in room.turns] == ["add milk", "add eggs"]
    assert [turn.command_id for turn in room.turns] == ["c1", "c2"]


async def others_of(*texts: str) -> list[str]:
    return list(texts)


async def test_the_hypotheses_that_were_not_taken_are_told() -> None:
    alike = msgspec.structs.replace(MILK, alternatives=["ad milk"])

    async def choose(text: str, others: Callable[[], Awaitable[list[str]]]) -> str:
        assert text == "at milk"
        return (await others())[1]

    async with seen(add_milk=alike) as room:
        taken = await room.recorder.choosing(choose)(
            "at milk", lambda: others_of("and milk", "add milk")
        )
        await room.talk.say(taken)
    (turn,) = room.turns
    assert (turn.heard, turn.text) == ("at milk", "add milk")
    assert turn.others == ["and milk", "ad milk"]


@dataclass
class Heart:
    """What a session tells, told by hand: of a voice that nobody has to wait for."""

    listeners: dict[str, Callable[[Any], None]] = field(default_factory=dict)

    def on(self, event: str, callback: Callable[[Any], None]) -> None:
        self.listeners[event] = callback

    def item(self, role: str, text: str, *, interrupted: bool = False, **metrics: float) -> None:
        message = ChatMessage(
            role=role,  # type: ignore[arg-type]
            content=[text],
            interrupted=interrupted,
            metrics=MetricsReport(**metrics),  # type: ignore[typeddict-item]
        )
        self.listeners["conversation_item_added"](ConversationItemAddedEvent(item=message))

    def state(self, new: str) -> None:
        event = AgentStateChangedEvent(old_state="thinking", new_state=new)  # type: ignore[arg-type]
        self.listeners["agent_state_changed"](event)


def told(*, interrupted: bool = False, total_s: float | None = 0.45) -> list[NewTurn]:
    turns: list[NewTurn] = []
    session, recorder = Heart(), Recorder(turns.append)
    recorder.follow(session)  # type: ignore[arg-type]
    session.item("user", "add milk", transcription_delay=0.1, end_of_turn_delay=0.2)
    session.state("speaking")
    total = {} if total_s is None else {"e2e_latency": total_s}
    session.item("assistant", "Milk.", interrupted=interrupted, tts_node_ttfb=0.07, **total)
    assert not turns
    session.state("listening")
    return turns


def test_livekits_own_clocks_are_told_in_milliseconds() -> None:
    (turn,) = told()
    took = turn.took
    assert (took.transcription, took.end_of_turn) == (100, 200)
    assert took.speech == pytest.approx(70)
    assert took.total == 450
    assert not turn.interrupted


def test_an_answer_that_was_cut_short_is_told_so() -> None:
    before = number("saydo_interruptions_total")
    assert told(interrupted=True)[0].interrupted
    assert number("saydo_interruptions_total") == before + 1


def test_where_livekit_has_no_clock_for_the_whole_it_is_ours() -> None:
    (turn,) = told(total_s=None)
    assert turn.took.total is not None


@pytest.mark.parametrize("nonsense", [-3.0, 40_000.0])
def test_a_clock_that_began_at_something_else_is_not_told(nonsense: float) -> None:
    turns: list[NewTurn] = []
    session, recorder = Heart(), Recorder(turns.append)
    recorder.follow(session)  # type: ignore[arg-type]
    session.item("user", "add milk", transcription_delay=nonsense)
    recorder.over()
    assert turns[0].took.transcription is None


def test_stages_and_slow_turns_are_counted() -> None:
    slow = number("saydo_slow_turns_total")
    totals = number("saydo_turn_seconds_count", stage="total")
    seconds = number("saydo_turn_seconds_sum", stage="total")
    told(total_s=0.5)
    assert number("saydo_slow_turns_total") == slow
    told(total_s=2.5)
    assert number("saydo_slow_turns_total") == slow + 1
    assert number("saydo_turn_seconds_count", stage="total") == totals + 2
    assert number("saydo_turn_seconds_sum", stage="total") == pytest.approx(seconds + 3)


def test_a_reminder_that_is_spoken_is_no_turn() -> None:
    turns: list[NewTurn] = []
    session, recorder = Heart(), Recorder(turns.append)
    recorder.follow(session)  # type: ignore[arg-type]
    session.state("speaking")
    session.item("assistant", "Call Sarah.")
    session.state("listening")
    recorder.over()
    assert not turns


def number(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_failures_of_a_provider_are_counted_by_role() -> None:
    class Fault:
        type = "tts_error"

    class Voice:
        provider = "saydo"

    class Event:
        error = Fault()
        source = Voice()

    session, recorder = Heart(), Recorder(lambda _: None)
    recorder.follow(session)  # type: ignore[arg-type]
    labels = {"role": "tts", "provider": "saydo"}
    before = number("saydo_provider_errors_total", **labels)
    session.listeners["error"](Event())
    assert number("saydo_provider_errors_total", **labels) == before + 1


def test_the_events_are_those_that_livekit_knows() -> None:
    session, recorder = Heart(), Recorder(lambda _: None)
    recorder.follow(session)  # type: ignore[arg-type]
    assert set(session.listeners) <= set(get_args(EventTypes))
