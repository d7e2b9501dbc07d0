"""Files over HTTPS from the hub, resumed where they broke off."""

from collections.abc import Callable
from pathlib import Path

import httpx

from agent_worker.models.catalogue import HubSource, ModelFile

_TIMEOUT = httpx.Timeout(20.0, connect=4.0)
_TRIES = 4
_PARTIAL_CONTENT = 206
_RANGE_NOT_SATISFIABLE = 416

Advance = Callable[[str, int, int], None]
"""Called with a file's name, the bytes there so far, and its size."""


class SourceError(Exception):
    """A source that can't serve a file; the message says why, without a full stop."""


def fetch_from_hub(source: HubSource, folder: Path, *, hub: str, advance: Advance) -> None:
    """Put the files of `source` that are missing into `folder`, unverified.

    `hub` is the address of the hub, without a slash at its end.

    Raises:
        SourceError: the hub can't be reached, or has something else.

    """
    with httpx.Client(timeout=_TIMEOUT, follow_redirects=True) as client:
        for file in source.files:
            if (folder / file.name).exists():
                continue
            path = "/".join(filter(None, (source.folder, file.name)))
            url = f"{hub}/{source.repository}/resolve/{source.revision}/{path}"
            part = folder / f"{file.name}.part"
            _fetch_file(client, url, file, part, advance)
            part.rename(folder / file.name)


def _fetch_file(
    client: httpx.Client, url: str, file: ModelFile, part: Path, advance: Advance
) -> None:
    for attempt in range(1, _TRIES + 1):
        had = part.stat().st_size if part.exists() else 0
        try:
            _fetch_rest(client, url, file, part, advance)
        except httpx.HTTPStatusError as error:
            raise SourceError(f"it answered {error.response.status_code}") from error
        except httpx.HTTPError as error:
            has = part.stat().st_size if part.exists() else 0
            # Another try is for a transfer that moves on, not for a hub that can't be reached.
            if attempt == _TRIES or has <= had:
                raise SourceError("it can't be reached") from error
        else:
            return


def _fetch_rest(
    client: httpx.Client, url: str, file: ModelFile, part: Path, advance: Advance
) -> None:
    """Append to `part` what it still lacks."""
    if part.exists() and part.stat().st_size > file.size:
        part.unlink()
    start = part.stat().st_size if part.exists() else 0
    if part.exists() and start == file.size:
        return
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == _RANGE_NOT_SATISFIABLE:
            part.unlink()
            raise httpx.ReadError("the rest of the file is not there")
        response.raise_for_status()
        if response.status_code != _PARTIAL_CONTENT:
            start = 0
        _check_size(response, file, start)
        with part.open("ab" if start else "wb") as out:
            for block in response.iter_raw():
                out.write(block)
                start += len(block)
                advance(file.name, start, file.size)
        if start != file.size:
            raise httpx.ReadError("the transfer ended early")


def _check_size(response: httpx.Response, file: ModelFile, start: int) -> None:
    """Refuse a file of the wrong size before it is transferred."""
    length = response.headers.get("Content-Length")
    if length is not None and int(length) + start != file.size:
        raise SourceError(f"its {file.name} has another size")
