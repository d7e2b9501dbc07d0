"""What the page says when a conversation can't be had; typing goes on."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.server import ControlApi, unique

pytestmark = pytest.mark.browser

AWAY = (
    "net::ERR_",
    "Couldn't connect to server",
    "WebSocket connection",
    "status of 503",
    "Connection",
)


async def test_a_refused_microphone_and_an_absent_voice_server_are_said(
    page: Page, api: ControlApi, console: Console
) -> None:
    console.expected = AWAY
    await page.get_by_role("button", name="Talk").click()
    alerts = page.get_by_role("alert")
    await expect(alerts.filter(has_text="microphone is blocked")).to_be_visible()
    await expect(alerts.filter(has_text="voice server can't be reached")).to_be_visible()
    await expect(page.get_by_role("button", name="Talk")).to_be_enabled()
    title = unique("Still typing")
    await page.get_by_label("Message to Saydo").fill(f"Add {title}")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="Tasks").get_by_text(title)).to_be_visible()


async def test_a_message_can_be_sent_away(page: Page, console: Console) -> None:
    console.expected = AWAY
    await page.get_by_role("button", name="Talk").click()
    blocked = page.get_by_role("alert").filter(has_text="microphone is blocked")
    await blocked.get_by_role("button", name="Dismiss").click()
    await expect(blocked).to_have_count(0)
