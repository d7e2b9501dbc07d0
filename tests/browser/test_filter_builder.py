"""A saved filter is made of conditions, or written, and shows what it finds before it is kept."""

from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser

REFUSED = ("status of 422",)


@pytest.fixture
def home(api: ControlApi) -> ControlApi:
    api.create("Paint the door", project="Home & garden", priority="urgent")
    api.create("Mow the lawn", project="Home & garden")
    api.create("Send the report", priority="urgent", tags=["work"])
    return api


async def opened(api: ControlApi, open_page: OpenPage, **options: Any) -> tuple[Page, Locator]:
    page = await open_page(api.sign_in_link("all"), **options)
    await page.get_by_role("link", name="New filter").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("New filter")
    return page, page.get_by_role("region", name="What it finds")


def condition(page: Page, number: int) -> Locator:
    return page.get_by_role("group", name=f"Condition {number}", exact=True)


async def set_condition(page: Page, number: int, field: str, relation: str, value: str) -> None:
    row = condition(page, number)
    await row.get_by_label("What").select_option(field)
    await row.get_by_label("How").select_option(relation)
    await row.get_by_label("Which").select_option(value)


async def test_conditions_are_chosen_counted_and_kept(
    home: ControlApi, open_page: OpenPage
) -> None:
    page, found = await opened(home, open_page)
    await expect(found.get_by_role("status")).to_have_text("3 tasks")
    await set_condition(page, 2, "project", "is", "Home & garden")
    await expect(found.get_by_role("status")).to_have_text("2 tasks")
    await page.get_by_role("button", name="Add a condition").click()
    await set_condition(page, 3, "priority", "least", "high")
    text = page.get_by_label("As it is written")
    await expect(text).to_have_value('open & /"Home & garden" & priority >= high')
    await expect(found.get_by_role("status")).to_have_text("One task")
    await expect(found.get_by_role("listitem")).to_have_text(["Paint the door"])
    await page.get_by_label("Name", exact=True).fill("Urgent at home")
    await page.get_by_role("button", name="Save the filter").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Urgent at home")
    await expect(page.get_by_role("list", name="List").locator(".title")).to_have_text(
        ["Paint the door"]
    )
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("link", name="Urgent at home")).to_have_count(0)


async def test_what_is_written_by_hand_is_read_by_the_control_api(
    home: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = REFUSED
    page, found = await opened(home, open_page)
    text = page.get_by_label("As it is written")
    await text.fill("p1 & (#work | no tag")
    await expect(found.get_by_role("alert")).to_contain_text("This parenthesis is not closed")
    await expect(page.get_by_role("button", name="Add a condition")).to_be_disabled()
    await text.fill("p1 & (#work | no tag)")
    await expect(found.get_by_role("status")).to_have_text("2 tasks")
    await page.get_by_role("button", name="Take the conditions again").press("Enter")
    await expect(text).to_have_value("open")
    await expect(page.get_by_role("heading", level=1)).to_be_focused()


async def test_a_condition_that_is_removed_leaves_the_focus_on_the_page(
    home: ControlApi, open_page: OpenPage
) -> None:
    page, found = await opened(home, open_page)
    await page.get_by_role("radio", name="any of it").check()
    await set_condition(page, 2, "tag", "is", "work")
    await expect(page.get_by_label("As it is written")).to_have_value("open | #work")
    await page.get_by_role("button", name="Remove condition 1").press("Enter")
    await expect(page.get_by_role("button", name="Add a condition")).to_be_focused()
    await expect(found.get_by_role("status")).to_have_text("One task")


async def test_a_name_that_is_there_is_refused_with_the_reason(
    home: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("status of 409", *REFUSED)
    home.act({"type": "create_filter", "name": "Mine", "query": "p1"})
    page, _ = await opened(home, open_page)
    await page.get_by_label("Name", exact=True).fill("Mine")
    await page.get_by_role("button", name="Save the filter").click()
    await expect(page.get_by_role("region", name="Messages")).to_contain_text("Mine")
    await expect(page.get_by_role("heading", level=1)).to_have_text("New filter")


@pytest.mark.parametrize(
    ("scheme", "options"),
    [
        ("light", {"viewport": DESKTOP}),
        ("dark", {"viewport": PHONE, "is_mobile": True, "has_touch": True}),
    ],
    ids=["light-desktop", "dark-phone"],
)
async def test_axe_finds_nothing_and_nothing_goes_beyond_the_side(
    home: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    page = await open_page(
        home.sign_in_link("filter/new"), color_scheme=scheme, reduced_motion="reduce", **options
    )
    await set_condition(page, 2, "priority", "is", "urgent")
    found = page.get_by_role("region", name="What it finds")
    await expect(found.get_by_role("status")).to_have_text("2 tasks")
    assert (
        await page.evaluate("document.documentElement.scrollWidth")
        <= (options["viewport"]["width"])
    )
    assert await findings(page) == []
