"""Voting power in bodies with weighted votes, with powerindices.

    python3 power_by_indices.py EXPORT

It counts coalitions in 64 bits, so that more than 62 members are out of its reach.
"""

from powerindices import compute_pbi, compute_ssi

from peer import apart, given, report

MOST = 62


def power(chamber: dict) -> tuple[list[float], list[float]]:
    """The indices of Banzhaf, as absolute ones, and of Shapley and Shubik."""
    quota, votes = chamber["quota"], chamber["votes"]
    # It may change the lists that it is given.
    return compute_pbi(quota, list(votes)), compute_ssi(quota, list(votes))


def main() -> None:
    for chamber in given()["chambers"]:
        if len(chamber["votes"]) > MOST:
            continue
        report(
            f"power/{len(chamber['votes'])} by powerindices",
            lambda chamber=chamber: power(chamber),
            lambda found, chamber=chamber: max(
                apart(found[0], chamber["decisive"]), apart(found[1], chamber["shapleyShubik"])
            ),
            1e-9,
        )


if __name__ == "__main__":
    main()
