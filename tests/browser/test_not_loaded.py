"""Where the rest of the page does not come, it is not blank, but says what it needs."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Route, expect

from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser

SAID = "The rest of this page did not come."


async def test_behind_a_proxy_under_a_path_that_saydo_was_not_told(
    browser: Browser, api: ControlApi
) -> None:
    page = await (await browser.new_context(service_workers="block")).new_page()

    async def proxied(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/saydo/"):
            answer = await route.fetch(url=api.address + path.removeprefix("/saydo"))
            await route.fulfill(response=answer)
        else:
            await route.fulfill(status=404)

    await page.route("**/*", proxied)
    await page.goto("http://home.test/saydo/today")
    await expect(page.get_by_text(SAID)).to_be_visible()


async def test_who_waits_for_the_rest_sees_nothing_of_it_at_first(
    browser: Browser, api: ControlApi
) -> None:
    context = await browser.new_context(service_workers="block", reduced_motion="reduce")
    page = await context.new_page()
    await page.route("**/*.js", lambda _: None)
    await page.goto(api.address, wait_until="commit")
    told = page.get_by_text(SAID).locator("..")
    await expect(told).to_have_css("animation-name", "come-late")
    await expect(told).to_have_css("animation-delay", "8s")
