"""A browser, a control API, and pages on it that fail their test when the console complains."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from tests.browser.server import ROOT, ControlApi
from tests.patience import PATIENCE_S

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
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = PATIENCE_S * 1000
expect.set_options(timeout=PATIENCE_MS)

OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlApi]:
    assert (ROOT / "control_api/edges/web/dist/index.html").is_file(), "run `make page` first"
    server = ControlApi(tmp_path_factory.mktemp("data"))
    server.start()
    yield server
    server.close()


@pytest.fixture
def own_api(tmp_path: Path) -> Iterator[ControlApi]:
    """A server that the test may stop, break and start again."""
    server = ControlApi(tmp_path)
    server.start()
    yield server
    server.close()


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        assert not os.environ.get("CI"), "CI must have a browser"
        pytest.skip("there is no Chromium on this machine")
    async with async_playwright() as driver:
        running = await driver.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        await running.close()


class Console:
    """What the browser had to complain about."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()

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
            if not any(words in complaint for words in self.expected)
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

    async def opened(address: str, **options: Any) -> Page:
        context = await browser.new_context(locale="en-US", **({"viewport": DESKTOP} | options))
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        console.watch(page)
        await page.goto(address)
        return page

    return opened


@pytest_asyncio.fixture
async def page(api: ControlApi, open_page: OpenPage) -> Page:
    """Alice's page, signed in."""
    signed_in = await open_page(api.sign_in_link())
    await signed_in.get_by_role("heading", name="Tasks").wait_for()
    return signed_in
