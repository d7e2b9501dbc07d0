"""What a recogniser may have misheard in words that are no command."""

from control_api.language.words.language import Language


def sound_alikes(text: str, language: Language) -> list[str]:
    """Give what may have been said instead of `text`, likeliest first.

    Only the first words are replaced: a command begins without a warning, and its end is rarely
    misheard.
    """
    lowered = text.lower()
    return [
        f"{meant}{text[len(heard) :]}"
        for heard, meant in language.sound_alikes.items()
        if lowered.startswith(f"{heard} ")
    ]
