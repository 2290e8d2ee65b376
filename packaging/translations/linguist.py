"""Files of Qt Linguist: read, brought up to date, written, and compiled."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import PySide6


@dataclass
class Message:
    """One text and its translation; empty where there is none yet."""

    source: str
    translation: str = ""
    place: str = ""
    """The file below hub_desktop it stands in."""
    gone: bool = False
    """No longer in the source; kept for the translator, and left out of what is compiled."""


@dataclass
class Catalogue:
    """All messages of one language, by context and text."""

    language: str
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)

    def bring_up_to_date(self, wanted: Mapping[tuple[str, str], str]) -> None:
        """Take up what is new in the source, and mark what is no longer in it.

        A text that is already translated the same way everywhere else is translated so here too.
        """
        for key, message in self.messages.items():
            message.gone = key not in wanted
        for key, place in wanted.items():
            message = self.messages.setdefault(key, Message(key[1]))
            message.place = place
        for key in [key for key, message in self.messages.items() if message.gone and not message.translation]:
            del self.messages[key]
        known: dict[str, set[str]] = {}
        for message in self.messages.values():
            if message.translation:
                known.setdefault(message.source, set()).add(message.translation)
        for message in self.messages.values():
            others = known.get(message.source, set())
            if not message.translation and len(others) == 1:
                message.translation = next(iter(others))

    def take(self, translations: Mapping[str, str]) -> int:
        """Fill in translations by text, in every context that lacks one; return how many messages they filled."""
        filled = 0
        for message in self.messages.values():
            said = translations.get(message.source, "")
            if said and not message.gone and not message.translation:
                message.translation = said
                filled += 1
        return filled


def read(file: Path, language: str) -> Catalogue:
    """Return what a .ts file holds; nothing where there is none yet."""
    catalogue = Catalogue(language)
    if not file.exists():
        return catalogue
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for node in context.iter("message"):
            source, translation, location = (
                node.findtext("source") or "",
                node.find("translation"),
                node.find("location"),
            )
            said = (translation.text or "") if translation is not None else ""
            gone = translation is not None and translation.get("type") in {"vanished", "obsolete"}
            place = (location.get("filename") or "").removeprefix("../../hub_desktop/") if location is not None else ""
            catalogue.messages[name, source] = Message(source, said, place, gone)
    return catalogue


def written(catalogue: Catalogue) -> str:
    """Return the text of a .ts file, always in the same order."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{catalogue.language}" sourcelanguage="en">')
    contexts: dict[str, list[Message]] = {}
    for (context, _), message in sorted(catalogue.messages.items()):
        contexts.setdefault(context, []).append(message)
    for context, messages in contexts.items():
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for message in messages:
            kind = ' type="vanished"' if message.gone else "" if message.translation else ' type="unfinished"'
            lines += ["    <message>", f"        <source>{escape(message.source)}</source>"]
            if message.place:
                lines.insert(-1, f'        <location filename="../../hub_desktop/{escape(message.place)}"/>')
            lines += [f"        <translation{kind}>{escape(message.translation)}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def compile_file(source: Path, target: Path) -> None:
    """Make the .qm file of a .ts file; raise CalledProcessError where lrelease refuses it."""
    tools = Path(PySide6.__file__).parent
    lrelease = next(tools / name for name in ("lrelease", "lrelease.exe") if (tools / name).exists())
    subprocess.run([lrelease, "-silent", str(source), "-qm", str(target)], check=True)  # noqa: S603
