"""The page can be installed, opens without its server, and keeps what is done meanwhile."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

AWAY = ("net::ERR_", "status of 5", "Failed to load resource")
WITH_WORKER = {"service_workers": "allow"}


async def comes(page: Page, true: str) -> None:
    """Wait until an expression of the page is true."""
    waiting = f"(async () => {{ while (!({true})) await new Promise(r => setTimeout(r, 50)) }})()"
    await page.evaluate(waiting)


async def ready(page: Page) -> None:
    """Wait until the page could be opened without its server."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    kept = "(await (await caches.match('/known/data'))?.text() ?? '')"
    await comes(page, f"{kept}.includes('Pay the rent')")


async def test_it_opens_offline_with_what_it_knew_and_sends_later_what_was_done(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    own_api.create("Pay the rent")
    page = await open_page(own_api.sign_in_link(), **WITH_WORKER)
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    await ready(page)
    own_api.stop()
    await page.goto(f"{own_api.address}/all")
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    await expect(page.get_by_text("can't be reached").first).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("checkbox", name="Complete “Pay the rent”").click()
    message = page.get_by_label("Message to Saydo")
    await message.fill("remind me to feed the cat")
    await message.press("Enter")
    await page.reload()
    await expect(page.get_by_text("feed the cat").first).to_be_visible()
    own_api.start()
    await until(lambda: own_api.tasks(search="feed the cat"))
    await until(lambda: own_api.task("Pay the rent")["status"] == "completed")
    await until(lambda: len(own_api.tasks()) == 2)


async def test_who_signs_out_leaves_nothing_behind(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    own_api.create("Pay the rent")
    page = await open_page(own_api.sign_in_link(), **WITH_WORKER)
    await ready(page)
    own_api.sign_everybody_out()
    await page.reload()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await comes(page, "!(await caches.has('saydo-known'))")


async def test_it_can_be_installed(api: ControlApi, open_page: OpenPage) -> None:
    page = await open_page(api.sign_in_link(), **WITH_WORKER)
    browser = await page.context.new_cdp_session(page)
    found = await browser.send("Page.getAppManifest")
    assert found["errors"] == []
    assert '"display": "standalone"' in found["data"]
    problems = await browser.send("Page.getInstallabilityErrors")
    # Each page of these tests is in a private window, where nothing is installed.
    assert [each["errorId"] for each in problems["installabilityErrors"]] == ["in-incognito"]
