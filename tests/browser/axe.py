"""The rules of axe, which say what of a page somebody could not see, reach or hear."""

from playwright.async_api import Page

from tests.browser.server import ROOT

AXE = ROOT / "control_api/edges/web/page/node_modules/axe-core/axe.min.js"


async def findings(page: Page) -> list[str]:
    assert AXE.is_file(), "run `make setup` first"
    if await page.evaluate("typeof axe") == "undefined":
        await page.evaluate(AXE.read_text())
    result = await page.evaluate("axe.run()")
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
