"""A browser, a control API, and pages on it that fail their test when the console complains."""

import json
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    async_playwright,
    expect,
)
from pytest_asyncio import is_async_test

from tests.browser.server import ROOT, ControlApi
from tests.patience import PATIENCE_S

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone is there; nobody has allowed its use.
    "--use-fake-device-for-media-stream",
]
# Requests that a service worker has in its hands can't be held up by a test: few tests want it.
WITHOUT_WORKER = {"service_workers": "block"}
BLOCKED = "Service Worker registration blocked by Playwright"
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
USUAL = {"locale": "en-US", "viewport": DESKTOP}
PATIENCE_MS = PATIENCE_S * 1000
expect.set_options(timeout=PATIENCE_MS)

# Pages are of people who have been shown how to begin; few tests are of those who have not.
BEGUN = """([key, value]) => {
    try { localStorage.getItem(key) ?? localStorage.setItem(key, value); } catch {}
}"""
OLD_HAND = json.dumps({"shownAt": None, "firstTaskMs": None, "isOver": True})

OpenPage = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run all in the loop of the one browser."""
    in_one_loop = pytest.mark.asyncio(loop_scope="session")
    for item in items:
        if item.path.is_relative_to(HERE) and is_async_test(item):
            item.add_marker(in_one_loop, append=False)


@pytest.fixture(scope="session")
def shared_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlApi]:
    assert (ROOT / "control_api/edges/web/dist/index.html").is_file(), "run `make page` first"
    server = ControlApi(tmp_path_factory.mktemp("data"))
    server.start()
    yield server
    server.close()


@pytest.fixture
def api(shared_api: ControlApi) -> ControlApi:
    """A server that holds nothing; of a long list only what is in view is on the page."""
    shared_api.wipe()
    return shared_api


@pytest.fixture
def own_api(tmp_path: Path) -> Iterator[ControlApi]:
    """A server that the test may stop, break and start again."""
    server = ControlApi(tmp_path)
    server.start()
    yield server
    server.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def driver() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def one_browser(driver: Playwright) -> AsyncIterator[Browser]:
    """One for all tests, of which each has windows of its own: to start one takes a second."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        assert not os.environ.get("CI"), "CI must have a browser"
        pytest.skip("there is no Chromium on this machine")
    running = await driver.chromium.launch(executable_path=program, args=FLAGS)
    yield running
    await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(one_browser: Browser) -> AsyncIterator[Browser]:
    """Windows that the test opens in it are closed after it."""
    yield one_browser
    for context in one_browser.contexts:
        await context.close()


class Console:
    """What the browser had to complain about."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()
        self._always = (BLOCKED,)

    def watch(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def unexpected(self) -> list[str]:
        return [
            complaint
            for complaint in self.complaints
            if not any(words in complaint for words in (*self.expected, *self._always))
        ]


@pytest.fixture
def console() -> Iterator[Console]:
    """Fails the test for any complaint, a violated content security policy among them."""
    watched = Console()
    yield watched
    assert watched.unexpected() == []


@pytest.fixture
def open_page(browser: Browser, console: Console) -> OpenPage:
    """Open an address in a browser window of its own."""

    async def opened(address: str, *, is_new: bool = False, **options: Any) -> Page:
        context = await browser.new_context(**(USUAL | WITHOUT_WORKER | options))
        context.set_default_timeout(PATIENCE_MS)
        for owner_id in () if is_new else ControlApi.owner_ids:
            given = json.dumps([f"saydo.firstRun.{owner_id}", OLD_HAND])
            await context.add_init_script(f"({BEGUN})({given})")
        page = await context.new_page()
        console.watch(page)
        await page.goto(address)
        return page

    return opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(api: ControlApi, open_page: OpenPage) -> Page:
    """Alice's page, signed in."""
    signed_in = await open_page(api.sign_in_link())
    await signed_in.get_by_role("heading", name="Tasks").wait_for()
    return signed_in


async def go(page: Page, place: str) -> None:
    """Go to a place as a link does, without loading the page anew."""
    await page.evaluate("place => history.pushState(null, '', place)", f"/{place}")
