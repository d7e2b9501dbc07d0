"""Reminders come while no page of Saydo is open, once the person wants that in this browser.

What Chromium's maker runs is out of reach here: the subscription is a stand-in's where one is
needed, and messages are handed to the real service worker as that service does.
"""

import base64
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.async_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import Console, OpenPage, go
from tests.browser.server import ControlApi
from tests.patience import until, until_told

pytestmark = pytest.mark.browser

WITH_WORKER = {"service_workers": "allow", "permissions": ["notifications"]}
TEXT = "Reminder: call Sarah."
SUBSCRIBES = """([p256dh, auth]) => {
    let kept = null;
    PushManager.prototype.getSubscription = async () => kept;
    PushManager.prototype.subscribe = async (options) => {
        window.wanted = options;
        return kept = {
            unsubscribe: async () => { kept = null; return true; },
            toJSON: () => ({ endpoint: "https://push.example.com/canary", keys: { p256dh, auth } }),
        };
    };
}"""


def switch(page: Page) -> Locator:
    return page.get_by_role("checkbox", name="Also while no page is open")


def keys() -> list[str]:
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    raw = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return [base64.urlsafe_b64encode(each).rstrip(b"=").decode() for each in (raw, bytes(16))]


async def settings(api: ControlApi, open_page: OpenPage) -> Page:
    page = await open_page(api.sign_in_link("settings/reminders"), **WITH_WORKER)
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


async def subscribed(api: ControlApi, open_page: OpenPage) -> Page:
    page = await settings(api, open_page)
    await page.evaluate(SUBSCRIBES, keys())
    await switch(page).click()
    await expect(switch(page)).to_be_checked()
    return page


async def test_a_browser_without_a_service_for_messages_says_so(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("incognito mode",)
    page = await settings(api, open_page)
    await switch(page).click()
    await expect(page.get_by_role("alert")).to_contain_text("could not subscribe")
    await expect(switch(page)).not_to_be_checked()
    assert api.notifications()["push"] == []


async def test_it_is_switched_on_and_off_and_stays_so(api: ControlApi, open_page: OpenPage) -> None:
    page = await subscribed(api, open_page)
    addresses = page.get_by_role("list", name="Phone, mail and chat")
    await expect(addresses).to_contain_text("Chrome on Linux")
    (address,) = api.notifications()["push"]
    assert address.startswith("webpush://Chrome%20on%20Linux/****-")
    wanted = await page.evaluate("window.wanted")
    assert wanted == {"userVisibleOnly": True, "applicationServerKey": api.push_key()}
    await page.reload()
    await expect(switch(page)).to_be_checked()
    await switch(page).click()
    await expect(switch(page)).not_to_be_checked()
    assert api.notifications()["push"] == []


async def test_who_signs_out_gets_none_here(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("401",)
    page = await subscribed(api, open_page)
    await go(page, "settings/you")
    await page.get_by_role("button", name="Sign out", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    await expect(page.get_by_label("Sign-in link")).to_be_visible()
    assert api.notifications()["push"] == []


async def test_a_message_is_shown_where_no_page_is_looked_at(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await settings(api, open_page)
    worker = await Worker.of(page)
    await worker.is_sent("Seen on the page.")
    await page.goto("about:blank")
    await nobody_looks(page)
    await worker.is_sent(TEXT)
    await page.goto(f"{api.address}/settings/reminders")
    assert await shown(page) == [["Saydo", TEXT]]


class Worker:
    """The service worker of a page, as the browser sees it."""

    def __init__(self, devtools: CDPSession, origin: str, registration_id: str) -> None:
        self._devtools = devtools
        self._registration = {"origin": origin, "registrationId": registration_id}

    @classmethod
    async def of(cls, page: Page) -> "Worker":
        devtools = await page.context.new_cdp_session(page)
        found: list[dict[str, Any]] = []

        def note(told: dict[str, Any]) -> None:
            found.append(told)

        devtools.on("ServiceWorker.workerRegistrationUpdated", note)
        await devtools.send("ServiceWorker.enable")
        await until(lambda: any(each["registrations"] for each in found))
        (registration, *_) = next(each["registrations"] for each in found if each["registrations"])
        where = urlsplit(page.url)
        return cls(devtools, f"{where.scheme}://{where.netloc}", registration["registrationId"])

    async def is_sent(self, text: str) -> None:
        """Hand it a message, as the browser does once that is decrypted."""
        message = self._registration | {"data": text}
        await self._devtools.send("ServiceWorker.deliverPushMessage", message)


async def nobody_looks(page: Page) -> None:
    """The service worker has heard of it, which takes a moment after a page has gone."""
    (worker,) = page.context.service_workers
    alone = "async () => (await clients.matchAll({ type: 'window' })).length === 0"
    await until_told(lambda: worker.evaluate(alone))


async def shown(page: Page) -> list[list[str]]:
    """Titles and texts of all that is shown, once something is."""
    notices = """async () => {
        const shown = await (await navigator.serviceWorker.ready).getNotifications();
        return shown.map(({ title, body }) => [title, body]);
    }"""
    return list(await until_told(lambda: page.evaluate(notices)))
