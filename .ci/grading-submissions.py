#!/usr/bin/env python3
"""Makes submissions, and compares their grades with what each has to earn.

usage: grading-submissions.py LEARNERS FOLDER | --judge FOLDER GRADED VERDICTS_BEFORE_KILL SECONDS"""
import json, pathlib, random, shutil, sys

IDS = ["loop-order", "lru-cache", "given-destination", "sliding-sums"]
EXERCISES = pathlib.Path("notebooks/exercises")


def source(form, exercise, number):
    text = {"solution": "Solution.cs", "starter": "Starter.cs", "naive": "Naive.cs"}[form]
    # A word of its own in each, so that none equals the published solution.
    return (EXERCISES / exercise / text).read_text() + f"\nstatic class Of{number} {{ }}\n"


def make(learners, folder):
    chance = random.Random(8)
    attacks = sorted(file for file in pathlib.Path("tests/hostile").glob("*.cs"))
    for number in range(learners):
        home = folder / f"learner{number:04}"
        home.mkdir(parents=True)
        wanted = {}
        for exercise in IDS:
            if chance.random() < 0.1:
                attack = chance.choice(attacks)
                target = attack.read_text().split("\n")[0].removeprefix("// exercise: ")
                shutil.copy(attack, home / f"{exercise}.cs") if target == exercise else (home / f"{exercise}.cs").write_text(f"// exercise: {exercise}\n" + "\n".join(attack.read_text().split("\n")[1:]))
                wanted[exercise] = "hostile"
            else:
                form = chance.choice(["solution", "starter", "naive"])
                (home / f"{exercise}.cs").write_text(source(form, exercise, number))
                wanted[exercise] = form
        (home / "wanted.json").write_text(json.dumps(wanted))


def judge(folder, graded, before, seconds):
    wanted = {(home.name, exercise): form for home in folder.iterdir() for exercise, form in json.loads((home / "wanted.json").read_text()).items()}
    lines = [json.loads(line) for line in (graded / "verdicts.jsonl").read_text().splitlines()]
    keys = [(line["learner"], line["exercise"]) for line in lines]
    verdicts = {key: line["verdict"] for key, line in zip(keys, lines)}
    lost = [key for key in wanted if key not in verdicts]
    hostile = [key for key, form in wanted.items() if form == "hostile"]
    forged = [key for key in hostile if key in verdicts and verdicts[key]["points"] > 0 and verdicts[key]["status"] != "flagged"]
    short = [key for key, form in wanted.items() if form == "solution" and key in verdicts and verdicts[key]["status"] not in ("pass", "inconclusive")]
    open_ = [key for key in verdicts if verdicts[key]["status"] == "inconclusive"]
    print(f"{len(wanted)} submissions, {len(hostile)} of them hostile, graded in {seconds} s with a kill after {before} verdicts ({len(wanted) / max(seconds, 1):.2f} each second):")
    print()
    print(f"- lost: {len(lost)}, graded twice: {len(keys) - len(set(keys))}")
    print(f"- hostile ones that earned points without a flag: {len(forged)} {sorted(set(forged))[:5] if forged else ''}".rstrip())
    print(f"- solutions that did not pass: {len(short)} {short[:5] if short else ''}".rstrip())
    print(f"- inconclusive: {len(open_)}")


if sys.argv[1] == "--judge":
    judge(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
else:
    make(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
