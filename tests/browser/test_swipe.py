"""Swiping a row on a phone: to the right it is done, to the left it waits a day; lists scroll."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

MANY = 40


def day(days: int) -> str:
    return f"{datetime.now(UTC) + timedelta(days):%Y-%m-%d}"


async def opened(api: ControlApi, open_page: OpenPage, title: str) -> tuple[Page, Locator]:
    page = await open_page(
        api.sign_in_link(), viewport=PHONE, is_mobile=True, has_touch=True, color_scheme="dark"
    )
    row = page.get_by_role("list", name="List").locator(".row").filter(has_text=title)
    await expect(row).to_be_visible()
    return page, row


async def sweep(page: Page, row: Locator, *, by: int = 0, up: int = -4, lift: bool = True) -> None:
    """Put a finger on a row, take it along and up by so many pixels, and lift it."""
    box = await row.bounding_box()
    assert box is not None
    finger = await page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    async def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": each_x, "y": each_y} for each_x, each_y in points]
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    await touch("touchStart", (x, y))
    for step in range(1, 13):
        await touch("touchMove", (x + by * step / 12, y - up * step / 12))
    if lift:
        await touch("touchEnd")


async def test_to_the_right_it_is_done_and_undo_brings_it_back(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.create("Feed the cat")
    page, row = await opened(api, open_page, "Feed the cat")
    await sweep(page, row, by=170)
    await expect(row).to_have_count(0)
    await until(lambda: api.task("Feed the cat")["status"] == "completed")
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await expect(row).to_be_visible()
    await expect(page.get_by_role("region", name="Task", exact=True)).to_have_count(0)


async def test_to_the_left_it_is_due_a_day_later_at_its_time(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.create("Call Sarah", due=f"{day(2)}T15:00:00")
    api.create("Read the book", due=day(-3))
    page, row = await opened(api, open_page, "Call Sarah")
    await sweep(page, row, by=-170)
    await until(lambda: api.task("Call Sarah")["due"] == f"{day(3)}T15:00:00")
    await sweep(page, page.locator(".row").filter(has_text="Read the book"), by=-170)
    await until(lambda: api.task("Read the book")["due"] == day(1))


async def test_what_it_comes_to_is_seen_before_the_finger_is_lifted(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.create("Feed the cat")
    page, row = await opened(api, open_page, "Feed the cat")
    await sweep(page, row, by=170, lift=False)
    await expect(row.get_by_text("Done")).to_be_visible()
    await expect(row).to_have_attribute("data-far", "true")
    assert await findings(page) == []


async def test_a_small_slip_changes_nothing(api: ControlApi, open_page: OpenPage) -> None:
    api.create("Feed the cat")
    page, row = await opened(api, open_page, "Feed the cat")
    await sweep(page, row, by=50)
    await expect(row).not_to_have_attribute("data-swipe", "done")
    await page.reload()
    await expect(row).to_be_visible()
    await until(lambda: api.task("Feed the cat")["status"] == "todo")


async def test_a_list_scrolls_under_the_finger(api: ControlApi, open_page: OpenPage) -> None:
    api.act(*({"type": "create_task", "title": f"Task {nth:02}"} for nth in range(MANY)))
    page, row = await opened(api, open_page, "Task 05")
    await sweep(page, row, by=-60, up=220)
    await page.wait_for_function("() => document.querySelector('.tasks .scroller').scrollTop > 60")
    await until(lambda: {task["status"] for task in api.tasks()} == {"todo"})
    await until(lambda: {task["due"] for task in api.tasks()} == {None})
