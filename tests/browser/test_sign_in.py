"""Getting in, and being told when one is out."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE, Console, OpenPage
from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser

REFUSED = "the server responded with a status of 401"
CUT_OFF = ("net::ERR_", REFUSED)


async def test_a_link_signs_in_and_leaves_no_code_in_the_address(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(api.sign_in_link(""))
    await expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    assert page.url == f"{api.address}/today"
    await page.reload()
    await expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()


async def test_a_link_works_once(api: ControlApi, open_page: OpenPage, console: Console) -> None:
    console.expected = (REFUSED,)
    link = api.sign_in_link()
    first = await open_page(link)
    await expect(first.get_by_role("heading", name="Tasks")).to_be_visible()
    second = await open_page(link)
    await expect(second.get_by_role("alert")).to_contain_text("used up or too old")


@pytest.mark.parametrize("kind", ["link", "token"])
async def test_a_link_or_token_can_be_pasted(
    api: ControlApi, open_page: OpenPage, console: Console, kind: str
) -> None:
    console.expected = (REFUSED,)
    page = await open_page(api.address)
    await expect(page.get_by_text("make signin")).to_be_visible()
    pasted = api.sign_in_link() if kind == "link" else api.owner_token()
    await page.get_by_label("Sign-in link, code or token").fill(pasted)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()


async def shown_code(page: Page) -> str:
    """A code for another device, as the settings show it."""
    await page.get_by_role("button", name="Show a code to sign in with").click()
    return await page.locator(".device-code").inner_text()


async def test_a_code_from_the_settings_is_typed_elsewhere(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = (REFUSED,)
    page = await open_page(api.sign_in_link("settings/you"))
    code = await shown_code(page)
    await expect(page.get_by_text("It works once, until")).to_be_visible()
    other = await open_page(api.address)
    field = other.get_by_label("Sign-in link, code or token")
    await field.fill(code.lower().replace("-", ""))
    await field.press("Enter")
    await expect(other.get_by_role("heading", name="Today", level=1)).to_be_visible()
    third = await open_page(api.address)
    await third.get_by_label("Sign-in link, code or token").fill(code)
    await third.get_by_role("button", name="Sign in").click()
    await expect(third.get_by_role("alert")).to_contain_text("wrong, used up or too old")


async def test_a_code_that_is_scanned_signs_in_at_once(
    api: ControlApi, open_page: OpenPage
) -> None:
    code = await shown_code(await open_page(api.sign_in_link("settings/you")))
    phone = await open_page(f"{api.address}/#sign-in={code}", viewport=PHONE)
    await expect(phone.get_by_role("heading", name="Today", level=1)).to_be_visible()
    assert phone.url == f"{api.address}/today"


async def test_nonsense_is_refused_in_words(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = (REFUSED,)
    page = await open_page(api.address)
    await page.get_by_label("Sign-in link, code or token").fill("open sesame")
    await page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    await expect(alert).to_contain_text("used up or too old. Get a new one, as it says below.")
    places = [await each.bounding_box() for each in (alert, page.get_by_text("make signin"))]
    above, below = [place["y"] for place in places if place]
    assert above < below


async def test_signing_out_closes_the_page_for_the_next_person(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = (REFUSED,)
    page = await open_page(api.sign_in_link("settings/you"))
    await page.get_by_role("button", name="Sign out", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_an_ended_session_is_said_and_the_way_back_shown(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = CUT_OFF
    page = await open_page(own_api.sign_in_link())
    await expect(page.get_by_role("heading", name="Tasks")).to_be_visible()
    own_api.sign_everybody_out()
    await expect(page.get_by_role("alert")).to_contain_text("You were signed out")
    await expect(page.get_by_label("Sign-in link, code or token")).to_be_visible()
