"""Keeps the translations in step with the source: python packaging/translations COMMAND.

update            take up new texts in every .ts file, write the list of sentences, and compile the .qm files
compile           compile the .qm files alone, after Qt Linguist saved a .ts file
open LANGUAGE     print every text that is not translated yet, as JSON: {"English": ""}
take LANGUAGE FILE   fill in translations from such a JSON file, wherever the text has none, and compile
"""

import json
import sys
from pathlib import Path

import linguist
from sentences import find_sentences
from window_texts import find_window_texts

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hub_desktop"
FOLDER = ROOT / "resources" / "translations"
SENTENCES = FOLDER / "sentences.json"
CONTEXT = "sentences"
LANGUAGES = {"hi": "hi_IN"}


def ts_file(language: str) -> Path:
    """Return the file that a translator works on."""
    return FOLDER / f"hub-desktop_{language}.ts"


def wanted() -> dict[tuple[str, str], str]:
    """Return every text that is to be translated, with the file it stands in."""
    sentences = find_sentences(PACKAGE)
    found = {(CONTEXT, template): sentences.places[template] for template in sentences}
    return {**find_window_texts(PACKAGE), **found}


def sentence_list() -> str:
    """Return the file from which the window knows the sentences: each template with the kinds of its placeholders."""
    lines = [
        json.dumps([template, kinds], ensure_ascii=False) for template, kinds in sorted(find_sentences(PACKAGE).items())
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def update() -> None:
    """Bring the files in step with the source."""
    FOLDER.mkdir(exist_ok=True)
    SENTENCES.write_text(sentence_list(), "utf-8")
    texts = wanted()
    for language, name in LANGUAGES.items():
        catalogue = linguist.read(ts_file(language), name)
        catalogue.bring_up_to_date(texts)
        _write(catalogue, language)


def _write(catalogue: linguist.Catalogue, language: str) -> None:
    file = ts_file(language)
    file.write_text(linguist.written(catalogue), "utf-8")
    linguist.compile_file(file, file.with_suffix(".qm"))
    present = [message for message in catalogue.messages.values() if not message.gone]
    done = sum(bool(message.translation) for message in present)
    say(f"{file.name}: {done:,} of {len(present):,} texts translated")


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def main(words: list[str]) -> int:
    """Do what the words ask for; return the exit status."""
    match words:
        case ["update"]:
            update()
        case ["compile"]:
            for language in LANGUAGES:
                linguist.compile_file(ts_file(language), ts_file(language).with_suffix(".qm"))
        case ["open", language] if language in LANGUAGES:
            catalogue = linguist.read(ts_file(language), LANGUAGES[language])
            missing = {one.source: "" for one in catalogue.messages.values() if not one.translation and not one.gone}
            say(json.dumps(missing, ensure_ascii=False, indent=1))
        case ["take", language, file] if language in LANGUAGES:
            catalogue = linguist.read(ts_file(language), LANGUAGES[language])
            catalogue.take(json.loads(Path(file).read_text("utf-8")))
            _write(catalogue, language)
        case _:
            say(__doc__ or "")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
