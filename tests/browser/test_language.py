"""The language somebody speaks is chosen on the page, where there are several."""

from typing import get_args

import pytest
from playwright.async_api import expect

from shared.languages import LanguageName
from tests.browser.conftest import OpenPage
from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser

LANGUAGES = get_args(LanguageName)


async def test_a_language_is_chosen_beside_the_devices_and_kept(
    own_api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(own_api.sign_in_link())
    await page.get_by_role("button", name="Devices").click()
    await expect(page.get_by_label("Speaker", exact=True)).to_be_visible()
    choice = page.get_by_label("Language", exact=True)
    if len(LANGUAGES) == 1:
        await expect(choice).to_have_count(0)
        return
    await expect(choice).to_have_value("en")
    await choice.select_option(LANGUAGES[-1])
    await expect(choice).to_have_value(LANGUAGES[-1])
    await page.reload()
    await page.get_by_role("button", name="Devices").click()
    await expect(choice).to_have_value(LANGUAGES[-1])
