"""Nothing lies over what one wants to press, nothing that asks is cut off, and Escape closes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi, unique

pytestmark = pytest.mark.browser

ON_PHONE: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
SIZES = pytest.mark.parametrize(
    "options", [{"viewport": DESKTOP}, ON_PHONE], ids=["desktop", "phone"]
)
IS_ON_TOP = """element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const places = [[0.1, 0.5], [0.5, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
    return places.every(([right, down]) => {
        const top = document.elementFromPoint(x + right * width, y + down * height);
        return element.contains(top) || top.contains(element);
    });
}"""


async def is_free(element: Locator) -> None:
    """In view as a whole, and nothing lies over it."""
    await expect(element).to_be_in_viewport(ratio=1)
    assert await element.evaluate(IS_ON_TOP)


async def many_messages(page: Page, api: ControlApi) -> None:
    for _ in range(3):
        title = unique("Passing")
        api.create(title)
        await page.get_by_role("checkbox", name=f"Complete “{title}”").click()
        await expect(page.get_by_role("region", name="Messages")).to_contain_text(title)


@SIZES
async def test_messages_cover_neither_the_say_bar_nor_the_editor_of_a_date(
    api: ControlApi, open_page: OpenPage, options: dict[str, Any]
) -> None:
    for number in range(12):
        api.create(f"Task {number}")
    page = await open_page(api.sign_in_link(), **options)
    await many_messages(page, api)
    await page.get_by_label("Message to Saydo").fill("Add bread")
    await is_free(page.get_by_role("button", name="Send"))
    await page.get_by_role("button", name="Set when").last.click()
    save = page.get_by_role("button", name="Save")
    await save.scroll_into_view_if_needed()
    await is_free(save)


@SIZES
async def test_a_reminder_is_whole_when_the_microphone_is_refused(
    api: ControlApi, open_page: OpenPage, console: Console, options: dict[str, Any]
) -> None:
    console.expected = ("",)
    page = await open_page(api.sign_in_link(), **options)
    await page.get_by_role("button", name="Speak to Saydo").click()
    await expect(page.get_by_role("alert").filter(has_text="microphone is blocked")).to_be_visible()
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    api.create("Take the pill", reminders=[{"at": at, "time_zone": "UTC"}])
    card = page.get_by_role("region", name="Reminders").locator(".banner")
    await is_free(card)
    for name in ("Done", "In 10 minutes", "Dismiss the reminder"):
        await is_free(card.get_by_role("button", name=name))


async def test_escape_closes_the_devices_and_gives_the_focus_back(page: Page) -> None:
    devices = page.get_by_role("button", name="Devices")
    await devices.click()
    choices = page.get_by_role("group", name="Choose microphone and speaker")
    await expect(choices.get_by_label("Speaker", exact=True)).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(choices).to_have_count(0)
    await devices.click()
    await choices.get_by_role("button", name="Close").focus()
    await page.keyboard.press("Escape")
    await expect(choices).to_have_count(0)
    await expect(devices).to_be_focused()
