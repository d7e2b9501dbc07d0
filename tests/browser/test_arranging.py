"""How a list is arranged: groups, order, and tasks that are dragged or moved by key."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

TITLES = ["Apples", "Bread", "Carrots", "Dates"]


def day(days: int) -> str:
    return f"{datetime.now(UTC) + timedelta(days):%Y-%m-%d}"


@pytest.fixture
def shopping(api: ControlApi) -> ControlApi:
    api.act(*({"type": "create_task", "title": title} for title in TITLES))
    return api


async def opened(api: ControlApi, open_page: OpenPage, titles_shown: list[str]) -> Page:
    page = await open_page(api.sign_in_link())
    await expect(titles(page)).to_have_text(titles_shown)
    return page


def titles(page: Page) -> Locator:
    return page.get_by_role("list", name="List").locator(".title")


def row(page: Page, title: str) -> Locator:
    return page.get_by_role("list", name="List").locator(".row").filter(has_text=title)


def messages(page: Page) -> Locator:
    return page.get_by_role("region", name="Messages")


async def arrange(page: Page, **wanted: str) -> None:
    bar = page.get_by_role("group", name="How the list is arranged")
    if not await bar.is_visible():
        await page.get_by_role("button", name="Arrange").click()
    for label, choice in wanted.items():
        await bar.get_by_label(f"{label.capitalize()} by").select_option(choice)


async def drag(
    page: Page, source: Locator, target: Locator, *, part: float = 0.5, lift: bool = True
) -> None:
    """Drag to a height within the target, from 0 for its top to 1, and let go."""
    begin, end = await source.bounding_box(), await target.bounding_box()
    assert begin is not None
    assert end is not None
    await page.mouse.move(begin["x"] + begin["width"] / 2, begin["y"] + begin["height"] / 2)
    await page.mouse.down()
    x, y = end["x"] + end["width"] / 2, end["y"] + end["height"] * part
    # Browsers take it for a drag after some way only.
    await page.mouse.move(x + 5, y + 5, steps=5)
    await page.mouse.move(x, y, steps=2)
    if not lift:
        return
    await expect(page.locator("[data-drop]").first).to_be_attached()
    await page.mouse.up()


async def test_a_task_is_dragged_to_another_date_and_brought_back_by_undo(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    shopping.create("Eggs", due=f"{day(1)}T15:00:00")
    page = await opened(shopping, open_page, ["Eggs", *TITLES])
    await drag(page, row(page, "Bread"), page.get_by_role("heading", name="Tomorrow"))
    await expect(page.locator("[data-group=tomorrow] .title")).to_have_text(["Bread", "Eggs"])
    await until(lambda: shopping.task("Bread")["due"] == day(1))
    await messages(page).get_by_role("button", name="Undo").click()
    await until(lambda: shopping.task("Bread")["due"] is None)
    await expect(page.locator("[data-group=tomorrow] .title")).to_have_text(["Eggs"])
    await drag(page, row(page, "Eggs"), row(page, "Dates"))
    await until(lambda: shopping.task("Eggs")["due"] is None)


async def test_a_task_is_dragged_to_a_date_that_nothing_is_due_on_yet(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page, TITLES)
    await drag(page, row(page, "Bread"), row(page, "Carrots"), lift=False)
    target = page.locator(".drop-strip li").filter(has_text="Tomorrow")
    place = await target.bounding_box()
    assert place is not None
    await page.mouse.move(place["x"] + 20, place["y"] + 10, steps=3)
    await expect(target).to_have_attribute("data-drop", "into")
    await page.mouse.up()
    await expect(page.locator("[data-group=tomorrow] .title")).to_have_text(["Bread"])
    await expect(page.locator(".drop-strip")).to_have_count(0)
    await until(lambda: shopping.task("Bread")["due"] == day(1))


async def test_a_list_by_hand_is_in_the_order_in_which_it_was_put(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page, TITLES)
    await arrange(page, sort="manual")
    await drag(page, row(page, "Dates"), row(page, "Bread"), part=0.1)
    in_order = ["Apples", "Dates", "Bread", "Carrots"]
    await expect(titles(page)).to_have_text(in_order)
    listed = {"sort": "order"}
    await until(lambda: [each["title"] for each in shopping.tasks(**listed)] == in_order)
    await drag(page, row(page, "Apples"), row(page, "Carrots"), part=0.9)
    in_order = ["Dates", "Bread", "Carrots", "Apples"]
    await until(lambda: [each["title"] for each in shopping.tasks(**listed)] == in_order)
    await page.reload()
    await expect(titles(page)).to_have_text(in_order)


async def test_what_is_selected_is_dragged_as_one_to_a_place_beside_the_list(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    shopping.act({"type": "create_project", "name": "Market"})
    page = await opened(shopping, open_page, TITLES)
    for title in ("Bread", "Dates"):
        await page.get_by_role("button", name=title, exact=True).click(modifiers=["Control"])
    project = page.get_by_role("link", name="Market")
    await drag(page, row(page, "Dates"), project)
    await until(
        lambda: {each["title"] for each in shopping.tasks(project="Market")} == {"Bread", "Dates"}
    )
    await messages(page).get_by_role("button", name="Undo").click()
    await until(lambda: shopping.tasks(project="Market") == [])
    await page.keyboard.press("Escape")
    await drag(page, row(page, "Apples"), page.get_by_role("link", name="Today"))
    await until(lambda: shopping.task("Apples")["due"] == day(0))


async def test_a_task_is_moved_by_key_and_it_is_told_where_it_is(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page, TITLES)
    await arrange(page, group="none", sort="manual")
    check = page.get_by_role("checkbox", name="Complete “Carrots”")
    await check.focus()
    for place in (2, 1):
        await page.keyboard.press("Alt+ArrowUp")
        await expect(page.get_by_text(f"“Carrots”: place {place} of 4")).to_be_attached()
        await expect(check).to_be_focused()
    await expect(titles(page)).to_have_text(["Carrots", "Apples", "Bread", "Dates"])
    await page.keyboard.press("Alt+ArrowUp")
    await expect(page.get_by_text("There is nothing above it")).to_be_attached()
    await arrange(page, group="due", sort="due")
    await check.focus()
    await page.keyboard.press("Alt+ArrowUp")
    await expect(page.get_by_text("“Carrots” is in Later")).to_be_attached()
    await expect(check).to_be_focused()
    await until(lambda: (shopping.task("Carrots")["due"] or "") > day(1))


async def test_a_list_that_is_not_by_hand_says_how_it_becomes_one(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page, TITLES)
    begin = await row(page, "Dates").bounding_box()
    assert begin is not None
    await page.mouse.move(begin["x"] + 200, begin["y"] + 20)
    await page.mouse.down()
    await page.mouse.move(begin["x"] + 200, begin["y"] - 100, steps=8)
    await page.mouse.up()
    await expect(messages(page)).to_contain_text("not sorted by hand")
    await expect(titles(page)).to_have_text(TITLES)


async def test_each_list_remembers_its_arrangement(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    shopping.create("Eggs", priority="urgent", assignees=["Ann"])
    page = await opened(shopping, open_page, [*TITLES, "Eggs"])
    await arrange(page, sort="created")
    await expect(titles(page)).to_have_text(["Eggs", *reversed(TITLES)])
    await arrange(page, group="person", sort="priority")
    await expect(page.get_by_role("heading", name="@Ann")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("link", name="Inbox").click()
    await expect(page.get_by_role("heading", name="No date")).to_be_visible()
    await page.get_by_role("link", name="All tasks").click()
    await page.reload()
    await expect(page.get_by_role("heading", name="@Ann")).to_be_visible()


async def test_the_arrangement_fits_a_phone(shopping: ControlApi, open_page: OpenPage) -> None:
    page = await open_page(
        shopping.sign_in_link(), viewport=PHONE, is_mobile=True, has_touch=True, color_scheme="dark"
    )
    await arrange(page, group="tag", sort="manual")
    await expect(page.get_by_role("heading", name="No tag")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert await findings(page) == []
