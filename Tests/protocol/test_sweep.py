"""`plenary sweep` from a shell: dealt out by Debian's GNU parallel it is the whole, byte for byte."""

import json
import os
import pathlib
import re
import subprocess

import pytest


SCENARIOS = str(pathlib.Path(__file__).parents[2] / "scenarios")


def sweep(*arguments):
    return subprocess.run(
        [os.environ["PLENARY"], "sweep", "classroom", *arguments], capture_output=True, text=True, timeout=120
    )


def blocks(language):
    """What stands in the fenced blocks of docs/sweeps.md that are marked so."""
    page = pathlib.Path(__file__).parents[2] / "docs" / "sweeps.md"
    parts = re.split(r"^```(.*)\n", page.read_text(), flags=re.MULTILINE)
    # Text, then the mark of a block, the block, the empty mark of its end, text, and so on.
    return [block for mark, block in zip(parts[1::4], parts[2::4]) if mark == language]


@pytest.fixture(scope="module")
def whole():
    run = sweep("--pairs")
    assert run.returncode == 0 and run.stderr == ""
    return run.stdout.splitlines()


@pytest.mark.parametrize("shards", [3, 80])
def test_shards_dealt_out_by_parallel_are_the_whole(whole, shards):
    run = subprocess.run(
        ["parallel", "--will-cite", "--jobs", "3", os.environ["PLENARY"]]
        + ["sweep", "classroom", "--pairs", "--shard", "{}/" + str(shards), ":::"]
        + [str(number) for number in range(1, shards + 1)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0 and run.stderr == ""
    lines = sorted(run.stdout.splitlines(), key=lambda line: json.loads(line)["index"])
    assert lines == whole


def test_the_job_array_of_the_manual_makes_the_whole(whole, tmp_path):
    (script,) = blocks("bash")
    assert "#SBATCH --array=1-" in script
    program = pathlib.Path(os.environ["PLENARY"])
    for task in range(1, 5):
        subprocess.run(
            ["bash", "-c", script, "sweep.sh", "classroom", "--pairs", "--scenarios", SCENARIOS],
            cwd=tmp_path,
            env=os.environ
            | {
                "PATH": f"{program.parent}:{os.environ['PATH']}",
                "SLURM_ARRAY_TASK_ID": str(task),
                "SLURM_ARRAY_TASK_COUNT": "4",
            },
            check=True,
            timeout=60,
        )
    order = next(block for block in blocks("") if block.startswith("sed "))
    subprocess.run(["bash", "-c", f"cat shard-*.jsonl > sweep.jsonl; {order}"], cwd=tmp_path, check=True)
    assert (tmp_path / "ordered.jsonl").read_text().splitlines() == whole


def test_the_question_of_the_manual_is_answered_as_it_stands_there(whole, tmp_path):
    (question,) = blocks("python")
    (tmp_path / "sweep.jsonl").write_text("".join(line + "\n" for line in whole))
    run = subprocess.run(["python3", "-c", question], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout in blocks("")


def test_a_shard_has_every_nth_line(whole):
    assert sweep("--pairs", "--shard", "2/5").stdout.splitlines() == whole[1::5]


def test_lines_count_from_one_to_how_many_there_are(whole):
    lines = [json.loads(line) for line in whole]
    assert [line["index"] for line in lines] == list(range(1, len(lines) + 1))
    assert {line["of"] for line in lines} == {len(lines)}
    assert {line["schema"] for line in lines} == {"plenary.sweep-line/1"}
    sizes = [len(line["changes"]) for line in lines]
    assert sizes == sorted(sizes) and set(sizes) == {0, 1, 2}
    assert len({json.dumps(line["changes"]) for line in lines}) == len(lines)
    assert not any(len({change["clause"] for change in line["changes"]}) < len(line["changes"]) for line in lines)


def test_a_line_is_what_forecast_says(whole):
    line = json.loads(whole[-1])
    changes = [word for change in line["changes"] for word in ("--set", f"{change['clause']}={change['to']}")]
    run = subprocess.run(
        [os.environ["PLENARY"], "forecast", "classroom", "--json", *changes], capture_output=True, text=True, timeout=60
    )
    forecast = json.loads(run.stdout)
    for key in ("adoption", "consensus"):
        assert abs(forecast[key] - line[key]) < 1e-8


def test_clauses_and_rules_can_be_named():
    lines = [json.loads(line) for line in sweep("--clauses", "2, 4", "--rule", "two-thirds").stdout.splitlines()]
    assert {change["clause"] for line in lines for change in line["changes"]} == {"2", "4"}
    assert {line["rule"] for line in lines} == {"two-thirds"}
    assert {len(line["changes"]) for line in lines} == {0, 1}


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["--shard", "0/4"], "“0/4” is no share; write --shard I/N"),
        (["--shard", "5/4"], "“5/4” is no share; write --shard I/N"),
        (["--shard", "x"], "“x” is no share; write --shard I/N"),
        (["--shard", "1/0"], "“1/0” is no share; write --shard I/N"),
        (["--shard", "1/2/3"], "“1/2/3” is no share; write --shard I/N"),
        (["--clauses", "2,22"], "There is no clause 22. Did you mean 2?"),
        (["--clauses", ","], "--clauses takes clauses by commas"),
        (["--draft", "nope"], "There is no draft “nope”."),
        (["--rule", "nope"], "There is no rule “nope”."),
    ],
)
def test_what_cannot_be_swept_is_said_in_a_sentence(arguments, sentence):
    run = sweep(*arguments)
    assert run.returncode == 64
    assert run.stdout == ""
    assert sentence in run.stderr


def test_a_reader_that_leaves_ends_it_quietly():
    run = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$PLENARY" sweep classroom --pairs | head -n 1 | wc -l'],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "1", "")
