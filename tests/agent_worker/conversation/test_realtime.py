"""A realtime model over the real control API: what it does are the same actions, each once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from livekit.agents.utils import http_context

from agent_worker.conversation.assistant import Assistant
from agent_worker.conversation.realtime import Heard, Realtime, prepare_realtime
from agent_worker.providers.leaving.gate import Gate
from agent_worker.providers.spending.accounts import Accounts
from agent_worker.providers.spending.ledger import Account, Entry, Ledger
from agent_worker.providers.spending.prices import Price, Used
from agent_worker.settings.privacy import MayLeave
from agent_worker.settings.roles import read_realtime
from agent_worker.thinking.apologies import BUDGET_SPENT, REALTIME_LOST
from bench.stand_ins.realtime_server import OpenAiRealtime, realtime_server
from bench.stand_ins.ways import Way
from tests.agent_worker.conversation.enemy import enemy_at_work
from tests.agent_worker.conversation.household import Household, household
from tests.patience import until

DEAR = Price(as_of=date(2026, 11, 30), source="made up", million_audio_out=1e6)
ADD_MILK = ("create_task", {"title": "Buy milk"})
SAID = "Please remind me to buy milk."


@dataclass
class Talk:
    """A conversation that a realtime model leads."""

    server: OpenAiRealtime
    house: Household
    realtime: Realtime
    ledger: Ledger
    gate: Gate

    def said(self, text: str) -> bool:
        """Whether the assistant has said something."""
        return text in [message.text_content for message in self.house.session.history.messages()]

    def is_led(self) -> bool:
        return self.house.session.current_agent is self.realtime.assistant


@asynccontextmanager
async def led(data: Path, way: Way = "well", limit_usd: float | None = None) -> AsyncIterator[Talk]:
    """The household's session, handed to the model as a conversation begins."""
    with enemy_at_work() as enemy:
        async with (
            realtime_server(way) as server,
            http_context.open(),
            household(data, enemy.url) as house,
        ):
            remote = read_realtime(
                {"SAYDO_REALTIME": "openai", "SAYDO_REALTIME_OPENAI_URL": server.url}
                | {"SAYDO_REALTIME_OPENAI_KEY": "k"}
            )
            assert remote is not None
            ledger = Ledger(None, limit_usd)
            gate = Gate(MayLeave(), lambda: ledger.is_spent, lambda _: None)
            account = Account(ledger, "realtime", "openai", remote.model, DEAR)
            accounts = Accounts(ledger, {("realtime", "openai"): account})
            realtime = prepare_realtime(remote, accounts, house.commands, "Europe/Berlin", gate)
            assert realtime is not None
            then = house.session.current_agent
            assert isinstance(then, Assistant)
            realtime.follow(house.session, then)
            house.session.update_agent(realtime.assistant)
            yield Talk(server, house, realtime, ledger, gate)


async def test_what_is_said_becomes_an_action_once_and_the_model_is_told_what_came_of_it(
    tmp_path: Path,
) -> None:
    async with led(tmp_path) as talk:
        await until(lambda: talk.server.sessions)
        talk.server.call = ADD_MILK
        await talk.server.hear(SAID)
        await until(lambda: talk.server.outputs)
        assert await talk.house.titles() == ["Buy milk"]
        assert talk.server.outputs == ["Added buy milk."]


async def test_its_tools_are_the_actions_and_none_of_the_assistant_s_own(tmp_path: Path) -> None:
    async with led(tmp_path) as talk:
        await until(lambda: any("tools" in each for each in talk.server.sessions))
        shown = next(each["tools"] for each in talk.server.sessions if "tools" in each)
        names = {tool["name"] for tool in shown}
        assert {"create_task", "complete_task", "find_tasks", "undo"} <= names
        assert not {"run_command", "answer_later"} & names


async def test_a_call_waits_for_the_words_that_it_is_judged_by(tmp_path: Path) -> None:
    async with led(tmp_path) as talk:
        await until(lambda: talk.server.sessions)
        talk.server.words_first = False
        talk.server.call = ADD_MILK
        await talk.server.hear(SAID)
        await until(lambda: talk.server.outputs)
        assert await talk.house.titles() == ["Buy milk"]


async def test_what_the_person_did_not_say_is_not_done(tmp_path: Path) -> None:
    async with led(tmp_path) as talk:
        await until(lambda: talk.server.sessions)
        talk.server.call = ("create_task", {"title": "Rob a bank"})
        await talk.server.hear(SAID)
        await until(lambda: talk.server.outputs)
        assert await talk.house.titles() == []


async def test_to_delete_takes_a_yes(tmp_path: Path) -> None:
    async with led(tmp_path) as talk:
        task = await talk.house.post("/tasks", {"title": "Buy milk"})
        await until(lambda: talk.server.sessions)
        talk.server.call = ("find_tasks", {"search": "milk"})
        await talk.server.hear("What about the milk?")
        await until(lambda: talk.said(talk.server.answer))
        talk.server.call = ("delete_task", {"task_id": task["id"]})
        await talk.server.hear("What about the milk?")
        await until(lambda: len(talk.server.outputs) == 2)
        assert await talk.house.titles() == ["Buy milk"]


async def test_what_it_took_is_charged(tmp_path: Path) -> None:
    async with led(tmp_path) as talk:
        await until(lambda: talk.server.sessions)
        await talk.server.hear("Hello.")

        def charged() -> list[Entry]:
            return [entry for month in talk.ledger._kept.months.values() for entry in month]

        # Once for the transcript, of a second of sound, and once for the answer.
        await until(lambda: any(e.used.seconds and e.used.tokens_in for e in charged()))
        (entry,) = charged()
        assert entry.role == "realtime"
        assert entry.used == Used(
            seconds=1.0, tokens_in=60, tokens_cached=40, tokens_out=20, audio_in=30, audio_out=40
        )


@pytest.mark.parametrize("way", ["key", "500"])
async def test_one_that_can_not_be_reached_hands_over_and_that_is_said(
    tmp_path: Path, way: Way
) -> None:
    async with led(tmp_path, way) as talk:
        await until(lambda: talk.said(REALTIME_LOST))
        assert not talk.is_led()
        await talk.house.say("Add milk")
        assert await talk.house.titles() == ["Milk"]


async def test_one_whose_budget_is_spent_hands_over_at_the_next_word(tmp_path: Path) -> None:
    async with led(tmp_path, limit_usd=1.0) as talk:
        await until(lambda: talk.server.sessions)
        await talk.server.hear("Hello.")
        await until(lambda: talk.ledger.is_spent)
        talk.server.call = ADD_MILK
        speaking = asyncio.create_task(talk.server.hear(SAID))
        await until(lambda: talk.said(BUDGET_SPENT))
        assert not talk.is_led()
        speaking.cancel()


@pytest.mark.parametrize(
    "may_leave", [MayLeave(stt="never"), MayLeave(llm="questions"), MayLeave(tts="never")]
)
def test_it_does_not_begin_where_anything_is_to_stay_here(may_leave: MayLeave) -> None:
    gate = Gate(may_leave, lambda: False, lambda _: None)
    unused: Any = None
    realtime = Realtime(unused, unused, Heard(), gate)
    assert not realtime.may_begin


def test_it_is_used_where_it_is_chosen_and_all_may_leave() -> None:
    chosen = {"SAYDO_REALTIME": "openai", "OPENAI_API_KEY": "o"}
    found = read_realtime(chosen)
    assert found is not None
    assert (found.model, found.voice) == ("gpt-realtime-1.5", "marin")
    assert read_realtime({"OPENAI_API_KEY": "o"}) is None
    assert read_realtime(chosen | {"SAYDO_OFFLINE": "1"}) is None
    assert read_realtime(chosen | {"SAYDO_TTS_MAY_LEAVE": "questions"}) is None
