"""The command about how one is spoken with."""

from typing import Annotated

import typer
from msgspec import UNSET

from command_line.connection.api import ask
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json
from command_line.terminal.tables import show_table
from shared.turns import Transcripts
from shared.voice_settings import RANGES, WORDS, VoiceSettings, VoiceSettingsChanges


def _within(name: str) -> str:
    least, most = RANGES[name]
    return f"{least} to {most}"


def settings(  # noqa: PLR0913 (each is an option)
    *,
    speed: Annotated[
        float | None, typer.Option(help=f"Of the voice, {_within('speed')}; 1 is as usual.")
    ] = None,
    patience: Annotated[
        float | None,
        typer.Option(help=f"So many times the usual silence, {_within('patience')}."),
    ] = None,
    sensitivity: Annotated[
        str | None, typer.Option(help=f"Of the microphone: {', '.join(WORDS['sensitivity'])}.")
    ] = None,
    microphone: Annotated[
        str | None, typer.Option(help=f"When it listens: {', '.join(WORDS['microphone'])}.")
    ] = None,
    sleep_after: Annotated[
        int | None, typer.Option(help="Minutes of silence that end a conversation; 0: none.")
    ] = None,
    longest: Annotated[
        int | None, typer.Option(help="Minutes that a conversation may last; 0: any.")
    ] = None,
    hearing_leaves: Annotated[
        str | None,
        typer.Option(help=f"Whether your voice may leave: {', '.join(WORDS['hearing_leaves'])}."),
    ] = None,
    thinking_leaves: Annotated[
        str | None,
        typer.Option(help=f"Whether your words may: {', '.join(WORDS['thinking_leaves'])}."),
    ] = None,
    speaking_leaves: Annotated[
        str | None,
        typer.Option(help=f"Whether my answers may: {', '.join(WORDS['speaking_leaves'])}."),
    ] = None,
    keep_words: Annotated[
        int | None, typer.Option(help="Days for which what you say is kept; 0: not at all.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show how you are spoken with, or change it; it holds from the next turn on."""
    body = VoiceSettingsChanges(
        speed=UNSET if speed is None else speed,
        patience=UNSET if patience is None else patience,
        sensitivity=UNSET if sensitivity is None else sensitivity,
        microphone=UNSET if microphone is None else microphone,
        sleep_after_min=UNSET if sleep_after is None else sleep_after,
        longest_min=UNSET if longest is None else longest,
        hearing_leaves=UNSET if hearing_leaves is None else hearing_leaves,
        thinking_leaves=UNSET if thinking_leaves is None else thinking_leaves,
        speaking_leaves=UNSET if speaking_leaves is None else speaking_leaves,
    )
    if body == VoiceSettingsChanges():
        found = ask("GET", "me/settings", VoiceSettings)
    else:
        found = ask("PATCH", "me/settings", VoiceSettings, body=body)
    kept = _keep(keep_words)
    if as_json:
        print_json(found)
        return
    _show(found, kept)


def _show(found: VoiceSettings, kept: Transcripts) -> None:
    rows = [
        ("speed", f"{found.speed:g}"),
        ("patience", f"{found.patience:g}"),
        ("sensitivity", found.sensitivity),
        ("microphone", found.microphone),
        ("sleeps after", _minutes(found.sleep_after_min)),
        ("lasts at most", _minutes(found.longest_min)),
        ("voice leaves", found.hearing_leaves),
        ("words leave", found.thinking_leaves),
        ("answers leave", found.speaking_leaves),
        ("keeps words for", f"{kept.keep_days} days" if kept.keep_days else "no time"),
    ]
    show_table(("", ""), rows)


def _keep(days: int | None) -> Transcripts:
    if days is None:
        return ask("GET", "me/transcripts", Transcripts)
    return ask("PUT", "me/transcripts", Transcripts, body=Transcripts(days))


def _minutes(minutes: int) -> str:
    return f"{minutes} minutes" if minutes else "any time"
