"""Voting power in bodies with weighted votes, with power-bdd: both indices from one diagram.

    python3 power_by_bdd.py EXPORT
"""

import sys

from power_bdd.bdd import BDD, WeightedGame

from peer import apart, given, report


def power(chamber: dict) -> tuple[list[float], list[float]]:
    """The indices of Banzhaf, as absolute ones, and of Shapley and Shubik."""
    # It changes the list that it is given.
    diagram = BDD(WeightedGame(chamber["quota"], list(chamber["votes"])))
    return diagram.calc_banzhaf(), diagram.calc_shapley()


def main() -> None:
    sys.setrecursionlimit(10_000)
    for chamber in given()["chambers"]:
        report(
            f"power/{len(chamber['votes'])} by power-bdd",
            lambda chamber=chamber: power(chamber),
            lambda found, chamber=chamber: max(
                apart(found[0], chamber["decisive"]), apart(found[1], chamber["shapleyShubik"])
            ),
            1e-9,
        )


if __name__ == "__main__":
    main()
