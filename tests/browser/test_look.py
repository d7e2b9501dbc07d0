"""Whether everybody can see, reach and hear the page: sizes, schemes, and the rules of axe."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser

SMALLEST_TARGET_PX = 43
LONG_TITLE = "Send the quarterly report to Maria and ask for the missing figures " * 5

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
SIZES = pytest.mark.parametrize(
    "options",
    [{"viewport": DESKTOP}, {"viewport": PHONE, "is_mobile": True, "has_touch": True}],
    ids=["desktop", "phone"],
)


async def opened(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> Page:
    api.create(LONG_TITLE, project="Work", due="2020-01-01")
    api.create("Unbroken" * 40)
    for days in (0, 1, 3):
        api.create(f"In {days} days", due=f"{datetime.now(UTC) + timedelta(days):%Y-%m-%d}")
    page = await open_page(api.sign_in_link(), color_scheme=scheme, **options)
    await expect(page.get_by_text("Unbroken" * 40).first).to_be_visible()
    return page


@SIZES
@SCHEMES
async def test_nothing_is_cut_off_or_too_small_to_touch(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    page = await opened(api, open_page, scheme, options)
    width = options["viewport"]["width"]
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await expect(page.get_by_role("button", name="Speak to Saydo")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_label("Message to Saydo")).to_be_in_viewport(ratio=1)
    small = await page.evaluate(
        """smallest => [...document.querySelectorAll("button, select, a, .check")]
            .filter(e => e.checkVisibility())
            .map(e => [e.ariaLabel || e.textContent, e.getBoundingClientRect()])
            .filter(([, box]) => box.height < smallest || box.width < smallest)
            .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)""",
        SMALLEST_TARGET_PX,
    )
    assert small == []


@SIZES
async def test_many_reminders_leave_the_list_and_the_say_bar_in_sight(
    api: ControlApi, open_page: OpenPage, options: dict[str, Any]
) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    for number in range(8):
        api.create(f"Pill {number}", reminders=[{"at": now, "time_zone": "UTC"}])
    page = await open_page(api.sign_in_link(), **options)
    reminders = page.get_by_role("region", name="Reminders").locator(".banner")
    await expect(reminders).to_have_count(8)
    await expect(reminders.first).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    await expect(page.get_by_label("Message to Saydo")).to_be_in_viewport(ratio=1)


async def test_the_page_follows_the_colour_scheme(api: ControlApi, open_page: OpenPage) -> None:
    colours = {
        scheme: await (await opened(api, open_page, scheme, {})).evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


@SIZES
@SCHEMES
async def test_axe_finds_nothing(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    page = await opened(api, open_page, scheme, options | {"reduced_motion": "reduce"})
    await page.get_by_role("button", name="Set when").first.click()
    assert await findings(page) == []
    await page.goto(f"{api.address}/talk")
    await page.get_by_role("button", name="Devices").click()
    await expect(page.get_by_label("Speaker", exact=True)).to_be_visible()
    assert await findings(page) == []


async def test_axe_finds_nothing_before_signing_in(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("status of 401",)
    page = await open_page(api.address)
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert await findings(page) == []
