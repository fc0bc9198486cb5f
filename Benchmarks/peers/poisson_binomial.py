"""How many of 193 independent events come about, with fast-poibin, in both of its modes.

    python3 poisson_binomial.py EXPORT
"""

from fast_poibin import PoiBin

from peer import apart, given, report


def main() -> None:
    events = given()["independent"]
    for mode in ["dp", "mixed"]:
        report(
            f"poisson-binomial/193 by fast-poibin ({mode})",
            lambda mode=mode: PoiBin(events["chances"], mode=mode).pmf,
            lambda found: apart(found, events["distribution"]),
            1e-12,
        )


if __name__ == "__main__":
    main()
