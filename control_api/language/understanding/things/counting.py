"""How many, in words."""

from control_api.language.words.language import Language


def count_said(said: str, language: Language) -> int | None:
    """A number of things: "three", "3", "a couple of"; None for anything else."""
    said = said.lower().strip()
    if said.isascii() and said.isdigit():
        return int(said[:6])
    numbers = {word: at for at, word in enumerate(language.numbers)}
    return {**numbers, **language.things.counts}.get(said)
