"""The real assistant over the real control API, in one process, with a made-up language model."""

import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import httpx
from litestar.datastructures import State
from livekit.agents import AgentSession, ConversationItemAddedEvent
from livekit.agents.llm import ChatMessage
from livekit.plugins import openai

from agent_worker.conversation.assistant import TYPED, Assistant
from agent_worker.conversation.commands import Commands
from agent_worker.conversation.continuation import Continuation
from agent_worker.conversation.tools import MOST_STEPS, Tools
from agent_worker.conversation.unanswered import Unanswered
from agent_worker.conversation.understanding import Understanding
from agent_worker.providers.leaving.gate import Gate
from agent_worker.settings.privacy import MayLeave
from agent_worker.thinking.offer import WHOLE
from control_api.database.open import DatabaseFile
from control_api.log.workspaces import Workspaces
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.who.signed_tokens.tokens import make_owner_token, make_session_token
from shared.client import SaydoClient
from tests.control_api.ready_made import app_over
from tests.patience import PATIENCE_S

ROOM = "talk-1"
_KEPT = (
    "SELECT id, document, deleted_at, position FROM tasks ORDER BY position",
    "SELECT id, document, deleted_at FROM things ORDER BY position",
    "SELECT id, type, thing_id FROM events ORDER BY id",
)


class Household:
    """A person's tasks, and a conversation about them in text."""

    def __init__(
        self,
        state: State,
        api: httpx.AsyncClient,
        session: AgentSession[None],
        commands: Commands,
        continuation: Continuation,
        course: list[str],
    ) -> None:
        self.course = course
        """Who said something, and where the end of the conversation was asked for."""
        self.commands, self.continuation = commands, continuation
        self.control: DatabaseFile = state.control
        self.settings: Settings = state.settings
        self._workspaces: Workspaces = state.workspaces
        self.api = api
        self.session = session
        self.heard: list[str] = []
        """All that was ever answered."""

    async def say(self, text: str) -> str:
        """Type something; give what is answered."""
        message = ChatMessage(role="user", content=[text], extra={TYPED: True})
        handle = self.session.generate_reply(user_input=message)
        await handle.wait_for_playout()
        items = [item for item in handle.chat_items if isinstance(item, ChatMessage)]
        reply = " ".join(m.text_content or "" for m in items if m.role == "assistant").strip()
        self.heard.append(reply)
        return reply

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = await self.api.post(f"/api/v1{path}", json=body)
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def titles(self) -> list[str]:
        answer = await self.api.get("/api/v1/tasks", params={"limit": 200})
        return [item["title"] for item in answer.json()["items"]]

    async def state(self) -> str:
        """A hash of all that is kept: tasks, things, the trash and the log."""
        workspace = await self._workspaces.open(self.settings.secrets.owner_id)
        rows = await workspace.file.read(lambda db: [db.execute(sql).fetchall() for sql in _KEPT])
        return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


@asynccontextmanager
async def household(data: Path, llm_url: str) -> AsyncIterator[Household]:
    """A household whose assistant thinks with the language model at `llm_url`."""
    settings = Settings(
        data=data,
        secrets=load_or_create(data),
        time_zone="Europe/Berlin",
        livekit_url="ws://127.0.0.1:9",
        rate_limit=None,
    )
    app = app_over(settings)
    key, owner = settings.secrets.signing_key, settings.secrets.owner_id
    transport = httpx.ASGITransport(cast("Any", app))  # each has types of its own for ASGI
    api = httpx.AsyncClient(
        base_url="http://127.0.0.1:7300",
        headers={"Authorization": f"Bearer {make_owner_token(key, owner)}"},
        transport=transport,
    )
    client = SaydoClient(
        "http://127.0.0.1:7300",
        make_session_token(key, owner, ROOM),
        transport=transport,
        answer_within_s=PATIENCE_S,
    )
    understanding, continuation = Understanding(client, ROOM), Continuation()
    later: list[str] = []
    unanswered = Unanswered(client, say=later.append, ask_model=later.append)
    course: list[str] = []
    commands = Commands(
        *(client, ROOM, understanding, continuation, unanswered),
        on_goodbye=lambda: course.append("goodbye"),
    )

    def on_item(event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, ChatMessage):
            course.append(event.item.role)

    assistant = Assistant(
        understanding=understanding,
        continuation=continuation,
        tools=Tools(commands, "Europe/Berlin", WHOLE),
        hear=lambda _: None,
        gate=Gate(MayLeave(), lambda: False, later.append),
        now=lambda: datetime.now(UTC),
    )
    model = openai.LLM(model="enemy", api_key="none", base_url=llm_url)
    try:
        async with AgentSession(
            llm=model,
            vad=None,
            turn_handling={"turn_detection": None},
            max_tool_steps=MOST_STEPS - 1,
        ) as session:
            session.on("conversation_item_added", on_item)
            await session.start(assistant, record=False, session_host=False)
            yield Household(app.state, api, session, commands, continuation, course)
    finally:
        await model.aclose()
        await unanswered.aclose()
        await client.aclose()
        await api.aclose()
        app.state.workspaces.close()
        app.state.control.close()
