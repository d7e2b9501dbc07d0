"""A voice turn as the caller hears it: last voiced sample published to first audible one heard."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import msgspec
import numpy as np

from agent_worker.thinking.honesty import NOT_UNDERSTOOD
from bench.conversation.caller import Caller
from bench.conversation.signal import Samples, read_wave, voiced_span
from bench.conversation.speech import VOICE_RATE, spoken
from bench.equipment.results import Figure, figure

REPLY_DEADLINE_S = 12.0
QUIET_S = 1.2
COMMANDS = (
    "Remind me to call Sarah tomorrow at three.",
    "Actually make it Friday.",
    "What's on for Friday?",
    "Add milk to my shopping list.",
    "Done with calling Sarah.",
    "Undo that.",
    "I need to renew my passport by the end of the month.",
    "What do I have to do this week?",
    "Put the dentist on Monday at ten thirty.",
    "Move the dentist to Wednesday.",
    "Rename the dentist to the orthodontist.",
    "Remind me to water the plants tonight.",
    "What's on my shopping list?",
    "Delete the orthodontist.",
    "Undo that.",
    "Add a task to send the invoice on the first of December.",
)
PAUSED = (
    ("Remind me to call", "Sarah tomorrow at three."),
    ("Add milk and", "bread to my shopping list."),
    ("Put the dentist on", "Monday at ten thirty."),
    ("Move the dentist", "to Wednesday."),
    ("I need to", "renew my passport by Friday."),
    ("What do I have to do", "this week?"),
    ("Remind me tomorrow", "to water the plants."),
    ("Rename the dentist to", "the orthodontist."),
    ("What's on my", "shopping list?"),
    ("Add a task to send the invoice", "on the first of December."),
)
PAUSES_S = (0.3, 0.5)


class Turn(msgspec.Struct):
    """One utterance and what came of it."""

    said: str
    caller_ms: float
    heard_as: list[str]
    """What the recogniser made of it, piece by piece."""
    reply: str = ""


def human_recordings(folder: Path, count: int) -> list[tuple[str, Samples, int]]:
    """People's commands from the optional recordings beside the project."""
    files = sorted(path for path in folder.glob("*.wav") if "noise" not in path.stem)[:count]
    return [(path.stem[:8], *read_wave(path)) for path in files]


def local_commands(rounds: int) -> list[tuple[str, Samples, int]]:
    """Say the commands above in the local voice."""
    return [(text, spoken(text), VOICE_RATE) for _ in range(rounds) for text in COMMANDS]


def paused_commands() -> list[tuple[str, Samples, int]]:
    """Say commands with a pause inside, as who thinks while speaking."""
    return [
        (f"{first} ... {rest}", _with_pause(first, rest, pause_s), VOICE_RATE)
        for pause_s in PAUSES_S
        for first, rest in PAUSED
    ]


def _with_pause(first: str, rest: str, pause_s: float) -> Samples:
    """Both parts, the first one as it sounds when more follows, `pause_s` between their voices."""
    begun, ended = spoken(f"{first},"), spoken(rest)
    quiet = np.zeros(int(VOICE_RATE * pause_s), np.int16)
    until, since = voiced_span(begun, VOICE_RATE)[1], voiced_span(ended, VOICE_RATE)[0]
    return np.concatenate([begun[:until], quiet, ended[since:]])


async def one_turn(caller: Caller, said: str, speech: Samples, rate: int) -> Turn | None:
    """Speak, and wait for the whole reply; None when none came."""
    began = time.monotonic()
    end = await caller.begin_saying(speech, rate)
    give_up = end + REPLY_DEADLINE_S
    await caller.wait_for(
        lambda: caller.first_audible(end) is not None or time.monotonic() > give_up, "no reply"
    )
    first = caller.first_audible(end)
    if first is None:
        return None
    await caller.wait_for(
        lambda: time.monotonic() - (caller.last_audible(end) or first) > QUIET_S, "never quiet"
    )
    heard = [
        line.text
        for line in caller.lines.values()
        if line.speaker == caller.identity and line.at > began and line.text
    ]
    early = caller.first_audible(began + 0.3)
    spoke_over = early is not None and early < end
    reply = (caller.agent_lines() or [""])[-1]
    return Turn(said, 0.0 if spoke_over else (first - end) * 1000, heard, reply)


async def turns(
    conversation: AbstractAsyncContextManager[Caller],
    utterances: Sequence[tuple[str, Samples, int]],
    name: str,
) -> Figure:
    """All utterances in one conversation: how long the caller waits, how often it is cut off."""
    done: list[Turn] = []
    silent = 0
    async with conversation as caller:
        await asyncio.sleep(1)
        for said, speech, rate in utterances:
            turn = await one_turn(caller, said, speech, rate)
            if turn is None:
                silent += 1
            else:
                done.append(turn)
    cut = sum(turn.caller_ms == 0 for turn in done)
    in_pieces = sum(len(turn.heard_as) > 1 for turn in done)
    whole = [turn.caller_ms for turn in done if turn.caller_ms > 0]
    rate_of_cuts = round(cut / max(len(done), 1), 3)
    lost = sum(turn.reply == NOT_UNDERSTOOD for turn in done)
    return figure(
        name,
        "ms",
        whole,
        false_cut_offs=rate_of_cuts,
        heard_in_pieces=in_pieces,
        no_reply=silent,
        not_understood=lost,
    )
