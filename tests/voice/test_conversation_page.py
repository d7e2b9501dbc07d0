"""The built page in a real browser, with speech from a file as its microphone."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from bench.conversation.stack import Stack
from scripts.machine.places import ROOT
from tests.voice.page import QUIET_FLAGS, converse, microphone

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.browser]


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
        await converse(page, sign_in_link(stack), "Buy a red trumpet")
        await browser.close()
    assert "Buy a red trumpet" in stack.titles()
