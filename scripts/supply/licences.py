"""Under which terms others let us use what they wrote, and which terms we take."""

import re
from importlib.metadata import Distribution

ALLOWED = {
    "0BSD": "asks for nothing",
    "Apache-2.0": "our own",
    "BSD-2-Clause": "asks to be named",
    "BSD-3-Clause": "asks to be named",
    "CC0-1.0": "asks for nothing",
    "ISC": "asks to be named",
    "LicenseRef-Public-Domain": "asks for nothing",
    "MIT": "asks to be named",
    "MIT-0": "asks for nothing",
    "MIT-CMU": "asks to be named",
    "MPL-2.0": "asks for changes to its own files only, and we change none",
    "OFL-1.1": "of fonts: may be shipped with any program, not sold by itself",
    "PSF-2.0": "Python's own",
    "Unlicense": "asks for nothing",
    "Zlib": "asks for nothing in a program",
}
"""Terms that any package may have, by SPDX id, and why."""

ALLOWED_FOR = {
    "livekit-local-inference": ("LicenseRef-LiveKit-Model", "used together with LiveKit Agents"),
    "piper-tts": ("GPL-3.0-or-later", "only in the optional extra; see NOTICE"),
    "recurring-ical-events": ("LGPL-3.0-or-later", "imported unchanged, can be replaced"),
    "x-wr-timezone": ("LGPL-3.0-or-later", "imported unchanged, can be replaced"),
}
"""Further terms of one package, and why we take them. NOTICE names each."""

_SPELLED = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC",
    "mit license": "MIT",
    "psfl": "PSF-2.0",
}
_CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "LicenseRef-Public-Domain",
    "Python Software Foundation License": "PSF-2.0",
}
_EXPRESSION = re.compile(r"\(?[A-Za-z0-9.+-]+\)?(?: (?:AND|OR) \(?[A-Za-z0-9.+-]+\)?)*")


def licence_of(package: Distribution) -> str:
    """Give the terms of an installed package as an SPDX expression; empty when it names none."""
    told = "".join(_lines(package, "License-Expression")[:1]) or _told(package)
    if told:
        return told
    classifiers = _lines(package, "Classifier")
    names = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: ")]
    return " AND ".join(sorted({_CLASSIFIED[name] for name in names if name in _CLASSIFIED}))


def not_allowed(package: str, expression: str) -> list[str]:
    """Give the terms in an SPDX expression that we don't take from this package.

    Of a choice ("A OR B") each has to be one we take. No terms at all are none we take.
    """
    found = set(re.findall(r"[A-Za-z0-9.+-]+", expression)) - {"AND", "OR"}
    only_here, _ = ALLOWED_FOR.get(package, ("", ""))
    return sorted(found - {*ALLOWED, only_here}) or ([] if found else ["no terms"])


def _told(package: Distribution) -> str:
    """Read the older field, in which some put a name, some an expression, some the whole text."""
    first, _, rest = "".join(_lines(package, "License")[:1]).strip().partition("\n")
    named = _SPELLED.get(first.strip().lower())
    if named:
        return named
    return first if not rest and _EXPRESSION.fullmatch(first) else ""


def _lines(package: Distribution, field: str) -> list[str]:
    return package.metadata.get_all(field) or []
