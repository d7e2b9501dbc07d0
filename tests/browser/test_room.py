"""The page in a room of a real LiveKit server, without an agent: joining, leaving, coming back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from control_api.setup.secrets import load_or_create
from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi
from tests.scripts.serving import Server, livekit

pytestmark = pytest.mark.browser

JOINS = 6
IN_THE_ROOM = re.compile("Waiting for Saydo")
# livekit-client keeps the first words for an agent, and none comes here.
NO_AGENT = ("preconnect buffer",)
# No gesture in a reloaded page has allowed sound yet; the page offers a button for that.
RELOADED = (*NO_AGENT, "AudioContext was not allowed to start")
MICROPHONE_ALLOWED = {"permissions": ["microphone"]}


@pytest.fixture
def voice_server(tmp_path: Path) -> Iterator[Server]:
    secrets = load_or_create(tmp_path)
    with livekit(secrets.livekit_key, secrets.livekit_secret) as server:
        yield server


@pytest.fixture
def talking_api(tmp_path: Path, voice_server: Server) -> Iterator[ControlApi]:
    api = ControlApi(tmp_path, voice_server.url)
    api.start()
    yield api
    api.close()


async def joined(page: Page) -> None:
    await expect(page.locator("#talk-state")).to_have_text(IN_THE_ROOM)
    await expect(page.get_by_role("button", name="Mute", exact=True)).to_be_visible()


async def test_the_microphone_gets_into_the_room_each_time(
    talking_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    """The console fixture sees a negotiation that fails."""
    console.expected = NO_AGENT
    page = await open_page(talking_api.sign_in_link(), **MICROPHONE_ALLOWED)
    for _ in range(JOINS):
        await page.get_by_role("button", name="Talk").click()
        await joined(page)
        await expect(page.get_by_role("alert")).to_have_count(0)
        await page.get_by_role("button", name="Leave").click()
        await expect(page.get_by_role("button", name="Talk")).to_be_visible()


async def test_a_reload_goes_on_in_the_same_room_and_a_visit_does_not(
    talking_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = RELOADED
    page = await open_page(talking_api.sign_in_link(), **MICROPHONE_ALLOWED)
    await page.get_by_role("button", name="Talk").click()
    await joined(page)
    seat = await page.evaluate("sessionStorage.getItem('saydo.seat')")
    await page.reload()
    await joined(page)
    assert await page.evaluate("sessionStorage.getItem('saydo.seat')") == seat
    await page.get_by_role("button", name="Leave").click()
    await page.reload()
    await expect(page.get_by_role("button", name="Talk")).to_be_visible()


async def test_who_muted_stays_muted_over_a_reload(
    talking_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = RELOADED
    page = await open_page(talking_api.sign_in_link(), **MICROPHONE_ALLOWED)
    await page.get_by_role("button", name="Talk").click()
    await joined(page)
    await page.keyboard.press("m")
    await expect(page.get_by_role("button", name="Unmute", exact=True)).to_be_visible()
    await page.reload()
    await expect(page.locator("#talk-state")).to_have_text(IN_THE_ROOM)
    await expect(page.get_by_role("button", name="Unmute", exact=True)).to_be_visible()


async def test_typing_works_while_no_agent_has_joined(
    talking_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = NO_AGENT
    page = await open_page(talking_api.sign_in_link(), **MICROPHONE_ALLOWED)
    await page.get_by_role("button", name="Talk").click()
    await joined(page)
    await page.get_by_label("Message to Saydo").fill("Add a spare key")
    await page.keyboard.press("Enter")
    tasks = page.get_by_role("region", name="Tasks")
    await expect(tasks.get_by_text("spare key")).to_be_visible()


async def test_a_voice_server_that_dies_is_said(
    talking_api: ControlApi, voice_server: Server, open_page: OpenPage, console: Console
) -> None:
    page = await open_page(talking_api.sign_in_link(), **MICROPHONE_ALLOWED)
    await page.get_by_role("button", name="Talk").click()
    await joined(page)
    console.expected = ("",)
    voice_server.process.kill()
    await expect(page.locator("#talk-state")).to_have_text(re.compile("reconnecting"))
    await page.get_by_role("button", name="Leave").click()
    await expect(page.get_by_role("button", name="Talk")).to_be_visible()
