"""Projects and saved filters are made, changed, put away and deleted by hand, each with an undo."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import PHONE, Console, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser


def name_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Name", exact=True)


def query_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Filter", exact=True)


async def make_project(page: Page, name: str) -> None:
    await page.get_by_role("link", name="New project").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("New project")
    await name_of(page).fill(name)
    await name_of(page).press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text(name)


async def edit(page: Page) -> None:
    await page.get_by_role("button", name="Edit", exact=True).click()
    await expect(name_of(page)).to_be_visible()


async def test_a_project_is_made_named_anew_and_coloured(page: Page, api: ControlApi) -> None:
    await make_project(page, "Garden")
    api.create("Water the roses", project="Garden")
    await expect(page.get_by_role("button", name="Water the roses", exact=True)).to_be_visible()
    await edit(page)
    await name_of(page).fill("Yard")
    await page.get_by_role("checkbox", name="Colour").check()
    assert await findings(page) == []
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Yard")
    await expect(page.get_by_role("button", name="Water the roses", exact=True)).to_be_visible()
    await until(lambda: api.task("Water the roses")["project"] == "Yard")
    await edit(page)
    await expect(page.get_by_role("checkbox", name="Colour")).to_be_checked()


@pytest.mark.parametrize("deed", ["Archive", "Delete"])
async def test_a_project_that_is_put_away_or_deleted_comes_back_with_undo(
    page: Page, api: ControlApi, deed: str
) -> None:
    api.create("Water the roses", project="Garden")
    link = page.get_by_role("navigation", name="Places").get_by_role(
        "link", name="Garden", exact=True
    )
    await link.click()
    await edit(page)
    await page.get_by_role("button", name=deed, exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("All tasks")
    await expect(link).to_have_count(0)
    await page.get_by_role("button", name="Undo").first.click()
    await expect(link).to_be_visible()


async def test_what_is_archived_is_found_looked_into_and_brought_back(
    page: Page, api: ControlApi
) -> None:
    api.create("Water the roses", project="Garden")
    places = page.get_by_role("navigation", name="Places")
    archived = places.get_by_role("button", name="Archived", exact=True)
    link = places.get_by_role("link", name="Garden", exact=True)
    await link.click()
    await expect(archived).to_have_count(0)
    await edit(page)
    await page.get_by_role("button", name="Archive", exact=True).click()
    await expect(link).to_have_count(0)
    await archived.click()
    await expect(archived).to_have_attribute("aria-expanded", "true")
    await link.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Garden")
    await expect(page.get_by_role("button", name="Water the roses", exact=True)).to_be_visible()
    assert await findings(page) == []
    await edit(page)
    await page.get_by_role("button", name="Bring back", exact=True).click()
    await expect(archived).to_have_count(0)
    await expect(link).to_be_visible()


async def test_a_filter_is_changed_and_deleted(page: Page, api: ControlApi) -> None:
    api.create("Pay the rent", tags=["money"])
    api.create("Call Anna")
    api.act({"type": "create_filter", "name": "Money", "query": "#money"})
    await page.get_by_role("link", name="Money", exact=True).click()
    await edit(page)
    await query_of(page).fill("!#money")
    await name_of(page).fill("The rest")
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("The rest")
    await expect(page.get_by_role("list", name="List").locator(".title")).to_have_text(
        ["Call Anna"]
    )
    await edit(page)
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(page.get_by_role("link", name="The rest", exact=True)).to_have_count(0)


async def test_what_is_refused_is_taken_back_with_the_reason(
    page: Page, api: ControlApi, console: Console
) -> None:
    console.expected = ("status of 422",)
    api.act({"type": "create_filter", "name": "Money", "query": "#money"})
    await page.get_by_role("link", name="Money", exact=True).click()
    await edit(page)
    await query_of(page).fill("#money & (")
    await page.get_by_role("button", name="Save", exact=True).click()
    messages = page.get_by_role("region", name="Messages")
    await expect(messages).to_contain_text("A condition is missing here")
    await edit(page)
    await expect(query_of(page)).to_have_value("#money")


async def test_it_fits_a_phone(api: ControlApi, open_page: OpenPage) -> None:
    api.create("Water the roses", project="Garden")
    page = await open_page(
        api.sign_in_link("browse"), viewport=PHONE, is_mobile=True, has_touch=True
    )
    await page.get_by_role("link", name="Garden", exact=True).tap()
    await edit(page)
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    await expect(page.get_by_role("button", name="Delete", exact=True)).to_be_in_viewport()
