"""The settings: each part has an address, and what is chosen there holds."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

PARTS = {
    "you": "You and devices",
    "voice": "Voice",
    "reminders": "Reminders",
    "look": "Look and keys",
    "data": "Data",
    "people": "Health and people",
}
PASSWORD = "correct horse battery"
VOICE_AWAY = "status of 503"
REFUSED = "status of 401"


async def has_arrived(page: Page, heading: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)


@pytest.mark.parametrize(
    ("scheme", "options"),
    [
        ("light", {"viewport": DESKTOP}),
        ("dark", {"viewport": PHONE, "is_mobile": True, "has_touch": True}),
    ],
    ids=["light-desktop", "dark-phone"],
)
async def test_axe_finds_nothing_in_any_part_and_nothing_goes_beyond_the_side(
    api: ControlApi, open_page: OpenPage, console: Console, scheme: str, options: dict[str, Any]
) -> None:
    console.expected = (VOICE_AWAY,)
    page = await open_page(
        api.sign_in_link("settings"), color_scheme=scheme, reduced_motion="reduce", **options
    )
    await has_arrived(page, "Settings")
    assert await findings(page) == []
    for part, heading in PARTS.items():
        await page.get_by_role("navigation", name="Parts").get_by_role("link", name=heading).click()
        await has_arrived(page, heading)
        assert page.url == f"{api.address}/settings/{part}"
        assert (part, await findings(page)) == (part, [])
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= options["viewport"]["width"]
        await page.go_back()
        await has_arrived(page, "Settings")


async def test_who_sets_a_password_signs_in_with_it_and_who_has_none_is_asked_before_leaving(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = (REFUSED,)
    page = await open_page(own_api.sign_in_link("settings/you"))
    await page.get_by_role("button", name="Sign out", exact=True).click()
    question = page.get_by_role("dialog", name="Sign out, without a password to come back with?")
    await question.get_by_role("button", name="Cancel").click()
    await page.get_by_role("button", name="Set a password").click()
    await page.get_by_label("Name to sign in with").fill("Alice")
    await page.get_by_label("Fresh sign-in link").fill(own_api.sign_in_link())
    await page.get_by_label("New password").fill(PASSWORD)
    await page.get_by_role("button", name="Save the password").click()
    await expect(page.get_by_text("You sign in as Alice.")).to_be_visible()
    await page.get_by_role("button", name="Sign out", exact=True).click()
    await page.get_by_text("With a password").click()
    await page.get_by_label("Name", exact=True).fill("alice")
    await page.get_by_label("Password", exact=True).fill("not this one")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await has_arrived(page, "You and devices")


async def test_a_file_is_looked_at_before_it_is_taken_in_and_taken_back_with_one_press(
    own_api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(own_api.sign_in_link("settings/data"))
    await page.get_by_label("File").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": b"title,project\nPaint,House\n"}
    )
    await expect(page.get_by_label("Format").first).to_have_value("csv")
    await page.get_by_role("button", name="See what it would do").click()
    preview = page.get_by_role("region", name="What it would do")
    await expect(preview).to_contain_text("Paint")
    assert own_api.tasks() == []
    await page.get_by_role("button", name="Import", exact=True).click()
    messages = page.get_by_role("region", name="Messages")
    await expect(messages).to_contain_text("Imported: 1 task, 1 project.")
    assert [task["title"] for task in own_api.tasks()] == ["Paint"]
    await messages.get_by_role("button", name="Undo").click()
    await until(lambda: own_api.tasks() == [])


async def test_what_may_leave_is_chosen_and_taken_back_with_one_press(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(api.sign_in_link("settings/voice"))
    voice = page.get_by_role("combobox", name="The sound of your voice")
    await expect(voice).to_have_value("always")
    await voice.select_option("Stays here")
    await until(lambda: api.voice_settings()["hearing_leaves"] == "never")
    messages = page.get_by_role("region", name="Messages")
    await messages.get_by_role("button", name="Undo").click()
    await until(lambda: api.voice_settings()["hearing_leaves"] == "always")
    await expect(voice).to_have_value("always")
