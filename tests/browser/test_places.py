"""Every place of the page has an address, and Back works; LiveKit comes when somebody talks."""

from typing import Any

import pytest
from playwright.async_api import Page, Request, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage, go
from tests.browser.server import ControlApi, unique

pytestmark = pytest.mark.browser

PLACES = {
    "today": "Today",
    "upcoming": "Upcoming",
    "inbox": "Inbox",
    "all": "All tasks",
    "completed": "Completed",
    "activity": "Activity",
    "trash": "Trash",
    "search": "Search",
    "settings": "Settings",
}
NEXT_FRAME = "new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))"
ON_PHONE: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
SIZES = pytest.mark.parametrize(
    "options", [{"viewport": DESKTOP}, ON_PHONE], ids=["desktop", "phone"]
)


async def has_arrived(page: Page, heading: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    await expect(page).to_have_title(f"{heading} · Saydo")


async def test_each_place_is_reached_by_its_link_and_by_its_address(
    page: Page, api: ControlApi
) -> None:
    for place, heading in PLACES.items():
        await (
            page.get_by_role("navigation", name="Places").get_by_role("link", name=heading).click()
        )
        await has_arrived(page, heading)
        assert page.url == f"{api.address}/{place}"
        await page.reload()
        await has_arrived(page, heading)


async def test_a_list_that_one_comes_back_to_is_whole_at_once(page: Page, api: ControlApi) -> None:
    """Rows came with the next tick of the clock only, up to 20 s later."""
    title = unique("Buy a lamp")
    api.create(title)
    row = page.get_by_role("button", name=title, exact=True)
    await expect(row).to_be_visible()
    for other in ("Settings", "Inbox", "Trash"):
        await page.get_by_role("link", name=other).click()
        await has_arrived(page, other)
        await page.get_by_role("link", name="All tasks").click()
        await has_arrived(page, "All tasks")
        await page.evaluate(NEXT_FRAME)
        assert await row.is_visible()


async def test_back_and_forward_go_from_place_to_place_and_close_the_panel(
    page: Page, api: ControlApi
) -> None:
    title = unique("Buy a lamp")
    api.create(title)
    await page.get_by_role("link", name="Inbox").click()
    await page.get_by_role("button", name=title, exact=True).click()
    panel = page.get_by_role("region", name="Task", exact=True)
    await expect(panel.get_by_text(title)).to_be_visible()
    await page.reload()
    await expect(panel.get_by_text(title)).to_be_visible()
    await page.go_back()
    await expect(panel).to_have_count(0)
    await has_arrived(page, "Inbox")
    await page.go_back()
    await has_arrived(page, "All tasks")
    await page.go_forward()
    await has_arrived(page, "Inbox")


async def test_a_panel_that_is_closed_by_key_gives_the_focus_back(
    page: Page, api: ControlApi
) -> None:
    title = unique("Buy a chair")
    api.create(title)
    opener = page.get_by_role("button", name=title, exact=True)
    await opener.click()
    await expect(page.get_by_role("heading", name="Task", exact=True)).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(opener).to_be_focused()
    assert page.url == f"{api.address}/all"


async def test_projects_and_saved_filters_have_places_that_follow_what_happens(
    page: Page, api: ControlApi
) -> None:
    project, name = unique("House"), unique("Urgent")
    title, other = unique("Paint the door"), unique("Sell the bike")
    api.act({"type": "create_filter", "name": name, "query": f'/"{project}" & p1'})
    api.create(title, project=project)
    api.create(other)
    await page.get_by_role("link", name=project).click()
    await has_arrived(page, project)
    rows = page.get_by_role("list", name="List").locator(".title")
    await expect(rows).to_have_text([title])
    await page.get_by_role("link", name=name).click()
    await has_arrived(page, name)
    await expect(page.get_by_text("Nothing fits")).to_be_visible()
    task = api.task(title)
    api.act({"type": "update_task", "task_id": task["id"], "priority": "urgent"})
    await expect(rows).to_have_text([title])
    api.act({"type": "update_project", "project_id": task["project_id"], "name": f"{project} two"})
    await expect(page.get_by_role("link", name=f"{project} two")).to_be_visible()


async def test_an_address_that_shows_nothing_says_so(page: Page, api: ControlApi) -> None:
    await page.goto(f"{api.address}/project/{'0' * 8}")
    await has_nothing(page)
    await page.get_by_role("link", name="Go to Today").click()
    await has_arrived(page, "Today")


async def has_nothing(page: Page) -> None:
    await expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()


async def test_the_skip_link_goes_past_the_places(page: Page) -> None:
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the list")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()


async def test_a_phone_has_tabs_and_the_panel_as_a_sheet(
    api: ControlApi, open_page: OpenPage
) -> None:
    title = unique("Buy a rug")
    api.create(title)
    page = await open_page(
        api.sign_in_link("today"), viewport=PHONE, is_mobile=True, has_touch=True
    )
    tabs = page.get_by_role("navigation", name="Tabs")
    await tabs.get_by_role("link", name="Talk").tap()
    await expect(page.get_by_role("button", name="Talk")).to_be_in_viewport(ratio=1)
    await tabs.get_by_role("link", name="Browse").tap()
    await page.get_by_role("link", name="Inbox").tap()
    await has_arrived(page, "Inbox")
    await page.get_by_role("button", name=title, exact=True).tap()
    panel = page.get_by_role("region", name="Task", exact=True)
    await expect(panel).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await panel.get_by_role("button", name="Close the task").tap()
    await expect(panel).to_have_count(0)
    await tabs.get_by_role("link", name="Settings").tap()
    await has_arrived(page, "Settings")


@SIZES
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_any_place(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    task = api.create(unique("Old"), project="Attic", priority="high", notes="Dusty.")
    api.act({"type": "delete_task", "task_id": api.create(unique("Gone"))["id"]})
    api.act({"type": "complete_task", "task_id": api.create(unique("Done"))["id"]})
    page = await open_page(
        api.sign_in_link("search?q=old"), color_scheme=scheme, reduced_motion="reduce", **options
    )
    await expect(page.locator(".hit").first).to_be_visible()
    assert await findings(page) == []
    places = ["today", "inbox", "completed", "trash", "settings", "talk", "browse"]
    for place in [*places, "project/nothing", f"all?task={task['id']}"]:
        await go(page, place)
        await expect(page.locator("[aria-busy=true]")).to_have_count(0)
        await expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert (place, await findings(page)) == (place, [])


async def test_livekit_is_loaded_when_somebody_talks_and_not_before(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("",)
    page = await open_page("about:blank")
    loaded: list[str] = []

    def note(request: Request) -> None:
        loaded.append(request.url)

    page.on("request", note)
    await page.goto(api.sign_in_link())
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    assert [url for url in loaded if "Conversation" in url] == []
    await page.get_by_role("button", name="Talk").click()
    await expect(page.get_by_role("alert").first).to_be_visible()
    assert [url for url in loaded if "Conversation" in url] != []
