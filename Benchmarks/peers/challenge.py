"""One round of the challenge model as written, over all triples, with plain numpy.

    python3 challenge.py EXPORT

The same reading as `Challenge.Reading.published`: whoever would win most is worked out from everybody's support
in every contest of two, which takes the cube of the members.
"""

import numpy as np

from peer import apart, given, report


def support(distances: np.ndarray, weights: np.ndarray, exponents: np.ndarray) -> np.ndarray:
    """By pair the chance that the first wins against the second."""
    losses = weights[:, None] * distances ** exponents[:, None]
    # By member and pair: what the member has less to lose by the first than by the second.
    better = losses[:, None, :] - losses[:, :, None]
    for_first = np.maximum(better, 0).sum(axis=0)
    both = for_first + for_first.T
    return np.divide(for_first, both, out=np.zeros_like(both), where=both > 0)


def worths(distances, saliences, chances, exponents):
    """By pair what its own challenge, and one by the other, is worth to the first."""
    powers = exponents[:, None]
    success = 2 - 4 * (0.5 - 0.5 * distances) ** powers
    failure = 2 - 4 * (0.5 + 0.5 * distances) ** powers
    standstill = 2 - 4 * 0.5**powers

    def worth(resistance, chance):
        contested = resistance * (chance * success + (1 - chance) * failure)
        return contested + (1 - resistance) * success - standstill

    return worth(saliences[None, :], chances), worth(saliences[:, None], chances.T)


def moved(positions: np.ndarray, influences: np.ndarray, saliences: np.ndarray) -> np.ndarray:
    """Where each stands after the best offer that it sees."""
    places = (positions - positions.min()) / (positions.max() - positions.min())
    distances = np.abs(places[:, None] - places[None, :])
    weights = influences * saliences
    exponents = np.ones(len(places))
    _, dangers = worths(distances, saliences, support(distances, weights, exponents), exponents)
    np.fill_diagonal(dangers, 0)
    danger = dangers.sum(axis=1)
    most, least = danger.max(), danger.min()
    if most > least:
        risk = (2 * danger - most - least) / (most - least)
        exponents = (1 - risk / 3) / (1 + risk / 3)
    own, others = worths(distances, saliences, support(distances, weights, exponents), exponents)
    differs = (distances > 0) & (others > 0)
    confronts = differs & (own > 0) & (others > own)
    compromises = differs & (own < 0) & (others > -own)
    capitulates = differs & (own < 0) & (others < -own)
    away = positions[None, :] - positions[:, None]
    steps = np.where(compromises, away * np.divide(-own, others, out=np.zeros_like(own), where=others > 0), away)
    # The first kind before the next, and of a kind the least step.
    kinds = np.select([confronts, compromises, capitulates], [0, 1, 2], 3)
    best = kinds.min(axis=1)
    sizes = np.where(kinds == best[:, None], np.abs(steps), np.inf)
    chosen = steps[np.arange(len(places)), sizes.argmin(axis=1)]
    return np.where(best < 3, positions + chosen, positions)


def main() -> None:
    for group in given()["challenges"]:
        positions, influences, saliences = (
            np.array(group[name], dtype=float) for name in ["positions", "influences", "saliences"]
        )
        report(
            f"challenge/{len(positions)} by numpy",
            lambda: moved(positions, influences, saliences),
            lambda found: apart(found, group["after"]),
            1e-9,
        )


if __name__ == "__main__":
    main()
