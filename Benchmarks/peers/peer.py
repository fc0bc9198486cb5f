"""What the peers have in common: read what they are given, check the answer, then take the time."""

import json
import sys
import time
from collections.abc import Callable

LONG = 5.0
"""Seconds that a job may take and be done again."""
LONG_ENOUGH = 0.3
"""Seconds of work after which a job has been repeated often enough."""
OFTEN_ENOUGH = 200


def given() -> dict:
    """The export that the first argument names."""
    with open(sys.argv[1], encoding="utf-8") as file:
        return json.load(file)


def apart(theirs, ours) -> float:
    """The largest difference between two lists of numbers."""
    theirs, ours = list(theirs), list(ours)
    if len(theirs) != len(ours):
        return float("inf")
    return max(abs(float(one) - float(other)) for one, other in zip(theirs, ours))


def report(job: str, work: Callable[[], object], difference: Callable[[object], float], bound: float) -> None:
    """Does a job and compares it with what the program found; where they disagree, its time is kept back.

    Prints one line of JSON: the job, how far answers are apart, what is allowed, and seconds.
    """
    start = time.perf_counter()
    answer = work()
    seconds = [time.perf_counter() - start]
    far = difference(answer)
    # What takes long is done once; of the rest, the first time is left out, when caches were cold.
    if seconds[0] < LONG:
        seconds = []
        while len(seconds) < 3 or sum(seconds) < LONG_ENOUGH and len(seconds) < OFTEN_ENOUGH:
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
    agrees = far <= bound
    print(json.dumps({"job": job, "apart": far, "bound": bound, "seconds": seconds if agrees else []}))
