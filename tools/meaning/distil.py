"""
Makes the static sentence model that the worker ships: a vector a piece of a word, distilled from a sentence encoder.

    pip install -r tools/meaning/requirements.txt
    python tools/meaning/distil.py --tokenizer tokenizer.json --sentences sentences.json --vectors vectors.npy --out FILE

Recipe (Model2Vec's; Tulkens and van Dongen 2024): every piece is encoded alone, principal components keep the first numbers of
its vector, and a piece counts by its rarity (a / (a + p), p by Zipf's law over the vocabulary, which lists frequent pieces
first; Arora, Liang, Ma 2017). From there the rows are fitted to the encoder's vectors of sentences (fit.py, corpus.py), and
each is stored in 8 bits with a scale of its own. The encoder's vectors of the sentences, which take the time (100 a second), are
kept in `--vectors`. Chance is seeded: the same inputs give the same file up to the processor's rounding.
"""

import argparse
import hashlib
import json
import re
import struct
from pathlib import Path

import numpy as np
from encoder import DIMENSIONS, Encoder, tokenizer_of
from fit import components, fitted, unit

MAGIC = b"MENDVEC1"
# Numbers a vector keeps. 128, 192, 256 and 384 tried: from 192 on they rank alike, and the file stays under 8 MB.
KEPT = 192
# Weight of rarity in Arora's sense; .001 and .0001 tried.
RARITY = 1e-4
# The first word of the vocabulary: what stands before are marks and letters.
FIRST_WORD = 1996
# Unused places and marks of the encoder: no text has them.
MARK = re.compile(r"^\[(unused\d+|PAD|UNK|CLS|SEP|MASK)\]$")


def alone(encoder: Encoder, size: int, batch: int = 256) -> np.ndarray:
    """Each piece of the vocabulary encoded as a text of its own."""
    cls, sep = (encoder.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    vectors = np.zeros((size, DIMENSIONS), np.float32)
    for start in range(0, size, batch):
        pieces = np.arange(start, min(size, start + batch))
        ids = np.stack([np.full_like(pieces, cls), pieces, np.full_like(pieces, sep)], 1)
        vectors[pieces] = encoder.mean(ids, np.ones_like(ids))
    return vectors


def rarity(size: int) -> np.ndarray:
    """What each place of the vocabulary counts for, from 0 to 1: rare ones more."""
    rank = np.maximum(np.arange(size) - FIRST_WORD + 1, 1)
    share = 1 / (rank * np.log(size))
    return RARITY / (RARITY + share)


def write(path: Path, pieces: list[str], vectors: np.ndarray) -> None:
    """The file as worker/core/meaning/static-model.ts reads it."""
    names = "\n".join(pieces).encode()
    scales = np.abs(vectors).max(1) / 127
    rows = np.rint(vectors / np.maximum(scales, 1e-12)[:, None]).astype(np.int8)
    head = MAGIC + struct.pack("<III", vectors.shape[1], len(pieces), len(names)) + names
    padding = b"\0" * (-len(head) % 4)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + padding + scales.astype("<f4").tobytes() + rows.tobytes())
    print(f"{path}: {path.stat().st_size} bytes, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True, help="made by corpus.py")
    parser.add_argument("--vectors", type=Path, required=True, help="the encoder's vectors of them: read if there, else made")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    encoder = Encoder(tokenizer_of(given.tokenizer))
    pieces = [encoder.tokenizer.id_to_token(i) for i in range(encoder.tokenizer.get_vocab_size())]
    sentences = json.loads(given.sentences.read_text())
    if not given.vectors.exists():
        np.save(given.vectors, encoder.encode(sentences).astype(np.float16))
    targets = np.load(given.vectors).astype(np.float32)
    middle, directions = components(targets, KEPT)
    words = unit(alone(encoder, len(pieces)))
    start = (words - words[FIRST_WORD:].mean(0)) @ directions * rarity(len(pieces))[:, None]
    said = [one.ids for one in encoder.tokenizer.encode_batch(sentences, add_special_tokens=False)]
    vectors = fitted(start, said, unit((targets - middle) @ directions))
    spoken = [i for i, piece in enumerate(pieces) if not MARK.match(piece)]
    write(given.out, [pieces[i] for i in spoken], vectors[spoken])


if __name__ == "__main__":
    main()
