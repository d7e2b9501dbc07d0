"""A real control API on a free port, with a data folder of its own."""

import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar

import httpx

from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import make_owner_token, make_sign_in_code
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
NOBODY_LISTENS = "ws://127.0.0.1:9"


class ControlApi:
    """The server, and Alice's way to it beside the page."""

    owner_ids: ClassVar[set[str]] = set()
    """Alice's, on each of them."""

    def __init__(self, data: Path, livekit_url: str = NOBODY_LISTENS) -> None:
        self.data = data
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._livekit_url = livekit_url
        self._secrets = load_or_create(data)
        self.owner_ids.add(self._secrets.owner_id)
        self._process: subprocess.Popen[bytes] | None = None
        token = make_owner_token(self._secrets.signing_key, self._secrets.owner_id)
        self._client = httpx.Client(
            base_url=f"{self.address}/api/v1",
            headers={"Authorization": f"Bearer {token}"},
            timeout=PATIENCE_S,
        )

    def start(self, **environ: str) -> None:
        """Start it, with more settings."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "control_api", "serve"],
            cwd=ROOT,
            env=os.environ
            | {
                "SAYDO_DATA": str(self.data),
                "SAYDO_PORT": str(self.port),
                "SAYDO_TIME_ZONE": "UTC",
                "LIVEKIT_URL": self._livekit_url,
            }
            | environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._wait_for(self._process)
        except AssertionError:
            self.stop()
            raise

    def _wait_for(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers():
            assert process.poll() is None, "the control API ended by itself"
            assert time.monotonic() < deadline, "the control API did not start"
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        self._process = None

    def close(self) -> None:
        self.stop()
        self._client.close()

    def sign_in_link(self, place: str = "all") -> str:
        """A link that opens the page at a place; there, all that is open is in one list."""
        code = make_sign_in_code(self._secrets.signing_key, self._secrets.owner_id)
        return f"{self.address}/{place}#sign-in={code}"

    def owner_token(self) -> str:
        return make_owner_token(self._secrets.signing_key, self._secrets.owner_id)

    def me(self) -> dict[str, Any]:
        found: dict[str, Any] = self._client.get("/me").json()
        return found

    def speak(self, language: str) -> None:
        """Have Alice's account speak a language."""
        self._client.patch("/me", json={"language": language}).raise_for_status()

    def create(self, title: str, **more: Any) -> dict[str, Any]:
        answer = self._client.post("/tasks", json={"title": title, **more})
        assert answer.status_code == 201, answer.text
        created: dict[str, Any] = answer.json()
        return created

    def act(self, *actions: dict[str, Any]) -> None:
        """Have actions carried out in one command."""
        assert self.ask(*actions) == "done"

    def ask(self, *actions: dict[str, Any]) -> str:
        """Want actions carried out in one command; what came of it."""
        answer = self._client.post("/commands", json={"actions": actions})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["outcome"])

    def wish(self, *actions: dict[str, Any], source: str = "api") -> str:
        """Want as a language model does what takes a yes; the id of what waits for it."""
        body = {"actions": actions, "decided_by": "model", "source": source}
        answer = self._client.post("/commands", json=body)
        assert answer.json()["outcome"] == "needs_approval", answer.text
        return str(answer.json()["approval_id"])

    def decide(self, approval_id: str, decision: str) -> dict[str, Any]:
        answer = self._client.post(f"/approvals/{approval_id}", json={"decision": decision})
        assert answer.status_code == 200, answer.text
        decided: dict[str, Any] = answer.json()
        return decided

    def say(self, text: str) -> dict[str, Any]:
        """Send words, in the conversation that the page types in."""
        answer = self._client.post("/commands", json={"text": text})
        assert answer.status_code == 200, answer.text
        outcome: dict[str, Any] = answer.json()
        return outcome

    def waiting(self) -> list[dict[str, Any]]:
        """What waits for a yes."""
        items: list[dict[str, Any]] = self._client.get("/approvals").json()["items"]
        return items

    def let_expire(self, approval_id: str) -> None:
        """Have it wait as if its time were over."""
        (file,) = (self.data / "workspaces").glob("*.db")
        with closing(sqlite3.connect(file, timeout=PATIENCE_S)) as db, db:
            db.execute(
                "UPDATE approvals SET expires_at = at WHERE id = ?",
                [approval_id],
            )

    def tasks(self, **wanted: str) -> list[dict[str, Any]]:
        answer = self._client.get("/tasks", params={"limit": "200"} | wanted)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def reminders(self) -> list[dict[str, Any]]:
        answer = self._client.get("/reminders", params={"limit": 200})
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    @contextmanager
    def invited(self, name: str, password: str) -> Iterator[httpx.Client]:
        """Have somebody make an account; what asks in their name."""
        invitation = self._client.post("/invitations", json={"life_h": 1}).json()["code"]
        made = {"invitation": invitation, "name": name, "password": password}
        with httpx.Client(base_url=f"{self.address}/api/v1", timeout=PATIENCE_S) as somebody:
            somebody.headers["Origin"] = self.address
            somebody.post("/accounts", json=made).raise_for_status()
            yield somebody

    def delete_workspaces(self) -> None:
        """Delete all that Alice shares."""
        for each in self._client.get("/workspaces").json()["items"]:
            if not each["is_personal"]:
                self._client.delete(f"/workspaces/{each['id']}").raise_for_status()

    def notifications(self) -> dict[str, Any]:
        """How Alice wants to be reminded."""
        found: dict[str, Any] = self._client.get("/me/notifications").json()
        return found

    def voice_settings(self) -> dict[str, Any]:
        """How Alice wants to be spoken with."""
        found: dict[str, Any] = self._client.get("/me/settings").json()
        return found

    def push_key(self) -> str:
        return str(self._client.get("/push-key").json()["public_key"])

    def task(self, title: str) -> dict[str, Any]:
        return next(task for task in self.tasks(search=title) if task["title"] == title)

    def wipe(self) -> None:
        """Empty Alice's workspace."""
        self._client.delete("/me/data", params={"confirm": "wipe everything"}).raise_for_status()

    def sign_everybody_out(self) -> None:
        """As an owner does who has lost a computer."""
        self._client.delete("/sessions").raise_for_status()

    def _answers(self) -> bool:
        try:
            return self._client.get("/health").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def unique(words: str) -> str:
    """A title that no other test has."""
    # Letters alone: a digit among them may be a time.
    return f"{words} {''.join(secrets.choice(_CONSONANTS) for _ in range(6))}"
