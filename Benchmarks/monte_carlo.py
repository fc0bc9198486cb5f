"""The yardstick for one forecast: the same vote of the same room, drawn at random with numpy.

    python3 monte_carlo.py INPUT

INPUT is a JSON file with `gains`, `absences`, `influences` and `blocs` (one entry a state),
`disciplines` by bloc, the constants of the model, and `draws`. Prints JSON: the chance of adoption by two thirds, its standard error, and the
seconds that drawing and counting took by the clock and of the processor, without start-up and
reading.
"""

import json
import sys
import time

import numpy as np


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    start, worked = time.perf_counter(), time.process_time()
    leanings = given["sensitivity"] * np.array(given["gains"]) + given["valence"]
    absences = np.array(given["absences"])
    names = sorted(set(given["blocs"]))
    blocs = np.array([names.index(bloc) for bloc in given["blocs"]])
    disciplines = np.array([given["disciplines"].get(name, 0) for name in names])
    influences = np.array(given["influences"])
    # What a bloc leans to as one: the mean of its members by influence.
    united = np.bincount(blocs, influences * leanings) / np.bincount(blocs, influences)
    edge = given["indifference"]
    generator = np.random.default_rng(1)
    draws = given["draws"]
    adopted = 0
    done = 0
    while done < draws:
        # Few draws at once, so that the arrays stay small.
        batch = min(2_000, draws - done)
        shape = (batch, len(leanings))
        common = given["commonShock"] * generator.standard_normal((batch, 1))
        shared = given["blocShock"] * generator.standard_normal((batch, len(names)))
        alone = leanings + generator.logistic(size=shape)
        as_one = united + generator.logistic(size=(batch, len(names)))
        together = generator.random((batch, len(names))) < disciplines
        latent = common + shared[:, blocs] + np.where(together[:, blocs], as_one[:, blocs], alone)
        is_present = generator.random(shape) >= absences
        yes = np.count_nonzero((latent > edge) & is_present, axis=1)
        no = np.count_nonzero((latent < -edge) & is_present, axis=1)
        adopted += int(np.count_nonzero((yes > 0) & (yes >= 2 * no)))
        done += batch
    chance = adopted / draws
    seconds, processor = time.perf_counter() - start, time.process_time() - worked
    error = (chance * (1 - chance) / draws) ** 0.5
    print(json.dumps({"chance": chance, "error": error, "seconds": seconds, "processor": processor}))


if __name__ == "__main__":
    main()
