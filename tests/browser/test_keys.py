"""A list by keyboard: up and down, complete, edit, select, delete; the focus is never lost."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

TITLES = ["Apples", "Bread", "Carrots", "Dates", "Eggs"]


@pytest.fixture
def shopping(api: ControlApi) -> ControlApi:
    api.act(*({"type": "create_task", "title": title} for title in TITLES))
    return api


async def opened(api: ControlApi, open_page: OpenPage) -> Page:
    page = await open_page(api.sign_in_link())
    await expect(titles(page)).to_have_text(TITLES)
    return page


def titles(page: Page) -> Locator:
    return page.get_by_role("list", name="List").locator(".title")


def check(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Complete “{title}”")


def open_titles(api: ControlApi) -> set[str]:
    return {task["title"] for task in api.tasks(filter="open")}


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def test_arrows_go_up_and_down_and_tab_goes_out(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await check(page, "Apples").focus()
    await press(page, "ArrowDown", "ArrowDown")
    await expect(check(page, "Carrots")).to_be_focused()
    await press(page, "End")
    await expect(check(page, "Eggs")).to_be_focused()
    await press(page, "ArrowUp")
    await expect(check(page, "Dates")).to_be_focused()
    await press(page, "Home")
    await expect(check(page, "Apples")).to_be_focused()
    await press(page, "Tab", "ArrowDown")
    await expect(page.get_by_role("button", name="Bread", exact=True)).to_be_focused()
    await press(page, "Tab", "Tab", "Tab")
    assert await page.evaluate("document.activeElement.closest('.row') === null")


async def test_the_focus_goes_to_the_next_row_when_its_row_is_gone(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await check(page, "Bread").focus()
    await press(page, "Space")
    await expect(check(page, "Carrots")).to_be_focused()
    await press(page, "Delete")
    await expect(check(page, "Dates")).to_be_focused()
    await press(page, "End", "Space")
    await expect(check(page, "Dates")).to_be_focused()
    await until(lambda: open_titles(shopping) == {"Apples", "Dates"})
    await press(page, "Space")
    await expect(check(page, "Apples")).to_be_focused()
    await press(page, "Space")
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await until(lambda: open_titles(shopping) == set())


async def test_a_title_and_a_date_are_edited_by_a_letter(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await check(page, "Bread").focus()
    await press(page, "e")
    await page.get_by_label("New title").fill("Rye bread")
    await press(page, "Enter")
    await expect(page.get_by_role("button", name="Rye bread", exact=True)).to_be_focused()
    await press(page, "d")
    await expect(page.get_by_label("Date", exact=True)).to_be_focused()
    await press(page, "Escape")
    await expect(page.get_by_role("button", name="Set when “Rye bread” is due")).to_be_focused()
    assert open_titles(shopping) >= {"Rye bread"}


async def test_several_are_selected_and_all_of_it_is_one_command(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await check(page, "Apples").focus()
    await press(page, "x", "ArrowDown", "Shift+ArrowDown")
    bar = page.get_by_role("group", name="Do with all that are selected")
    await expect(bar.get_by_role("status")).to_have_text("3 selected")
    assert await findings(page) == []
    await press(page, "Escape")
    await expect(bar).to_have_count(0)
    await page.get_by_role("button", name="Bread", exact=True).click(modifiers=["Control"])
    await page.get_by_role("button", name="Dates", exact=True).click(modifiers=["Shift"])
    await expect(bar.get_by_role("status")).to_have_text("3 selected")
    await bar.get_by_role("button", name="Complete").click()
    await until(lambda: open_titles(shopping) == {"Apples", "Eggs"})
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await until(lambda: open_titles(shopping) == set(TITLES))
    await expect(titles(page)).to_have_text(TITLES)


async def test_what_is_selected_gets_a_project_a_priority_and_a_date(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    shopping.act({"type": "create_project", "name": "Market"})
    page = await opened(shopping, open_page)
    bar = page.get_by_role("group", name="Do with all that are selected")
    for act in (
        lambda: bar.get_by_label("Move to").select_option("Market"),
        lambda: bar.get_by_label("Priority").select_option("Urgent"),
        lambda: bar.get_by_role("button", name="Date").click(),
    ):
        await check(page, "Bread").focus()
        await press(page, "x")
        await act()
    await page.get_by_role("button", name="Tomorrow", exact=True).click()
    await expect(page.locator("[data-group=tomorrow]").get_by_text("Bread")).to_be_visible()
    await until(lambda: shopping.task("Bread")["due"] is not None)
    bread = shopping.task("Bread")
    assert (bread["project"], bread["priority"]) == ("Market", "urgent")


async def test_all_keys_are_shown_and_single_letters_can_be_switched_off(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await press(page, "?")
    help_shown = page.get_by_role("dialog", name="Keys")
    await expect(help_shown.get_by_text("Select a stretch")).to_be_visible()
    assert await findings(page) == []
    await help_shown.get_by_label("Single letters do something").uncheck()
    await press(page, "Escape")
    await expect(help_shown).to_have_count(0)
    await check(page, "Bread").focus()
    await press(page, "x", "e", "d", "?", "/")
    await expect(check(page, "Bread")).to_be_focused()
    await expect(help_shown).to_have_count(0)
    await press(page, "Space")
    await until(lambda: "Bread" not in open_titles(shopping))


async def test_search_is_one_key_away_from_everywhere(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await opened(shopping, open_page)
    await page.get_by_label("Message to Saydo").focus()
    await press(page, "Control+k")
    field = page.get_by_role("searchbox", name="Search in titles, notes and comments")
    await expect(field).to_be_focused()
    await page.keyboard.type("carr")
    hit = page.get_by_role("button", name="Carrots")
    await expect(hit.locator("mark")).to_have_text("Carrots")
    await press(page, "ArrowDown")
    await expect(hit).to_be_focused()
    await press(page, "Enter")
    await expect(page.get_by_role("region", name="Task", exact=True)).to_contain_text("Carrots")
    await page.go_back()
    await expect(field).to_have_value("carr")


async def test_a_key_can_be_another_one_that_nothing_else_has(
    shopping: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(shopping.sign_in_link("settings/look"))
    edit = page.get_by_role("button", name="Edit the title: e")
    told = page.get_by_role("status").filter(has_text="x is there for")
    await edit.click()
    await press(page, "x")
    await expect(told).to_have_text("x is there for “Select”. Choose another key.")
    await press(page, "r")
    await expect(page.get_by_role("button", name="Edit the title: r")).to_be_focused()
    assert await findings(page) == []
    await page.get_by_role("button", name="Search: Ctrl K").press("Enter")
    await press(page, "Control+j")
    await page.get_by_role("link", name="All tasks").click()
    await check(page, "Bread").focus()
    await press(page, "e")
    await expect(check(page, "Bread")).to_be_focused()
    await press(page, "r")
    await expect(page.get_by_label("New title")).to_be_focused()
    await press(page, "Escape", "Control+j")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await page.get_by_role("link", name="All tasks").click()
    await press(page, "?")
    help_shown = page.get_by_role("dialog", name="Keys")
    await expect(help_shown.get_by_text("Ctrl J")).to_be_visible()
    await press(page, "Escape")
    await page.goto(f"{shopping.address}/settings/look")
    await page.get_by_role("button", name="As they were").click()
    await expect(edit).to_be_visible()
