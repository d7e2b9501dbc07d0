"""A language model's wishes, and what people answer to the question that comes of them."""

from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
COMMANDS = "/api/v1/commands"
APPROVALS = "/api/v1/approvals"
TASKS = "/api/v1/tasks"
ROOM = "talk-1"
Ask = Callable[..., dict[str, Any]]


class Home:
    """Alice's tasks, and whoever asks for something to be done with them."""

    def __init__(self, client: Client, alice: Headers, agent: Headers) -> None:
        self.client = client
        self.alice = alice
        self.agent = agent

    def add(self, *titles: str) -> list[str]:
        """Add tasks; their ids."""
        made = [
            self.client.post(TASKS, json={"title": title}, headers=self.alice) for title in titles
        ]
        return [answer.json()["id"] for answer in made]

    def titles(self) -> set[str]:
        items = self.client.get(TASKS, headers=self.alice).json()["items"]
        return {item["title"] for item in items}

    def model(self, *actions: dict[str, Any], **more: Any) -> dict[str, Any]:
        """What the language model in Alice's room wants."""
        body = {"actions": actions, "decided_by": "model", "conversation": ROOM} | more
        return self._answer(self.client.post(COMMANDS, json=body, headers=self.agent))

    def says(self, text: str, **more: Any) -> dict[str, Any]:
        """What Alice says in her room."""
        body = {"text": text, "conversation": ROOM} | more
        return self._answer(self.client.post(COMMANDS, json=body, headers=self.agent))

    def decides(self, approval_id: str, decision: str, headers: Headers | None = None) -> Any:
        return self.client.post(
            f"{APPROVALS}/{approval_id}",
            json={"decision": decision},
            headers=headers or self.alice,
        )

    def waiting(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.client.get(APPROVALS, headers=self.alice).json()["items"]
        return items

    def _answer(self, answer: Any) -> dict[str, Any]:
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body


@pytest.fixture
def home(client: Client, alice: Headers, agent: Headers) -> Home:
    return Home(client, alice, agent)


def delete(task_id: str) -> dict[str, Any]:
    return {"type": "delete_task", "task_id": task_id}
