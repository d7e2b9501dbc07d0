"""Files of the built page, each sent in the smallest form that the browser can read."""

from pathlib import Path

from litestar.response import File

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""What the build leaves beside a file that gets smaller by it, the smallest first."""
MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


def sent(file: Path, accept_encoding: str, cache_control: str) -> File:
    """The answer with a file, which is there. Its ETag is that of the form that is sent."""
    accepted = accepted_encodings(accept_encoding)
    forms = ((name, file.with_name(file.name + end)) for name, end in ENCODINGS.items())
    encoding, form = next(
        ((name, form) for name, form in forms if name in accepted and form.is_file()), ("", file)
    )
    headers = {"Cache-Control": cache_control, "Vary": "Accept-Encoding"}
    if encoding:
        headers["Content-Encoding"] = encoding
    return File(
        form,
        media_type=MEDIA_TYPES.get(file.suffix, "application/octet-stream"),
        content_disposition_type="inline",
        headers=headers,
    )


def accepted_encodings(header: str) -> frozenset[str]:
    """Of `ENCODINGS`, those that an Accept-Encoding header allows."""
    weights: dict[str, bool] = {}
    for each in header.lower().split(","):
        name, *parameters = [part.strip() for part in each.split(";")]
        weights[name] = not any(_is_zero(parameter) for parameter in parameters)
    others = weights.get("*", False)
    return frozenset(name for name in ENCODINGS if weights.get(name, others))


def _is_zero(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    return name.strip() == "q" and not value.strip().strip("0.")
