"""`plenary forecast --uncertain` from a shell: the same bytes whatever the threads do, and what it refuses."""

import json
import os
import subprocess

import pytest


def forecast(*arguments):
    return subprocess.run(
        [os.environ["PLENARY"], "forecast", "classroom", *arguments], capture_output=True, text=True, timeout=120
    )


def test_threads_do_not_change_a_byte():
    runs = {forecast("--uncertain", "--json", "--draws", "64").stdout for _ in range(4)}
    assert len(runs) == 1
    assert forecast("--uncertain", "--json", "--draws", "64", "--seed", "2").stdout not in runs


def test_the_document_says_how_far_and_why():
    document = json.loads(forecast("--uncertain", "--json", "--draft", "compromise").stdout)
    assert document["schema"] == "plenary.uncertain/1"
    assert (document["draws"], document["drawsAlone"], document["seed"]) == (256, 64, 1)
    for measure in ("adoption", "consensus", "agreement", "yes"):
        over = document[measure]
        assert over["p05"] <= over["median"] <= over["p95"]
        assert "higherWithChanges" not in over
    widths = [group[document["sortedBy"]]["p90"] - group[document["sortedBy"]]["p10"] for group in document["groups"]]
    assert widths == sorted(widths, reverse=True) and widths[0] > 0
    assert {group["group"] for group in document["groups"]} >= {"wish", "sensitivity", "indifference", "shocks"}


def test_a_change_is_held_against_the_draft_with_the_same_inputs():
    changes = ["--set", "3=on-request", "--set", "4=self-report"]
    document = json.loads(forecast("--uncertain", "--json", *changes).stdout)
    assert document["adoption"]["higherWithChanges"] == document["draws"]
    assert "Higher with the changes than without" in forecast("--uncertain", *changes).stdout


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["--uncertain", "--csv"], "--uncertain is for adoption, and has no rows per state."),
        (["--uncertain", "--stage", "signature"], "--uncertain is for adoption, and has no rows per state."),
        (["--draws", "64"], "--draws and --seed belong to --uncertain."),
        (["--seed", "2"], "--draws and --seed belong to --uncertain."),
        (["--uncertain", "--draws", "8"], "--draws takes 16 to 4096."),
        (["--uncertain", "--draws", "5000"], "--draws takes 16 to 4096."),
        (["--uncertain", "--set", "9=x"], "There is no clause 9."),
        (["--uncertain", "--rule", "nope"], "There is no rule “nope”."),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(arguments, sentence):
    run = forecast(*arguments)
    assert run.returncode == 64
    assert sentence in run.stderr
