"""A phone in the house opens the page over https, as docs/phone.md says, and is talked with."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from bench.conversation.stack import Stack, start
from scripts.machine.places import ROOT
from tests.patience import wait_until
from tests.voice.house import HERE, House, house
from tests.voice.page import QUIET_FLAGS, converse, microphone

pytestmark = [
    pytest.mark.voice,
    pytest.mark.models,
    pytest.mark.browser,
    pytest.mark.skipif(
        os.geteuid() != 0 or not all(map(shutil.which, ("ip", "caddy", "chromium", "openssl"))),
        reason="needs root, iproute2, Caddy, OpenSSL and Chromium",
    ),
]

NAME = "nas.home"
OPTIONS = """{{
	admin off
	skip_install_trust
	storage file_system {folder}
}}
"""
LINK = re.compile(rf"On another device, just as well: (https://{re.escape(NAME)}/\S+)")
PATHS = ("", "/saydo")
"""Where the docs' recipes have it, one after the other."""


def recipe(path: str, folder: Path, port: int) -> str:
    """The Caddyfile of the docs, for a Saydo on that port, with all that it keeps in `folder`."""
    said = (ROOT / "docs/phone.md").read_text(encoding="utf-8")
    found = re.findall(r"```caddyfile\n(.*?)```", said, re.DOTALL)
    wanted = str(found[PATHS.index(path)])
    assert f"handle {path}/rtc*" in wanted
    return OPTIONS.format(folder=folder) + wanted.replace(":7300", f":{port}")


@contextmanager
def caddy(path: str, folder: Path, port: int, at_home: House) -> Iterator[str]:
    """Run it in front; gives the hash of the key of its authority, as Chromium takes it."""
    file = folder / "Caddyfile"
    file.write_text(recipe(path, folder, port), encoding="utf-8")
    command = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    with subprocess.Popen(
        [*at_home.inside(at_home.here), *command],
        env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            authority = folder / "pki/authorities/local/intermediate.crt"
            wait_until(authority.is_file, lambda: "Caddy made no certificate")
            yield key_hash(authority)
        finally:
            process.terminate()


def key_hash(certificate: Path) -> str:
    """Base64 of the SHA-256 of its public key (SubjectPublicKeyInfo)."""
    public = ["openssl", "x509", "-in", str(certificate), "-noout", "-pubkey"]
    pem = subprocess.run(public, check=True, capture_output=True, text=True).stdout
    lines = [line for line in pem.splitlines() if not line.startswith("-----")]
    return base64.b64encode(hashlib.sha256(base64.b64decode("".join(lines))).digest()).decode()


@pytest.fixture
def at_home() -> Iterator[House]:
    with house() as made:
        yield made


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def own_stack(tmp_path: Path, at_home: House, path: str) -> Iterator[Stack]:
    extra = {"SAYDO_PUBLIC_URL": f"https://{NAME}{path}"}
    stack = start(tmp_path / "data", extra, at_home.inside(at_home.here))
    stack.wait_until_ready()
    yield stack
    stack.stop()


async def test_a_phone_in_the_house_talks_with_it(
    own_stack: Stack, at_home: House, path: str, tmp_path: Path
) -> None:
    browser_path = tmp_path / "chromium"
    inside = " ".join(at_home.inside(at_home.phone))
    browser_path.write_text(f'#!/bin/sh\nexec {inside} chromium "$@"\n', encoding="utf-8")
    browser_path.chmod(0o755)
    wav = microphone(tmp_path / "microphone.wav", "Remind me to buy a red trumpet tomorrow.")
    (tmp_path / "caddy").mkdir()
    wait_until(lambda: any(map(LINK.search, own_stack.lines)), lambda: "no link was printed")
    link = next(found[1] for found in map(LINK.search, own_stack.lines) if found)
    assert link.startswith(f"https://{NAME}{path}/#")
    with caddy(path, tmp_path / "caddy", own_stack.port, at_home) as key:
        async with async_playwright() as driver:
            context = await driver.chromium.launch_persistent_context(
                tmp_path / "profile",
                executable_path=browser_path,
                args=[
                    *QUIET_FLAGS,
                    f"--use-file-for-fake-audio-capture={wav}",
                    f"--host-resolver-rules=MAP {NAME} {HERE}",
                    f"--ignore-certificate-errors-spki-list={key}",
                ],
                viewport={"width": 390, "height": 844},
            )
            page = await context.new_page()
            await converse(page, link, "Buy a red trumpet", "Speak to Saydo")
            cookies = await context.cookies()
            await context.close()
    assert [(each["name"], each["secure"]) for each in cookies] == [("__Host-saydo_session", True)]
