"""The built page in a real browser, with speech from a file as its microphone."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from playwright.async_api import Page, async_playwright
from playwright.async_api import TimeoutError as NotInTime

from bench.conversation.signal import MICROPHONE_RATE, resampled, room_noise, write_wave
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack
from scripts.machine.places import ROOT
from tests.patience import PATIENCE_S

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.browser]

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


def sign_in_link(stack: Stack) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "control_api", "sign-in"],
        cwd=ROOT,
        env={**os.environ, "SAYDO_DATA": str(stack.data), "SAYDO_PORT": str(stack.port)},
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"http://\S+", done.stdout)
    assert found
    return found[0]


async def test_press_one_button_speak_and_see_the_task(stack: Stack, tmp_path: Path) -> None:
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_path:
        assert not os.environ.get("CI"), "CI must have a browser"
        pytest.skip("no Chromium on this machine")
    wav = microphone(tmp_path / "microphone.wav", "Remind me to buy a red trumpet tomorrow.")
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=browser_path,
            args=[*QUIET_FLAGS, f"--use-file-for-fake-audio-capture={wav}"],
        )
        page = await browser.new_page(viewport={"width": 1280, "height": 860})
        await converse(page, sign_in_link(stack))
        await browser.close()
    assert "Buy a red trumpet" in stack.titles()


async def converse(page: Page, link: str) -> None:
    """Sign in, press the talk button, wait for the task to appear on the page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(link)
    await page.get_by_role("button", name=re.compile("talk", re.IGNORECASE)).first.click()
    tasks = page.get_by_role("region", name=re.compile("tasks", re.IGNORECASE))
    try:
        await tasks.get_by_text("Buy a red trumpet").first.wait_for(timeout=PATIENCE_S * 1000)
    except NotInTime:
        conversation = page.get_by_role("region", name="Conversation")
        pytest.fail(f"no task came of it; the page says: {await conversation.inner_text()}")
    assert not errors
