"""A reminder is said aloud in a running conversation, and its receipt says that it was heard."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest

from bench.conversation.caller import HEARING_RATE, in_room
from bench.conversation.stack import Stack
from tests.voice.hearing import heard_text

THINGS = ("garden", "flowers", "lemon tree")
"""One of them is to be understood: a busy machine loses sound on its way."""

pytestmark = [pytest.mark.voice, pytest.mark.models]


def remind(stack: Stack, title: str) -> None:
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    body = {"title": title, "reminders": [{"at": at, "time_zone": "UTC"}]}
    with stack.api() as client:
        client.post("/tasks", json=body).raise_for_status()


def receipt(stack: Stack, title: str) -> dict[str, Any]:
    with stack.api() as client:
        items: list[dict[str, Any]] = client.get("/reminders").json()["items"]
    return next((each for each in items if each["title"] == title), {"state": "none"})


async def test_a_reminder_is_said_and_heard(stack: Stack) -> None:
    understood: list[str] = []
    async with in_room(stack.address, stack.token) as caller:
        for thing in THINGS:
            began = time.monotonic()
            remind(stack, f"Water the {thing}")
            await caller.wait_for(
                lambda: receipt(stack, f"Water the {thing}")["state"] == "heard",  # noqa: B023 (waited for)
                "never heard",
            )
            assert receipt(stack, f"Water the {thing}")["heard_by"] == "voice"
            sound = caller.audio_between(began, time.monotonic())
            understood.append(heard_text(sound, HEARING_RATE).lower())
            if thing in understood[-1]:
                return
    pytest.fail(f"never understood: {understood}")


async def test_what_nobody_heard_is_said_to_whoever_joins_next(stack: Stack) -> None:
    remind(stack, "Ring the plumber")
    async with in_room(stack.address, stack.token) as caller:
        await caller.wait_for(
            lambda: receipt(stack, "Ring the plumber")["state"] == "heard", "never heard"
        )
        assert "ring the plumber" in " ".join(caller.agent_lines()).lower()
