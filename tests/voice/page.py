"""The built page in a real browser, with speech from a file as its microphone."""

import asyncio
import re
import time
from pathlib import Path

import numpy as np
from playwright.async_api import Page

from bench.conversation.signal import MICROPHONE_RATE, resampled, room_noise, write_wave
from bench.conversation.speech import VOICE_RATE, spoken
from tests.patience import PATIENCE_S

_PAUSE_S = 0.5
QUIET_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]


def microphone(path: Path, text: str) -> Path:
    """A room, then the words, then a long quiet room: the browser plays the file in a loop."""
    rng = np.random.default_rng(1)
    speech = resampled(spoken(text), VOICE_RATE, MICROPHONE_RATE)
    room = [room_noise(MICROPHONE_RATE * seconds, rng) for seconds in (6, 60)]
    write_wave(path, np.concatenate([room[0], speech, room[1]]), MICROPHONE_RATE)
    return path


async def converse(page: Page, link: str, title: str, button: str = "Talk") -> None:
    """Sign in, press the button to talk, wait for a task of that title to appear on the page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(link.replace("/#", "/all#"))
    speak = page.get_by_role("button", name=button).first
    tasks = page.get_by_role("region", name=re.compile("tasks", re.IGNORECASE))
    found = tasks.get_by_text(title).first
    await speak.click()
    give_up = time.monotonic() + PATIENCE_S
    while not await found.is_visible():
        assert time.monotonic() < give_up, await page.inner_text("body")
        # On a busy machine a call may not come about in time: a person presses again.
        if await speak.is_visible():
            await speak.click()
        await asyncio.sleep(_PAUSE_S)
    assert not errors
