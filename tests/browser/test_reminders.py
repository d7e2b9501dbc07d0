"""A reminder on an open page: shown when its time has come, and answered with one touch."""

from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.server import ControlApi, unique
from tests.patience import until

pytestmark = pytest.mark.browser


def remind(api: ControlApi, words: str) -> str:
    title = unique(words)
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    api.create(title, reminders=[{"at": at, "time_zone": "UTC"}])
    return title


def notice(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name="Reminders").locator(".banner", has_text=title)


def receipt(api: ControlApi, title: str) -> dict[str, Any]:
    return next(each for each in api.reminders() if each["title"] == title)


async def test_a_reminder_appears_and_is_done_with_one_touch(page: Page, api: ControlApi) -> None:
    title = remind(api, "Ring Sarah")
    await expect(notice(page, title)).to_be_visible()
    await until(lambda: receipt(api, title)["state"] == "delivered")
    await notice(page, title).get_by_role("button", name="Done").click()
    await expect(notice(page, title)).to_have_count(0)
    await until(lambda: api.task(title)["status"] == "completed")
    assert receipt(api, title)["heard_by"] == "page"


async def test_a_reminder_comes_again_in_a_while(page: Page, api: ControlApi) -> None:
    title = remind(api, "Water the ferns")
    await notice(page, title).get_by_role("button", name="In 10 minutes").click()
    await expect(notice(page, title)).to_have_count(0)
    states = ["heard", "planned"]
    await until(
        lambda: sorted(e["state"] for e in api.reminders() if e["title"] == title) == states
    )
    await until(lambda: len(api.task(title)["reminders"]) == 1)


async def test_a_reminder_that_nobody_saw_waits_for_the_page(page: Page, api: ControlApi) -> None:
    await page.goto("about:blank")
    title = remind(api, "Post the letter")
    await page.goto(api.address)
    await expect(notice(page, title)).to_be_visible()
    await page.reload()
    await expect(notice(page, title)).to_be_visible()
    await notice(page, title).get_by_role("button", name="Dismiss").click()
    await expect(notice(page, title)).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    await expect(notice(page, title)).to_have_count(0)


async def test_the_browser_tells_of_it_when_the_page_is_in_the_background(
    page: Page, api: ControlApi
) -> None:
    await page.context.grant_permissions(["notifications"])
    await page.evaluate(
        """() => {
            window.told = [];
            document.hasFocus = () => false;
            window.Notification = class {
                static permission = "granted";
                constructor(title, options) { window.told.push(options.body); }
            };
        }"""
    )
    title = remind(api, "Fish food")
    await expect(notice(page, title)).to_be_visible()
    assert [title in body for body in await page.evaluate("window.told")] == [True]
