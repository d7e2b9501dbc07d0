"""A control API without a store, and a language model without weights."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
from livekit.agents import NOT_GIVEN, AgentSession, llm
from livekit.agents.llm import ChatChunk, ChatMessage, ChoiceDelta, FunctionToolCall
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, APIConnectOptions
from livekit.agents.utils import shortuuid

from agent_worker.conversation.assistant import TYPED, Assistant
from agent_worker.conversation.commands import Commands
from agent_worker.conversation.continuation import Continuation
from agent_worker.conversation.tools import Tools
from agent_worker.conversation.unanswered import Unanswered
from agent_worker.conversation.understanding import Understanding
from agent_worker.providers.leaving.gate import Gate
from agent_worker.settings.privacy import MayLeave
from agent_worker.settings.trust import ALL, Trust
from control_api.engine.own_actions import check_allowed_together
from shared.client import SaydoClient
from shared.outcomes import CommandRequest, Outcome

NOT_A_COMMAND = Outcome(outcome="not_a_command")


@dataclass
class Api:
    """Answers dry runs from `meaning`; carries out each key once."""

    meaning: dict[str, Outcome] = field(default_factory=dict)
    dry_runs: list[str] = field(default_factory=list)
    ran: list[CommandRequest] = field(default_factory=list)
    asked: int = 0
    """How often a real run was asked for, again or for the first time."""
    away: bool = False
    dry_run_takes_s: float = 0.0
    real_run_takes_s: float = 0.0
    lose_answers: int = 0
    """So many real runs happen, but their answers are lost on the way."""
    real_run: Outcome | None = None
    """What every real run comes to, when that is not what the dry run said."""
    _answers: dict[str, Outcome] = field(default_factory=dict)

    def client(self) -> SaydoClient:
        """Under some credential, which is not looked at."""
        transport = httpx.MockTransport(self._answer_slowly)
        return SaydoClient("http://api.test", "token", transport=transport)

    async def _answer_slowly(self, request: httpx.Request) -> httpx.Response:
        is_real = b'"dry_run"' not in request.content
        await asyncio.sleep(self.real_run_takes_s if is_real else self.dry_run_takes_s)
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.away:
            raise httpx.ConnectError("refused", request=request)
        command = msgspec.json.decode(request.content, type=CommandRequest)
        if command.dry_run:
            self.dry_runs.append(command.text or "")
            return _json(self.meaning.get(command.text or "", NOT_A_COMMAND))
        self.asked += 1
        key = request.headers["Idempotency-Key"]
        if key not in self._answers:
            self.ran.append(command)
            self._answers[key] = self._run(command)
        if self.lose_answers:
            self.lose_answers -= 1
            raise httpx.ReadTimeout("lost", request=request)
        return _json(self._answers[key])

    def _run(self, command: CommandRequest) -> Outcome:
        if self.real_run is not None:
            return self.real_run
        meant = self.meaning.get(command.text or "", NOT_A_COMMAND)
        if command.actions:
            check_allowed_together(command.actions, command.decided_by)
            meant = Outcome(outcome="planned", actions=command.actions, reply="By actions.")
        if meant.outcome != "planned":
            return meant
        return msgspec.structs.replace(meant, outcome="done", command_id=f"c{len(self.ran)}")


def _json(outcome: Outcome) -> httpx.Response:
    return httpx.Response(200, content=msgspec.json.encode(outcome))


class ScriptedModel(llm.LLM[str]):
    """Answers with what is in `answers`: text, or a tool's name and arguments."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[str | tuple[str, dict[str, Any]]] = []
        self.asked: list[llm.ChatContext] = []
        self.tools: list[str] = []

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: Any = NOT_GIVEN,
        tool_choice: Any = NOT_GIVEN,
        extra_kwargs: Any = NOT_GIVEN,
    ) -> llm.LLMStream:
        del parallel_tool_calls, tool_choice, extra_kwargs
        self.asked.append(chat_ctx)
        self.tools = [tool.id for tool in tools or []]
        return ScriptedAnswer(self, chat_ctx=chat_ctx, tools=[], conn_options=conn_options)


class ScriptedAnswer(llm.LLMStream):
    async def _run(self) -> None:
        model = self._llm
        assert isinstance(model, ScriptedModel)
        answer = model.answers.pop(0) if model.answers else ""
        if isinstance(answer, tuple):
            name, arguments = answer
            call = FunctionToolCall(name=name, arguments=json.dumps(arguments), call_id=shortuuid())
            self._event_ch.send_nowait(ChatChunk(id="1", delta=ChoiceDelta(tool_calls=[call])))
            return
        for word in answer.split(" "):
            delta = ChoiceDelta(role="assistant", content=f"{word} ")
            self._event_ch.send_nowait(ChatChunk(id="1", delta=delta))


@dataclass
class Talk:
    """A conversation in text, with all that goes on behind it."""

    api: Api
    model: ScriptedModel
    session: AgentSession[None]
    assistant: Assistant
    continuation: Continuation
    said_later: list[str]

    async def say(self, text: str, *, typed: bool = False) -> str:
        """Say something; give what is answered."""
        extra = {TYPED: True} if typed else {}
        message = ChatMessage(role="user", content=[text], extra=extra)
        handle = self.session.generate_reply(user_input=message)
        _ = await handle
        items = [item for item in handle.chat_items if isinstance(item, ChatMessage)]
        return " ".join(m.text_content or "" for m in items if m.role == "assistant").strip()

    async def until_said_later(self) -> None:
        """Wait until something is said that nobody waited for."""
        for _ in range(250):
            if self.said_later:
                return
            await asyncio.sleep(0.02)
        raise AssertionError("Nothing was said.")


@asynccontextmanager
async def talking(
    api: Api,
    *,
    trust: frozenset[Trust] = ALL,
    thinker: llm.LLM[Any] | None = None,
    gate: Gate | None = None,
) -> AsyncIterator[Talk]:
    """`thinker` takes the place of the scripted model."""
    model = ScriptedModel()
    later: list[str] = []
    client = api.client()
    understanding = Understanding(client, "room")
    continuation = Continuation()
    unanswered = Unanswered(client, say=later.append, ask_model=later.append)
    commands = Commands(client, "room", understanding, continuation, unanswered)
    assistant = Assistant(
        understanding=understanding,
        continuation=continuation,
        tools=Tools(commands, "Europe/Berlin"),
        hear=lambda _: None,
        gate=gate or Gate(MayLeave(), lambda: False, later.append),
        now=lambda: datetime(2026, 11, 24, 15, tzinfo=UTC),
        trust=trust,
    )
    async with AgentSession(
        llm=thinker or model, vad=None, turn_handling={"turn_detection": None}
    ) as session:
        await session.start(assistant, record=False, session_host=False)
        yield Talk(api, model, session, assistant, continuation, later)
    await unanswered.aclose()
    await client.aclose()
