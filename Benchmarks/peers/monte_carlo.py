"""The chance of adoption by drawing votes of the same room at random with numpy.

    python3 monte_carlo.py EXPORT

As many draws as make the standard error 0.0005, so that three digits hold: p · (1 − p) / 0.0005². The answer
has to be within four standard errors of the program's, which has nine digits.
"""

import numpy as np

from peer import given, report

ERROR = 0.0005
BATCH = 2_000
"""Few draws at once, so that the arrays stay small."""


def draws(chance: float) -> int:
    """How many draws make the standard error what it is to be."""
    return max(1_000, round(chance * (1 - chance) / ERROR**2))


def drawn_chance(room: dict, count: int) -> float:
    """The share of drawn votes that adopt."""
    leanings = np.array(room["leanings"])
    absences = np.array(room["absences"])
    blocs = np.array(room["blocs"])
    disciplines = np.array(room["disciplines"])
    influences = np.array(room["influences"])
    # What a bloc leans to as one: the mean of its members by influence.
    united = np.bincount(blocs, influences * leanings) / np.bincount(blocs, influences)
    edge = room["indifference"]
    generator = np.random.default_rng(1)
    adopted = done = 0
    while done < count:
        batch = min(BATCH, count - done)
        common = room["commonShock"] * generator.standard_normal((batch, 1))
        shared = room["blocShock"] * generator.standard_normal((batch, len(disciplines)))
        alone = leanings + generator.logistic(size=(batch, len(leanings)))
        as_one = united + generator.logistic(size=(batch, len(disciplines)))
        together = generator.random((batch, len(disciplines))) < disciplines
        latent = common + shared[:, blocs] + np.where(together[:, blocs], as_one[:, blocs], alone)
        is_present = generator.random((batch, len(leanings))) >= absences
        yes = np.count_nonzero((latent > edge) & is_present, axis=1)
        no = np.count_nonzero((latent < -edge) & is_present, axis=1)
        adopted += int(np.count_nonzero((yes > 0) & (yes >= 2 * no)))
        done += batch
    return adopted / count


def main() -> None:
    room = given()["vote"]
    count = draws(room["adoption"])
    report(
        f"forecast/hanoi by numpy, {count:,} draws",
        lambda: drawn_chance(room, count),
        lambda chance: abs(chance - room["adoption"]),
        4 * ERROR,
    )


if __name__ == "__main__":
    main()
