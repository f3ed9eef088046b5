"""Fits a vector a piece, so that the sum of a sentence's lies near the encoder's vector of the sentence."""

import numpy as np
from scipy.sparse import csr_matrix

SEED = 7
# Adam (Kingma and Ba 2015) as its authors set it; rate and passes where held-out sentences came nearest, of three tried.
RATE = 3e-3
PASSES = 2
BATCH = 2_048
# Sentences that the fit doesn't see, to tell how near it comes.
HELD_OUT = 4_000
# Sentences that the principal components are taken from.
FOR_COMPONENTS = 20_000


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def components(vectors: np.ndarray, kept: int) -> tuple[np.ndarray, np.ndarray]:
    """The middle of the encoder's sentence vectors, and their first principal components."""
    middle = vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors[:FOR_COMPONENTS] - middle, full_matrices=False)
    return middle, directions[:kept].T


def fitted(start: np.ndarray, pieces: list[list[int]], targets: np.ndarray) -> np.ndarray:
    """The rows of `start`, moved so that 1 - cosine of sums and targets (unit vectors) is least over the sentences."""
    ends = np.cumsum([0, *(len(ids) for ids in pieces)])
    counts = csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(pieces), ends), (len(pieces), len(start)))
    rows = start.astype(np.float32)
    first, second = np.zeros_like(rows), np.zeros_like(rows)
    order, chance = np.arange(HELD_OUT, len(pieces)), np.random.default_rng(SEED)
    steps = PASSES * (len(order) // BATCH)

    def near() -> float:
        return float((unit(counts[:HELD_OUT] @ rows) * targets[:HELD_OUT]).sum(1).mean())

    print(f"cosine of held-out sentences to the encoder's: {near():.4f}")
    for step in range(1, steps + 1):
        at = (step - 1) % (steps // PASSES)
        if at == 0:
            chance.shuffle(order)
        some = order[at * BATCH : (at + 1) * BATCH]
        sums = counts[some] @ rows
        length = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        cosine = (sums / length * targets[some]).sum(1, keepdims=True)
        slope = counts[some].T @ ((cosine * sums / length - targets[some]) / length) / BATCH
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        rate = RATE * (1 - step / (steps + 1))
        rows -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    print(f"after the fit: {near():.4f}")
    return rows
