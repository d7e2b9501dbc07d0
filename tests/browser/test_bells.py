"""Timers and alarms on an open page: counting down, ringing, stopped and snoozed with one touch."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.server import ControlApi, unique
from tests.patience import until

pytestmark = pytest.mark.browser

COUNT_TONES = """() => {
    window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
        window.tones += 1;
        return start.apply(this, given);
    };
}"""


def set_timer(api: ControlApi, label: str, seconds: int) -> str:
    name = unique(label)
    api.act({"type": "create_timer", "seconds": seconds, "label": name})
    return name


def row(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name="Timers and alarms").locator("li", has_text=name)


def notice(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name="Reminders").locator(".banner", has_text=name)


def states(api: ControlApi, name: str) -> list[str]:
    return [each["state"] for each in api.reminders() if name in each["title"]]


async def test_a_timer_counts_down_is_paused_and_cancelled(page: Page, api: ControlApi) -> None:
    name = set_timer(api, "pasta", 600)
    clock = row(page, name).get_by_role("timer")
    await expect(clock).to_contain_text("9:")
    await row(page, name).get_by_role("button", name="Pause").click()
    await expect(row(page, name).get_by_role("button", name="Resume")).to_be_visible()
    await row(page, name).get_by_role("button", name="Cancel").click()
    await expect(row(page, name)).to_have_count(0)


async def test_a_timer_that_is_over_rings_until_it_is_stopped(page: Page, api: ControlApi) -> None:
    await page.evaluate(COUNT_TONES)
    await page.mouse.click(5, 5)  # browsers let a page make a sound once it was touched
    name = set_timer(api, "eggs", 1)
    await expect(notice(page, name)).to_contain_text("timer is done")
    await page.wait_for_function("window.tones > 0")
    await notice(page, name).get_by_role("button", name="Stop").click()
    await expect(notice(page, name)).to_have_count(0)
    await until(lambda: states(api, name) == ["heard"])
    await expect(row(page, name)).to_have_count(0)


async def test_what_rings_is_put_off_and_what_is_stopped_elsewhere_is_silent_here(
    page: Page, api: ControlApi
) -> None:
    name = set_timer(api, "tea", 1)
    await notice(page, name).get_by_role("button", name="In 10 minutes").click()
    await expect(notice(page, name)).to_have_count(0)
    await until(lambda: sorted(states(api, name)) == ["heard", "planned"])
    await expect(row(page, name).get_by_role("timer")).to_contain_text(":")
    other = set_timer(api, "rice", 1)
    await expect(notice(page, other)).to_be_visible()
    api.act({"type": "stop_bell"})
    await expect(notice(page, other)).to_have_count(0)


async def test_an_alarm_is_shown_with_when_it_rings(page: Page, api: ControlApi) -> None:
    name = unique("gym")
    api.act({"type": "create_alarm", "at": "2099-01-01T07:00:00", "label": name})
    await expect(row(page, name)).to_contain_text("2099")
    await row(page, name).get_by_role("button", name="Cancel").click()
    await expect(row(page, name)).to_have_count(0)
