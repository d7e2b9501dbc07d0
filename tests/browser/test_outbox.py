"""What is done while the server is away is shown, kept over a reload, and sent when it is back."""

from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

AWAY = ("net::ERR_", "status of 5", "Failed to load resource")


def check(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Complete “{title}”")


def statuses(api: ControlApi) -> dict[str, str]:
    return {task["title"]: task["status"] for task in api.tasks()}


async def opened(api: ControlApi, open_page: OpenPage) -> Page:
    for title in ("Bread", "Milk"):
        api.create(title)
    page = await open_page(api.sign_in_link())
    await expect(check(page, "Milk")).to_be_visible()
    return page


async def test_a_tick_made_while_the_server_is_away_is_sent_when_it_is_back(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    page = await opened(own_api, open_page)
    own_api.stop()
    await check(page, "Bread").click()
    await expect(check(page, "Bread")).to_have_count(0)
    await expect(page.get_by_role("alert").filter(has_text="One change waits")).to_be_visible()
    own_api.start()
    await until(lambda: statuses(own_api) == {"Bread": "completed", "Milk": "todo"})
    await expect(page.get_by_role("alert")).to_have_count(0)
    await expect(check(page, "Milk")).to_be_visible()
    await expect(check(page, "Bread")).to_have_count(0)


async def test_it_is_kept_over_a_reload(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    page = await opened(api, open_page)
    await page.route("**/api/v1/commands", lambda route: route.abort())
    await check(page, "Bread").click()
    await expect(check(page, "Bread")).to_have_count(0)
    await page.reload()
    await expect(check(page, "Milk")).to_be_visible()
    await expect(check(page, "Bread")).to_have_count(0)
    assert statuses(api)["Bread"] == "todo"
    await page.unroute("**/api/v1/commands")
    await until(lambda: statuses(api)["Bread"] == "completed")


async def test_an_answer_that_is_lost_does_nothing_twice(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    api.create("Vitamins", due="2030-01-01", repeat={"rule": "FREQ=DAILY"})
    page = await opened(api, open_page)
    lost: list[int] = []

    async def lose_first(route: Route) -> None:
        answer = await route.fetch()
        if lost:
            await route.fulfill(response=answer)
        else:
            lost.append(answer.status)
            await route.abort()

    await page.route("**/api/v1/commands", lose_first)
    await check(page, "Vitamins").click()
    await expect(page.get_by_role("region", name="Messages")).to_contain_text("Vitamins")
    assert lost == [200]
    await until(lambda: api.task("Vitamins")["due"] == "2030-01-02")


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 409, "detail": "Somebody else has changed it."},
        {"status": 507, "detail": "The disk is full; nothing was changed."},
    ],
    ids=["conflict", "disk"],
)
async def test_what_is_refused_is_taken_back_with_the_reason(
    api: ControlApi, open_page: OpenPage, console: Console, answer: dict[str, Any]
) -> None:
    console.expected = ("Failed to load resource",)
    page = await opened(api, open_page)

    async def refuse(route: Route) -> None:
        problem = {"type": "urn:saydo:problem:conflict", "title": "No", **answer}
        await route.fulfill(
            status=answer["status"], json=problem, content_type="application/problem+json"
        )

    await page.route("**/api/v1/commands", refuse)
    await check(page, "Bread").click()
    messages = page.get_by_role("region", name="Messages")
    await expect(messages).to_contain_text(f"Taken back: {answer['detail']}")
    await expect(check(page, "Bread")).to_be_visible()


async def test_a_task_that_waits_for_another_is_put_back_when_it_is_ticked(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(api, open_page)
    api.create("Toast", depends_on=[api.task("Bread")["id"]])
    toast = page.get_by_role("list", name="List").locator(".row", has_text="Toast")
    await expect(toast.get_by_text("Waits for another task")).to_be_visible()
    await check(page, "Toast").click()
    await expect(page.get_by_role("region", name="Messages")).to_contain_text("Bread")
    await expect(check(page, "Toast")).to_be_visible()
    await check(page, "Bread").click()
    await expect(toast.get_by_text("Waits for another task")).to_have_count(0)
