"""Workspaces are shared, opened and left on the page, and nothing of one comes into another."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import PHONE, Console, OpenPage, go
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

MEMBERS = "Who is in Home"


def workspaces(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Workspace")


def task(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=title, exact=True)


async def is_loaded(page: Page, workspace: str) -> None:
    await expect(workspaces(page).locator("option:checked")).to_have_text(workspace)
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")


async def make_home(page: Page) -> None:
    await go(page, "settings/sharing")
    await page.get_by_role("textbox", name="Name", exact=True).fill("Home")
    await page.get_by_role("button", name="Make it").click()
    await expect(page.get_by_role("heading", name="Home", exact=True)).to_be_visible()


@pytest.fixture
def signed_in_at(own_api: ControlApi, open_page: OpenPage) -> OpenPage:
    async def opened(place: str = "all", **options: object) -> Page:
        page = await open_page(own_api.sign_in_link(place), **options)
        await page.get_by_role("heading", name="Tasks").wait_for()
        return page

    return opened


async def test_what_is_done_in_one_stays_there(own_api: ControlApi, signed_in_at: OpenPage) -> None:
    own_api.create("Feed the cat")
    page = await signed_in_at()
    await expect(workspaces(page)).to_have_count(0)
    await make_home(page)
    assert await findings(page) == []
    await page.get_by_role("button", name="Open Home").click()
    await is_loaded(page, "Home")
    await expect(task(page, "Feed the cat")).to_have_count(0)
    field = page.get_by_label("Message to Saydo")
    await field.fill("remind me to paint the fence")
    await field.press("Enter")
    await go(page, "all")
    await expect(task(page, "Paint the fence")).to_be_visible()
    assert await findings(page) == []
    assert [each["title"] for each in own_api.tasks()] == ["Feed the cat"]
    await page.reload()
    await is_loaded(page, "Home")
    await workspaces(page).select_option("Your own")
    await is_loaded(page, "Your own")
    await go(page, "all")
    await expect(task(page, "Feed the cat")).to_be_visible()
    await expect(task(page, "Paint the fence")).to_have_count(0)


async def test_who_is_let_in_sees_it_as_it_happens(
    own_api: ControlApi, signed_in_at: OpenPage, console: Console
) -> None:
    console.expected = ("404",)
    with own_api.invited("bob", "long and of no use 7") as bob:
        page = await signed_in_at()
        await make_home(page)
        await page.get_by_role("textbox", name="Who", exact=True).fill("nobody")
        await page.get_by_role("button", name="Add", exact=True).click()
        await expect(page.get_by_role("alert")).to_be_visible()
        await page.get_by_role("textbox", name="Who", exact=True).fill("bob")
        await page.get_by_role("button", name="Add", exact=True).click()
        members = page.get_by_role("list", name=MEMBERS).get_by_role("listitem")
        await expect(members).to_have_count(2)
        await page.get_by_role("button", name="Open Home").click()
        await is_loaded(page, "Home")
        await go(page, "all")
        (home,) = (each["id"] for each in bob.get("/workspaces").json()["items"] if each["name"])
        await is_loaded(page, "Home")
        in_home = {"Saydo-Workspace": home}
        bob.post("/tasks", json={"title": "Buy paint"}, headers=in_home).raise_for_status()
        await expect(task(page, "Buy paint")).to_be_visible()
        await page.get_by_role("checkbox", name="Complete “Buy paint”").click()
        await until(lambda: not bob.get("/tasks?filter=open", headers=in_home).json()["items"])


async def test_talking_is_about_ones_own_tasks(own_api: ControlApi, signed_in_at: OpenPage) -> None:
    page = await signed_in_at()
    await make_home(page)
    await page.get_by_role("button", name="Open Home").click()
    await is_loaded(page, "Home")
    await expect(page.get_by_role("button", name="Speak to Saydo")).to_have_count(0)
    await page.get_by_role("button", name="Go to your own tasks").click()
    await expect(page.get_by_role("button", name="Speak to Saydo")).to_be_visible()
    await expect(workspaces(page).locator("option:checked")).to_have_text("Your own")


async def test_one_that_is_deleted_elsewhere_leads_back_to_ones_own(
    own_api: ControlApi, signed_in_at: OpenPage, console: Console
) -> None:
    console.expected = ("404",)
    page = await signed_in_at()
    await make_home(page)
    await page.get_by_role("button", name="Open Home").click()
    await is_loaded(page, "Home")
    own_api.delete_workspaces()
    await page.reload()
    await expect(workspaces(page)).to_have_count(0)
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    assert await page.evaluate("localStorage.getItem('saydo.workspace')") is None


async def test_it_is_deleted_after_a_question(own_api: ControlApi, signed_in_at: OpenPage) -> None:
    page = await signed_in_at(viewport=PHONE)
    await make_home(page)
    await page.get_by_role("button", name="Delete Home").click()
    dialog = page.get_by_role("dialog", name="Delete “Home” for everybody?")
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Delete Home").click()
    await expect(page.get_by_role("heading", name="Home", exact=True)).to_have_count(0)
