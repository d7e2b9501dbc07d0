"""HTML as other programs keep it, as Markdown. What it may do in a browser, it can't do here."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "tr", "pre", "blockquote", "section"})
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "s": "~~", "del": "~~"}
LONGEST = 200_000
"""Characters; longer ones stay as they are."""

_SILENT = frozenset({"script", "style", "head", "title"})
_HEADING = re.compile(r"h([1-6])")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACE = re.compile(r"[ \t\r\n]+")


def to_markdown(html: str) -> str:
    """The text of HTML with its headings, lists, links and marks."""
    if len(html) > LONGEST:
        return html
    if "<" not in html and "&" not in html:
        return html.strip()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (line.rstrip() for line in "".join(reader.pieces).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._links: list[str] = []
        self._counts: list[int | None] = []
        """Of each list that is open: the number of its last item, or None for bullets."""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag in {"ul", "ol"}:
            self._counts.append(0 if tag == "ol" else None)
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append(self._item(given))
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "a":
            self._links.append(given.get("href") or "")
            self.pieces.append("[")
        elif tag == "img":
            self.pieces.append(f"![{given.get('alt') or ''}]({given.get('src') or ''})")
        elif heading := _HEADING.fullmatch(tag):
            self.pieces.append("\n\n" + "#" * int(heading[1]) + " ")
        elif tag in _BLOCKS:
            self.pieces.append("" if self._counts else "\n\n")
        else:
            self.pieces.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"ul", "ol"} and self._counts:
            self._counts.pop()
            self.pieces.append("\n")
        elif tag == "a" and self._links:
            self.pieces.append(f"]({self._links.pop()})")
        elif _HEADING.fullmatch(tag) or tag in _BLOCKS:
            self.pieces.append("" if self._counts else "\n\n")
        else:
            self.pieces.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(_SPACE.sub(" ", data))

    def _item(self, given: dict[str, str | None]) -> str:
        depth = max(0, len(self._counts) - 1)
        mark = "-"
        if self._counts and self._counts[-1] is not None:
            self._counts[-1] += 1
            mark = f"{self._counts[-1]}."
        if "data-checked" in given:
            mark += " [x]" if given["data-checked"] == "true" else " [ ]"
        return f"\n{'  ' * min(depth, 10)}{mark} "
