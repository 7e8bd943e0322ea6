"""The marks of Markdown taken off a text: headings, bold, italics, links, quotes, list items. The words stay."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1(?![\w*])")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*\n]+?)(?<=[^\s*_])\1(?![\w*])")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^()\s]+(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\((?:https?://|/|#|mailto:)[^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_LINE_START = re.compile(r"^[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+(?=\S))+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def is_marked(text: str) -> bool:
    """Whether a text is surely written in Markdown: it has a heading, words in bold, or a link of its kind."""
    return any(mark.search(text) for mark in (_HEADING, _BOLD, _LINK))


def unmarked(text: str) -> str:
    """`text` without the marks of Markdown; its lines stay lines."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _LINE_START.sub("", _HEADING_END.sub("", _HEADING.sub("", text)) if _HEADING.search(text) else text)
    for mark in (_BOLD, _ITALIC):
        text = mark.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text)
