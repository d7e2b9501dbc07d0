"""Numbers as English words: how many, which one of a row, which year, digit by digit."""

from agent_worker.speaking.forms.tables import ORDINALS, SMALL_NUMBERS, TENS

_GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_LARGEST = 10**12
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_TWO_THOUSANDS = range(2000, 2010)


def cardinal(number: int) -> str:
    """How many: "one hundred five". From a trillion on, the digits one by one."""
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number >= _LARGEST:
        return digit_by_digit(str(number))
    if number < _TWENTY:
        return SMALL_NUMBERS[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, _TEN)
        return TENS[tens - 2] + (f"-{SMALL_NUMBERS[ones]}" if ones else "")
    size, name = next(group for group in _GROUPS if group[0] <= number)
    count, rest = divmod(number, size)
    return f"{cardinal(count)} {name}" + (f" {cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """Which one of a row: "twenty-second"."""
    words = cardinal(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in ORDINALS:
        return words[:start] + ORDINALS[last]
    return words[:-1] + "ieth" if words.endswith("y") else words + "th"


def year(number: int) -> str:
    """A year of four digits: "twenty twenty-six", "nineteen oh five", "two thousand one"."""
    century, rest = divmod(number, _HUNDRED)
    if number in _TWO_THOUSANDS:
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {with_oh(rest)}"


def with_oh(number: int) -> str:
    """The last two digits of a year or a time: "oh five", "thirty"."""
    return f"oh {cardinal(number)}" if number < _TEN else cardinal(number)


def digit_by_digit(text: str) -> str:
    """Each digit of `text` by its name; what is no digit is left out."""
    return " ".join(SMALL_NUMBERS[int(each)] for each in text if each in "0123456789")


def letters(text: str) -> str:
    """Each letter by its name; the voice would take a lone "A" for the article."""
    return " ".join("eigh" if each == "A" else each for each in text.upper())


def decimal(text: str) -> str:
    """A number as it is written, with commas and a point: "one thousand point two five"."""
    whole, _, places = text.replace(",", "").partition(".")
    words = cardinal(int(whole or "0"))
    return f"{words} point {digit_by_digit(places)}" if places else words
