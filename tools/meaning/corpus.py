"""
Sentences to fit the static model to, from two free packages of Debian, unpacked (`apt-get download`, `dpkg -x FILE.deb DIR`):
wordnet-base 1:3.0 (WordNet's own licence) for what words mean, libreoffice-help-en-us 7.4.7 (MPL-2.0) for how help is worded.

    python tools/meaning/corpus.py --root DIR --out sentences.json

No benchmark's text is among them.
"""

import argparse
import html
import json
import random
import re
from pathlib import Path

SEED = 7
HELP, EXAMPLES, DEFINITIONS = 36_000, 36_000, 48_000
# Shares of definitions that stand beside their word, and that are kept of names of kinds, plants and people. Own choice.
BESIDE_ITS_WORD = 0.7
NAMES_KEPT = 0.2
NAME = re.compile(r"\d{4}|genus|family|plant|species")
BLOCK = re.compile(r"(?s)<(?:p|h1|h2|h3|li)[ >].*?</(?:p|h1|h2|h3|li)>")


def of_wordnet(root: Path, chance: random.Random) -> tuple[set[str], set[str]]:
    definitions, examples = set(), set()
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (root / f"usr/share/wordnet/data.{kind}").read_text().splitlines():
            if line.startswith("  ") or "|" not in line:
                continue
            fields = line.split()
            words = [fields[4 + 2 * i].replace("_", " ").split("(")[0] for i in range(int(fields[3], 16))]
            gloss = line.split("|", 1)[1].strip()
            meaning = re.sub(r'[;,]?\s*"[^"]*"', "", gloss).strip(" ;,")
            if kind == "noun" and NAME.search(meaning) and chance.random() > NAMES_KEPT:
                continue
            word = f"{chance.choice(words)}: " if chance.random() < BESIDE_ITS_WORD else ""
            definitions.add(word + meaning)
            examples.update(one.strip() for one in re.findall(r'"([^"]+)"', gloss) if len(one.split()) > 1)
    return definitions, examples


def of_help(root: Path) -> set[str]:
    sentences = set()
    for page in (root / "usr/share/libreoffice/help/en-US/text").rglob("*.html"):
        if "/sbasic/" in str(page):
            continue
        markup = re.sub(r"(?s)<(script|style).*?</\1>", "", page.read_text(errors="ignore"))
        for block in BLOCK.findall(markup):
            text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", block))).strip()
            sentences.update(one for one in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text) if 3 <= len(one.split()) <= 40)
    return sentences


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, required=True, help="where both packages were unpacked")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    chance = random.Random(SEED)
    definitions, examples = of_wordnet(given.root, chance)
    sentences = []
    for some, most in ((of_help(given.root), HELP), (examples, EXAMPLES), (definitions, DEFINITIONS)):
        some = sorted(some)
        chance.shuffle(some)
        sentences += some[:most]
    chance.shuffle(sentences)
    given.out.write_text(json.dumps(sentences))
    print(f"{given.out}: {len(sentences)} sentences")


if __name__ == "__main__":
    main()
