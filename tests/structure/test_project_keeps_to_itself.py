"""The project is for anyone's machine: no address of one, and no secret, may slip into it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"/(?:home|Users)/\w+/|/root/\w"),
    "LiveKit's well-known development pair": re.compile(r"devkey\s*[:=]\s*\"?secret"),
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY"),
    "a key of AWS": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of GitHub": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})"),
    "a key of OpenAI or Anthropic": re.compile(r"\bsk-(?:[a-z]+-)?[A-Za-z0-9_-]{32,}"),
    "a key of Deepgram": re.compile(r"deepgram.{0,40}[:=]\W{0,3}[0-9a-f]{40}\b", re.IGNORECASE),
    "a secret of LiveKit": re.compile(r"LIVEKIT_API_SECRET\W{1,4}[A-Za-z0-9]{32,}"),
    "a key of Google": re.compile(r"\bAIza[\w-]{35}"),
    "a token of Hugging Face": re.compile(r"\bhf_[A-Za-z0-9]{34}"),
    "a token of npm or PyPI": re.compile(r"\bnpm_[A-Za-z0-9]{36}|\bpypi-AgE[\w-]{50,}"),
    "a token of Slack": re.compile(r"\bxox[abeprs]-[\w-]{10,}"),
    "a signed token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}"),
}
# In two pieces each, so that this file holds none of them, and is looked at like any other.
CANARIES = {
    "a path of somebody's machine": ("/home", "/somebody/project"),
    "LiveKit's well-known development pair": ("devkey", ": secret"),
    "a private key": ("-----BEGIN OPENSSH", " PRIVATE KEY-----"),
    "a key of AWS": ("AKIA", "Q7Z2M4N6P8R1S3T5"),
    "a token of GitHub": ("ghp_", "a1B2" * 9),
    "a key of OpenAI or Anthropic": ("sk-", "proj-" + "a1B2" * 12),
    "a key of Deepgram": ("DEEPGRAM_API_KEY", "=" + "0a1b2c3d" * 5),
    "a secret of LiveKit": ("LIVEKIT_API_SECRET", ": " + "aB3d" * 11),
    "a key of Google": ("AIza", "a1B2-" * 7),
    "a token of Hugging Face": ("hf_", "aB" * 17),
    "a token of npm or PyPI": ("npm_", "a1B2" * 9),
    "a token of Slack": ("xoxb-", "123456789012-abc"),
    "a signed token": ("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiJhbGljZSJ9." + "a1B2" * 10),
}


def tracked_texts(folder: Path = ROOT) -> list[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=folder, capture_output=True, check=True, text=True
    ).stdout
    texts = []
    for name in filter(None, listed.split("\0")):
        path = folder / name
        if not path.is_file():
            continue
        try:
            texts.append((name, path.read_text()))
        except UnicodeDecodeError:
            continue
    return texts


def found_in(texts: list[tuple[str, str]]) -> list[str]:
    return [
        f"{name}: {what}"
        for name, text in texts
        for what, pattern in FORBIDDEN.items()
        if pattern.search(text)
    ]


def test_no_file_names_a_machine_or_holds_a_key() -> None:
    texts = tracked_texts()
    assert len(texts) > 300
    assert not found_in(texts)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_each_kind_of_secret_would_be_found(what: str, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(f"Before.\nTOKEN = {''.join(CANARIES[what])}\nAfter.\n")
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "notes.md"], cwd=tmp_path, check=True)
    assert f"notes.md: {what}" in found_in(tracked_texts(tmp_path))
