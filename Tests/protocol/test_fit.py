"""`plenary fit` from a shell: what it writes, and how it ends where something is wrong."""

import csv
import json
import os
import subprocess

import pytest

# Ten states on a line and eleven votes that part them at another place each; the last state never votes.
STATES = [f"S{place}" for place in range(10)]


def answer(state, vote):
    return "Y" if state > vote else "A" if state == vote else "N"


@pytest.fixture
def folder(tmp_path):
    votes = [f"r{vote}" for vote in range(11)]
    rows = [[name] + [answer(state, vote - 1) for vote in range(11)] for state, name in enumerate(STATES)]
    with open(tmp_path / "votes.csv", "w", newline="") as file:
        csv.writer(file).writerows([["id"] + votes] + rows + [["NIL"] + [""] * 11])
    with open(tmp_path / "index.csv", "w", newline="") as file:
        csv.writer(file).writerows([["vote", "session"]] + [[vote, 1 + place // 6] for place, vote in enumerate(votes)])
    with open(tmp_path / "states.csv", "w", newline="") as file:
        csv.writer(file).writerows(
            [["id", "name", "bloc", "truth"]]
            + [[name, f"State {name}", "LOW" if place < 5 else "HIGH", place] for place, name in enumerate(STATES)]
            + [["NIL", "Nil", "LOW", ""]]
        )
    return tmp_path


def fit(folder, *arguments):
    return subprocess.run(
        [os.environ["PLENARY"], "fit", *arguments], cwd=folder, capture_output=True, text=True, timeout=120
    )


def test_points_follow_the_votes_and_a_silent_state_is_named(folder):
    done = fit(folder, "votes.csv", "--high", "S9", "--against", "states.csv", "--column", "truth", "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    points = [state["points"][0] for state in document["states"]]
    assert document["schema"] == "plenary.fit/1"
    assert points[:10] == sorted(points[:10]) and points[9] > 0
    assert document["states"][10] == {"id": "NIL", "points": [0], "errors": [1], "answers": 0}
    assert document["correlations"][0] > 0.95
    assert "In no vote: NIL." in fit(folder, "votes.csv").stdout


def test_the_table_that_is_written_is_one_of_delegations(folder):
    arguments = ("votes.csv", "--high", "S9", "--states", "states.csv", "--output", "out.csv", "--issues", "reach")
    done = fit(folder, *arguments)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(open(folder / "out.csv")))
    assert list(rows[0]) == ["id", "name", "bloc", "position.reach", "basis", "source"]
    assert (rows[0]["position.reach"], rows[9]["position.reach"]) == ("0.0", "100.0")
    assert {row["basis"] for row in rows} == {"imputed"}
    assert "position.reach: 0 is S0" in done.stderr
    again = fit(folder, *arguments)
    assert (again.returncode, again.stderr) == (73, "out.csv exists already. Name another file.\n")


def test_two_dimensions_have_two_columns(folder):
    done = fit(folder, "votes.csv", "--dimensions", "2", "--output", "out.csv")
    assert done.returncode == 0, done.stderr
    assert open(folder / "out.csv").readline() == "id,name,bloc,position.first,position.second,basis,source\n"


def test_the_check_is_the_same_each_time(folder):
    checks = [fit(folder, "votes.csv", "--check", "--states", "states.csv", "--json") for _ in range(2)]
    assert checks[0].stdout == checks[1].stdout
    document = json.loads(checks[0].stdout)
    assert document["schema"] == "plenary.fit-check/1"
    assert document["fit"]["right"] > document["majority"]["right"]
    assert sum(document["answers"].values()) == 110
    assert "bloc" in document


def test_votes_are_chosen_by_name_and_by_an_index(folder):
    arguments = ("votes.csv", "--drop", "r3,r4", "--index", "index.csv", "--where", "session=1", "--json")
    document = json.loads(fit(folder, *arguments).stdout)
    assert [vote["id"] for vote in document["votes"]] == ["r0", "r1", "r2", "r5"]


@pytest.mark.parametrize(
    "arguments, code, sentence",
    [
        (["none.csv"], 66, "There is no file none.csv."),
        (["votes.csv", "--drop", "r99"], 64, "No vote of votes.csv is called r99."),
        (["votes.csv", "--high", "S99"], 64, "No state of the table is called S99."),
        (["votes.csv", "--high", "NIL"], 64, "NIL took part in none of the votes"),
        (["votes.csv", "--index", "index.csv"], 64, "--index and --where go together."),
        (["votes.csv", "--index", "index.csv", "--where", "session=9"], 64, "No vote of votes.csv is left to fit."),
        (["votes.csv", "--index", "index.csv", "--where", "sesion=1"], 65, "index.csv:1:1: No column is called sesion."),
        (["votes.csv", "--dimensions", "3"], 64, "--dimensions takes 1 or 2."),
        (["votes.csv", "--check", "--output", "out.csv"], 64, "--check takes neither"),
        (["broken.csv"], 65, 'broken.csv:3:4: The answer of B in r1 is "maybe".'),
        (["alike.csv"], 65, "alike.csv: 0 of its votes divide the states"),
        (["votes.csv", "--output", "no/such/out.csv"], 73, "no/such/out.csv cannot be written"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(folder, arguments, code, sentence):
    (folder / "broken.csv").write_text("id,r1\nA,Y\nB, maybe\n")
    (folder / "alike.csv").write_text("id,r1,r2\n" + "".join(f"{name},Y,N\n" for name in "ABCDE"))
    done = fit(folder, *arguments)
    assert done.returncode == code, done.stderr
    assert sentence in done.stderr
    assert done.stdout == ""
