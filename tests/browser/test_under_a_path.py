"""The page at a path of a name that it shares: all of it is there, nothing of it at the root."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi
from tests.browser.test_offline import AWAY, WITH_WORKER, ready
from tests.patience import until

pytestmark = pytest.mark.browser

PATH = "/home/saydo"


@pytest.fixture
def below(tmp_path: Path) -> Iterator[ControlApi]:
    """A server that a proxy has at a path."""
    server = ControlApi(tmp_path)
    server.start(SAYDO_PUBLIC_URL=f"https://nas.home{PATH}")
    yield server
    server.close()


def link(server: ControlApi) -> str:
    return server.sign_in_link().replace("/all#", f"{PATH}/all#")


async def test_all_places_are_below_it(below: ControlApi, open_page: OpenPage) -> None:
    below.create("Pay the rent")
    page = await open_page(link(below))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    await page.get_by_role("link", name="Settings").click()
    await expect(page).to_have_url(f"{below.address}{PATH}/settings")
    parts = page.get_by_role("navigation", name="Parts")
    await parts.get_by_role("link", name="Look and keys").click()
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Look and keys")
    message = page.get_by_label("Message to Saydo")
    await message.fill("remind me to feed the cat")
    await message.press("Enter")
    await until(lambda: below.tasks(search="feed the cat"))
    await page.goto(f"{below.address}{PATH}")
    await expect(page).to_have_url(f"{below.address}{PATH}/today")
    elsewhere = [each for each in asked if not each.startswith(f"{below.address}{PATH}")]
    assert elsewhere == []
    assert any("/api/v1/events" in each for each in asked)


async def test_it_opens_offline_there(
    below: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    below.create("Pay the rent")
    page = await open_page(link(below), **WITH_WORKER)
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    await ready(page)
    scope = await page.evaluate("navigator.serviceWorker.ready.then(found => found.scope)")
    assert scope == f"{below.address}{PATH}/"
    below.stop()
    await page.goto(f"{below.address}{PATH}/all")
    await expect(page.get_by_text("Pay the rent")).to_be_visible()


async def test_it_can_be_installed_there(below: ControlApi, open_page: OpenPage) -> None:
    page = await open_page(link(below), **WITH_WORKER)
    browser = await page.context.new_cdp_session(page)
    found = await browser.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = found["manifest"]
    assert manifest["scope"] == manifest["startUrl"] == manifest["id"] == f"{below.address}{PATH}/"
    assert all(each["url"].startswith(f"{below.address}{PATH}/") for each in manifest["icons"])
