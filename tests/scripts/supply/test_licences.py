"""The terms of all that is installed, and of all that the page is made from."""

import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from scripts.supply.licences import ALLOWED_FOR, licence_of, not_allowed
from scripts.supply.locks import page_packages, python_packages

ROOT = Path(__file__).parents[3]
LOCKED = {package.name for package in python_packages()}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


INSTALLED = {plain(one.name): one for one in distributions() if plain(one.name) in LOCKED}


def test_what_saydo_needs_is_installed_here_to_be_looked_at() -> None:
    assert {"litestar", "livekit-agents", "faster-whisper", "sqlite-utils"} <= set(INSTALLED)


@pytest.mark.parametrize("name", sorted(INSTALLED))
def test_the_terms_of_a_python_package_are_ones_we_take(name: str) -> None:
    assert not not_allowed(name, licence_of(INSTALLED[name]))


def test_the_terms_of_each_package_of_the_page_are_ones_we_take() -> None:
    refused = {
        package.name: terms
        for package in page_packages()
        if (terms := not_allowed(package.name, package.licence))
    }
    assert not refused


def test_what_has_terms_of_its_own_is_named_in_the_notice_with_them() -> None:
    notice = (ROOT / "NOTICE").read_text()
    for package, (terms, _) in ALLOWED_FOR.items():
        assert package in notice, package
        assert terms in notice or terms.startswith("LicenseRef"), terms


def test_what_has_the_gpl_comes_only_with_the_optional_extra() -> None:
    gpl = [name for name, (terms, _) in ALLOWED_FOR.items() if terms.startswith("GPL")]
    assert gpl == ["piper-tts"]
    needed, extras = re.findall(
        r"^(?:dependencies|piper) = \[(.*?)\]$",
        (ROOT / "pyproject.toml").read_text(),
        re.MULTILINE | re.DOTALL,
    )
    assert "piper" not in needed
    assert "piper-tts" in extras


@pytest.mark.parametrize(
    ("lines", "terms"),
    [
        ({"License-Expression": "MIT AND PSF-2.0", "License": "other"}, "MIT AND PSF-2.0"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "MIT OR Apache-2.0"}, "MIT OR Apache-2.0"),
        ({"License": "MIT License\n\nPermission is hereby granted ..."}, "MIT"),
        ({"License": "", "Classifier": "License :: OSI Approved :: BSD License"}, "BSD-3-Clause"),
        ({"License": "Ask us\nfirst", "Classifier": "License :: Free for non-commercial use"}, ""),
        ({}, ""),
    ],
)
def test_terms_are_read_wherever_a_package_tells_them(
    tmp_path: Path, lines: dict[str, str], terms: str
) -> None:
    told = [f"{key}: {value}".replace("\n", "\n        ") for key, value in lines.items()]
    (tmp_path / "METADATA").write_text("\n".join(["Metadata-Version: 2.4", "Name: it", *told, ""]))
    assert licence_of(Distribution.at(tmp_path)) == terms


@pytest.mark.parametrize(
    ("package", "expression", "refused"),
    [
        ("any", "MIT", []),
        ("any", "(Apache-2.0 AND BSD-3-Clause)", []),
        ("any", "MIT AND GPL-3.0-or-later", ["GPL-3.0-or-later"]),
        ("piper-tts", "GPL-3.0-or-later", []),
        ("any", "Whatever-1.0", ["Whatever-1.0"]),
        ("any", "", ["no terms"]),
    ],
)
def test_unknown_and_missing_terms_are_refused(
    package: str, expression: str, refused: list[str]
) -> None:
    assert not_allowed(package, expression) == refused
