"""The core measured in its own process, and the peers that do the same job: both in one run."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from processes import CannotRun, Figure

PEERS = ["monte_carlo", "poisson_binomial", "power_by_bdd", "power_by_indices", "challenge"]


@dataclass(frozen=True)
class Peer:
    """What somebody else's program took for a job, and how far its answer was from ours."""

    job: str
    """Which benchmark it is the same job as."""
    name: str
    apart: float
    bound: float
    figure: Figure | None
    """In seconds; None where the answers disagree."""


def swift(verb: list[str]) -> str:
    """What a Swift tool prints for the package of benchmarks."""
    ran = subprocess.run(["swift", *verb], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise CannotRun(f"swift {' '.join(verb)}: {(ran.stderr or ran.stdout).strip()[-300:]}")
    return ran.stdout


PLACE = ["--package-path", "Benchmarks", "--scratch-path", ".build-benchmarks"]


def times() -> dict[str, Figure]:
    """By benchmark what the core took, in seconds: least, middle and most."""
    said = swift(["package", *PLACE, "benchmark", "--format", "jmh", "--path", "stdout", "--quiet"])
    start = said.find("[{")
    if start < 0:
        raise CannotRun(f"the benchmarks of the core print no figures: {said.strip()[-300:]}")
    figures = {}
    for entry in json.JSONDecoder().raw_decode(said[start:])[0]:
        measured = entry["secondaryMetrics"]["Time (wall clock)"]["scorePercentiles"]
        values = tuple(measured[each] / 1e6 for each in ["0.0", "50.0", "100.0"])
        name = entry["benchmark"].split(".Core.")[-1]
        # Some are too short for a clock and are done a thousand times over.
        name, _, often = name.replace("_", " ").partition(" x")
        figures[name] = Figure(tuple(value / int(often or 1) for value in values))
    return figures


def export(file: Path) -> None:
    """Writes what peers are given, with the answers of the program."""
    swift(["build", "-c", "release", *PLACE, "--product", "Export"])
    where = swift(["build", "-c", "release", *PLACE, "--show-bin-path"]).strip()
    ran = subprocess.run([f"{where}/Export"], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise CannotRun(f"the export for peers: {ran.stderr.strip()[-300:]}")
    file.write_text(ran.stdout, encoding="utf-8")


def peers(python: str, given: Path) -> tuple[list[Peer], list[str]]:
    """What the peers took, and what kept others from running."""
    found: list[Peer] = []
    problems: list[str] = []
    # One core for us, one core for them.
    alone = dict(os.environ) | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    for name in PEERS:
        command = [python, f"Benchmarks/peers/{name}.py", str(given)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=alone)
        if ran.returncode != 0:
            problems.append(f"peers/{name}.py: {ran.stderr.strip().splitlines()[-1:]}")
        for line in ran.stdout.splitlines():
            told = json.loads(line)
            job, _, who = told["job"].partition(" by ")
            seconds = told["seconds"]
            figure = Figure(tuple(seconds)) if seconds else None
            found.append(Peer(job, who, told["apart"], told["bound"], figure))
    return found, problems
