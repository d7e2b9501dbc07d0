"""How to reach somebody, as it is said: e-mail and web addresses, telephone numbers, streets."""

import re

from agent_worker.speaking.forms.numbers import digit_by_digit, letters
from agent_worker.speaking.forms.tables import BEFORE_NAMES, STREETS, one_of

_SIGNS = {".": "dot", "_": "underscore", "-": "dash", "+": "plus", "/": "slash", "~": "tilde"}
_COUNTRY = 2
"""Letters of a country's ending, which are said one by one: "D E"."""
_DIGITS_OF_A_PHONE = 7

_EMAIL = re.compile(r"(?<![\w.+-])(?P<who>[\w.+-]+)@(?P<where>[\w-]+(?:\.[\w-]+)+)")
_WEB = re.compile(
    r"\b(?:https?://(?:www\.)?|www\.)(?P<host>[\w-]+(?:\.[\w-]+)*)(?P<path>(?:/[^\s/?#,;!\"')]*)*)"
    r"(?:[?#][^\s,;!\"')]*)?"
)
_BARE = re.compile(
    r"(?<![\w@./-])(?P<host>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|app|io|de|uk|eu|fr|es|gov|edu))"
    r"(?P<path>(?:/[\w.~-]*)*)(?![\w@])"
)
_PHONE = re.compile(
    r"(?<![\w.,+/-])(?:\+\d[\d ()/-]{5,}\d|\(\d{2,5}\)[\d /-]{4,}\d|0\d{1,5}[ /-]\d[\d /-]{2,}\d"
    r"|0\d{6,}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4})(?![\w-]|[.,:]\d)"
)
_STREET = re.compile(
    rf"(?P<name>\d+\w?(?: [A-Z][\w'-]+)+|(?<=[a-z,] )[A-Z][\w'-]+) (?P<kind>{one_of(STREETS)})\b\.?"
)
_TITLE = re.compile(rf"\b(?P<title>{one_of(BEFORE_NAMES)})\b\.?(?= [A-Z]| and (?:Mrs|Ms|Dr)\b)")


def say_contacts(text: str) -> str:
    """E-mail and web addresses and telephone numbers."""
    text = _EMAIL.sub(lambda m: f"{_spelt(m['who'])} at {_host(m['where'])}", text)
    text = _WEB.sub(_web, text)
    text = _BARE.sub(_web, text)
    return _PHONE.sub(_phone, text)


def say_titles_and_streets(text: str) -> str:
    """The "Dr." before a name and the "St." behind one."""
    text = _STREET.sub(lambda m: f"{m['name']} {STREETS[m['kind']]}", text)
    return _TITLE.sub(lambda m: BEFORE_NAMES[m["title"]], text)


def _web(found: re.Match[str]) -> str:
    path = found["path"].rstrip("/.")
    end = found[0][len(found[0].rstrip(".")) :]
    return _host(found["host"]) + _spelt(path, first=" ") + end


def _host(host: str) -> str:
    *labels, last = host.split(".")
    ending = letters(last) if len(last) == _COUNTRY else last
    return _spelt(".".join([*labels, ""])) + ending


def _spelt(text: str, *, first: str = "") -> str:
    """Words and figures as they are, marks by their names."""
    said = "".join(f" {_SIGNS[each]} " if each in _SIGNS else each for each in text)
    return first + said.lstrip() if said else ""


def _phone(found: re.Match[str]) -> str:
    text = found[0]
    if sum(each.isdigit() for each in text) < _DIGITS_OF_A_PHONE:
        return text
    plus = "plus " if text.startswith("+") else ""
    groups = re.findall(r"\d+", text)
    return plus + ", ".join(digit_by_digit(group) for group in groups)
