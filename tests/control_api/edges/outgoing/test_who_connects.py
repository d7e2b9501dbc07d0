"""Whatever can open a connection is known, and described with what guards it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[4]
LIBRARIES = {
    "aiohttp",
    "apprise",
    "ftplib",
    "http.client",
    "httpx",
    "livekit",
    "pywebpush",
    "requests",
    "smtplib",
    "socket",
    "urllib.request",
    "urllib3",
}
OPENERS = {"create_connection", "create_datagram_endpoint", "open_connection"}
KNOWN = {
    "control_api/process/back_up.py",
    "control_api/edges/health/routes.py",
    "control_api/edges/outgoing/confinement.py",
    "control_api/edges/outgoing/reach.py",
    "control_api/edges/pushing/apprise_plugin.py",
    "control_api/edges/pushing/web_push.py",
    "control_api/edges/rooms/dispatch.py",
    "control_api/edges/rooms/tokens.py",
    "control_api/edges/rooms/webhooks.py",
    "control_api/process/serve.py",
    "control_api/language/duckling/reader.py",
    "control_api/edges/webhooks/sender.py",
}
"""A new one needs a row in docs/reliability.md, "What leaves Saydo, and who guards it"."""


def may_connect(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = [module, *(f"{module}.{alias.name}" for alias in node.names)]
        else:
            names = [node.attr] if isinstance(node, ast.Attribute) else []
            if OPENERS & set(names):
                return True
            continue
        if any(name == each or name.startswith(f"{each}.") for name in names for each in LIBRARIES):
            return True
    return False


def test_nothing_else_in_the_control_api_opens_connections() -> None:
    sources = (ROOT / "control_api").rglob("*.py")
    found = {
        str(path.relative_to(ROOT))
        for path in sources
        if "node_modules" not in path.parts and may_connect(path)
    }
    assert found == KNOWN
