"""What is said while the assistant speaks, of which only the sense tells whose words they are."""

from collections.abc import AsyncIterator

import pytest
from livekit import rtc
from livekit.agents import Agent, LanguageCode, ModelSettings
from livekit.agents.stt import SpeechData, SpeechEvent, SpeechEventType

from shared.actions import Action, CreateTask
from shared.outcomes import Outcome, OutcomeKind
from tests.agent_worker.conversation.stand_ins import Api, Talk, talking

SARAH = CreateTask(title="Call Sarah")
REMIND = "Remind me to call Sarah."


def planned(*actions: Action) -> Outcome:
    return Outcome(outcome="planned", confidence=1.0, complete=True, actions=list(actions))


async def left_of(
    talk: Talk, heard: str, monkeypatch: pytest.MonkeyPatch, *, speaks: bool = True
) -> list[str]:
    """What counts as said, of what was heard while it answers "Remind me to call Sarah."."""
    talk.continuation.on_speaking(False)
    talk.continuation.turn_over(REMIND)
    done = Outcome(outcome="done", command_id="c1", actions=[SARAH])
    talk.continuation.became(REMIND, done)
    own = talk.assistant.own_voice
    own.new_reply()("Added call Sarah. When is it due?")
    own.on_assistant(speaks)
    talk.continuation.on_speaking(True)
    own.on_speaking(True)

    async def recognised(*_: object) -> AsyncIterator[SpeechEvent]:
        for kind in (SpeechEventType.INTERIM_TRANSCRIPT, SpeechEventType.FINAL_TRANSCRIPT):
            words = SpeechData(language=LanguageCode("en"), text=heard)
            yield SpeechEvent(type=kind, alternatives=[words])

    async def silence() -> AsyncIterator[rtc.AudioFrame]:
        frames: list[rtc.AudioFrame] = []
        for frame in frames:
            yield frame

    monkeypatch.setattr(Agent.default, "stt_node", recognised)
    events = [event async for event in talk.assistant.stt_node(silence(), ModelSettings())]
    return [each.text for event in events for each in event.alternatives]


@pytest.mark.parametrize("heard", ["Tomorrow at three.", "And Tom."])
async def test_few_words_that_go_on_are_the_persons(
    heard: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    meaning = {
        "Remind me to call Sarah tomorrow at three.": planned(
            CreateTask(title="Call Sarah", due="2026-11-25T15:00")
        ),
        "Remind me to call Sarah and Tom.": planned(SARAH, CreateTask(title="Call Tom")),
    }
    async with talking(Api(meaning)) as talk:
        assert await left_of(talk, heard, monkeypatch) == [heard]


@pytest.mark.parametrize(
    ("heard", "whole"),
    [
        ("Marrow.", planned(CreateTask(title="Call Sarah marrow"))),
        ("Tomorrow.", Outcome(outcome="planned", confidence=0.6, actions=[SARAH, SARAH])),
        ("Hello there.", Outcome(outcome="not_a_command")),
        ("By noon.", planned(SARAH)),
    ],
)
async def test_few_words_that_make_no_more_of_the_sentence_may_be_its_own(
    heard: str, whole: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    meaning = {f"Remind me to call Sarah {heard[:1].lower()}{heard[1:]}": whole}
    async with talking(Api(meaning)) as talk:
        assert await left_of(talk, heard, monkeypatch) == []


async def test_what_sounds_like_what_it_says_is_its_own_whatever_it_makes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = planned(SARAH, CreateTask(title="Sahara"))
    async with talking(Api({"Remind me to call Sarah all sari.": both})) as talk:
        assert await left_of(talk, "All sari.", monkeypatch) == []
        assert talk.api.dry_runs == []


LISTENS = "Yes, that sounds very good."


@pytest.mark.parametrize(
    ("speaks", "outcome", "counts"),
    [
        (True, "refused", []),
        (True, "not_a_command", [LISTENS] * 2),
        (False, "refused", [LISTENS] * 2),
    ],
)
async def test_who_only_listens_stops_nothing(
    speaks: bool, outcome: OutcomeKind, counts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking(Api({LISTENS: Outcome(outcome=outcome, confidence=1.0)})) as talk:
        assert await left_of(talk, LISTENS, monkeypatch, speaks=speaks) == counts


async def test_a_reason_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    reason = Outcome(outcome="refused", confidence=1.0, reply="There is no February 30th.")
    async with talking(Api({LISTENS: reason})) as talk:
        assert await left_of(talk, LISTENS, monkeypatch) == [LISTENS] * 2
