"""First words that a recogniser takes for others, since a command begins without a warning."""

_SOUNDS_LIKE = {
    "and do": "Undo",
    "an do": "Undo",
    "endo": "Undo",
    "and": "Add",
    "at": "Add",
    "ad": "Add",
    "had": "Add",
    "then": "Done",
    "than": "Done",
    "don": "Done",
    "down": "Done",
    "by": "Buy",
    "bye": "Buy",
}


def near_readings(text: str) -> list[str]:
    """Give what may have been said instead of `text`, likeliest first."""
    lowered = text.lower()
    return [
        f"{meant}{text[len(heard) :]}"
        for heard, meant in _SOUNDS_LIKE.items()
        if lowered.startswith(f"{heard} ")
    ]
