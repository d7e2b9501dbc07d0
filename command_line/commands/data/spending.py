"""What providers elsewhere have cost this Saydo."""

import msgspec

from command_line.commands.data.models import WORKER
from command_line.connection.this_machine import ask_here, data_here
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, say
from command_line.terminal.tables import show_table

_ROLES = {"stt": "listens", "llm": "thinks", "tts": "speaks", "realtime": "all in one"}


class Used(msgspec.Struct, frozen=True):
    """What was used of a model; tokens are those of text and of sound together."""

    seconds: float = 0.0
    characters: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    audio_in: int = 0
    audio_cached: int = 0
    audio_out: int = 0

    def told(self) -> str:
        """Tell it in words."""
        read = self.tokens_in + self.tokens_cached + self.audio_in + self.audio_cached
        parts = {
            "min of sound": self.seconds / 60,
            "characters": self.characters,
            "tokens read": read,
            "tokens written": self.tokens_out + self.audio_out,
        }
        return ", ".join(
            f"{amount:,.1f} {unit}" if isinstance(amount, float) else f"{amount:,} {unit}"
            for unit, amount in parts.items()
            if amount
        )


class Entry(msgspec.Struct, frozen=True):
    """What one model was used for in one month."""

    role: str
    provider: str
    model: str
    used: Used
    cost_usd: float
    is_priced: bool


class Spent(msgspec.Struct, frozen=True):
    """What providers elsewhere have cost, by month."""

    limit_usd: float | None
    months: dict[str, list[Entry]]


def spending(*, as_json: AsJson = False) -> None:
    """Show what providers elsewhere have cost, by month."""
    data = data_here()
    if data is None:
        raise CommandLineError("What providers cost is written down where Saydo runs: ask there.")
    spent = ask_here(data, Spent, "spending", program=WORKER)
    if as_json:
        print_json(spent)
        return
    if not spent.months:
        say("Nothing was used of any provider elsewhere.")
        return
    rows = [
        (month, _ROLES.get(each.role, each.role), each.model, each.used.told(), _cost(each))
        for month, entries in spent.months.items()
        for each in entries
    ]
    show_table(("month", "", "model", "used", "dollars"), rows)
    for month, entries in spent.months.items():
        say(f"{month}: {sum(each.cost_usd for each in entries):.2f} dollars{_limit(spent)}.")
    if not all(each.is_priced for entries in spent.months.values() for each in entries):
        say("Where a ? stands no price is known: write it into a file that SAYDO_PRICES names.")


def _cost(entry: Entry) -> str:
    return f"{entry.cost_usd:.4f}" if entry.is_priced else "?"


def _limit(spent: Spent) -> str:
    return "" if spent.limit_usd is None else f" of {spent.limit_usd:.2f}"
