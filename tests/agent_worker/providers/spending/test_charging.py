"""What is used of servers elsewhere is charged, and when the budget is spent they are not asked."""

from datetime import date

import msgspec
import pytest
from livekit.agents import llm

from agent_worker.models.catalogue import Role
from agent_worker.providers.choosing import Shared, share
from agent_worker.providers.spending.accounts import Accounts
from agent_worker.providers.spending.ledger import Account, Charged, Ledger
from agent_worker.providers.spending.prices import Price, Used
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import RemoteName
from agent_worker.settings.spending import SpendingSettings
from agent_worker.thinking.apologies import APOLOGIES, BUDGET_SPENT, ONE_MOMENT
from bench.stand_ins.deepgram_server import deepgram_server
from bench.stand_ins.openai_server import openai_server
from tests.agent_worker.hosts import ScriptedHost
from tests.agent_worker.providers.cast import Cast, playing, settings
from tests.agent_worker.providers.person import listening
from tests.agent_worker.providers.test_speaking import spoken
from tests.patience import until

DEAR = Price(as_of=date(2026, 11, 30), source="made up", minute=60, million_tokens_out=1e6)
QUESTION = "What is the capital of Italy?"


def charged(names: dict[str, str], limit_usd: float | None = None) -> Shared:
    """What a worker shares that pays a dollar a second, and for each token that is written."""
    chosen = settings(**names)
    ledger = Ledger(None, limit_usd)
    accounts: dict[tuple[Charged, RemoteName], Account] = {
        (role, remote.name): Account(ledger, role, remote.name, remote.model, DEAR)
        for role, each in chosen.roles.items()
        for remote in each.remotes
    }
    return Shared(share(chosen).breakers, Accounts(ledger, accounts))


def used(shared: Shared) -> Used:
    months = shared.accounts.ledger._kept.months
    (entry,) = next(iter(months.values()))
    return entry.used


async def ask(cast: Cast) -> str:
    context = llm.ChatContext.empty()
    context.add_message(role="user", content=QUESTION)
    text = ""
    async with cast.providers.llm.chat(chat_ctx=context) as answer:
        async for chunk in answer:
            text += (chunk.delta.content if chunk.delta else None) or ""
    return text.replace(ONE_MOMENT, "").strip()


async def test_each_second_that_a_stream_is_sent_is_charged() -> None:
    async with deepgram_server() as server:
        names = {"SAYDO_STT": "deepgram,local", "DEEPGRAM_BASE_URL": server.url}
        shared = charged(names)
        async with playing(names, shared=shared) as cast, listening(cast) as person:
            server.heard = "Add milk."
            await person.speak(2.0)
            await until(lambda: person.heard)
        assert used(shared).seconds == pytest.approx(2.7, abs=0.05)


async def test_a_recording_is_charged_when_it_is_sent() -> None:
    async with openai_server() as server:
        names = {"SAYDO_STT": "openai,local", "OPENAI_BASE_URL": server.url}
        shared = charged(names)
        async with playing(names, shared=shared) as cast, listening(cast) as person:
            server.heard = "Add milk."
            await person.speak(2.0)
            await until(lambda: person.heard)
        assert used(shared).seconds == pytest.approx(server.recordings_s[0])


async def test_each_character_that_is_sent_to_be_spoken_is_charged() -> None:
    async with openai_server() as server:
        names = {"SAYDO_TTS": "openai", "OPENAI_BASE_URL": server.url}
        shared = charged(names)
        async with playing(names, shared=shared) as cast:
            await spoken(cast.providers.tts, "It is Rome. It is old.")
        assert used(shared).characters == sum(map(len, server.spoken))


async def test_tokens_are_charged_as_the_model_says() -> None:
    async with openai_server() as server:
        server.answer, server.usage = "It is Rome.", (120, 20, 7)
        names = {"SAYDO_LLM": "openai", "OPENAI_BASE_URL": server.url}
        shared = charged(names)
        async with playing(names, shared=shared) as cast:
            await ask(cast)
        assert used(shared) == Used(tokens_in=100, tokens_cached=20, tokens_out=7)


async def test_an_answer_that_breaks_off_is_charged_by_its_length() -> None:
    async with openai_server("half then cut") as server:
        server.answer, server.usage = "It is Rome, ~which is ~rather ~old.", (120, 20, 7)
        names = {"SAYDO_LLM": "openai", "OPENAI_BASE_URL": server.url}
        shared = charged(names)
        async with playing(names, shared=shared) as cast:
            await ask(cast)
        assert used(shared).tokens_in == len(QUESTION) // 4
        assert used(shared).tokens_out > 0


async def test_when_the_budget_is_spent_what_is_here_goes_on_and_that_is_said_once() -> None:
    host = ScriptedHost()
    host.thought = "Thought here."
    async with openai_server() as server:
        server.answer, server.usage = "It is Rome.", (10, 0, 7)
        names = {"SAYDO_LLM": "openai,local", "OPENAI_BASE_URL": server.url}
        shared = charged(names, limit_usd=5.0)
        async with playing(names, host=host, shared=shared) as cast:
            assert await ask(cast) == "It is Rome."
            assert cast.told == []
            assert [await ask(cast), await ask(cast)] == ["Thought here."] * 2
            assert cast.told == [BUDGET_SPENT]
        assert len(server.chats) == 1


async def test_a_stream_ends_once_it_can_not_be_paid_and_the_next_sentence_is_heard_here() -> None:
    async with deepgram_server() as server:
        names = {"SAYDO_STT": "deepgram,local", "DEEPGRAM_BASE_URL": server.url}
        shared = charged(names, limit_usd=2.0)
        host = ScriptedHost(["Heard here."])
        async with (
            playing(names, host=host, shared=shared) as cast,
            listening(cast) as person,
        ):
            server.heard = "Heard elsewhere."
            await person.speak(2.0)
            await until(lambda: person.heard == ["Heard elsewhere."])
            await person.speak(2.0)
            await until(lambda: person.heard == ["Heard elsewhere.", "Heard here."])
            assert cast.told == [BUDGET_SPENT]
        assert sum(server.listened_s) == pytest.approx(2.7, abs=0.2)


@pytest.mark.parametrize("role", ["stt", "llm"])
async def test_with_nothing_here_it_is_said_that_the_budget_is_spent(role: Role) -> None:
    async with openai_server() as server:
        names = {f"SAYDO_{role.upper()}": "openai", "OPENAI_BASE_URL": server.url}
        async with playing(names, shared=charged(names, limit_usd=0.0)) as cast:
            if role == "llm":
                assert await ask(cast) == APOLOGIES["llm"]["spent"]
            else:
                async with listening(cast) as person:
                    await person.speak()
                    await until(lambda: cast.told)
                assert cast.told == [APOLOGIES["stt"]["spent"]]
        assert not server.chats + server.recordings_s


def test_a_budget_needs_the_price_of_each_provider() -> None:
    chosen = settings(SAYDO_LLM="openai", SAYDO_LLM_OPENAI_MODEL="llama-3")
    assert share(chosen).accounts.of("llm", "openai").price is None
    limited = SpendingSettings(limit_usd=5.0, prices=None, ledger=None)
    with pytest.raises(SettingsError, match="no price for llama-3 of openai"):
        share(msgspec.structs.replace(chosen, spending=limited))
