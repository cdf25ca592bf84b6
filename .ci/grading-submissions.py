#!/usr/bin/env python3
"""Makes submissions, and compares their grades with what each has to earn.

usage: grading-submissions.py SUBMISSIONS FOLDER            a class with a tenth of hostile answers
       grading-submissions.py --judge FOLDER GRADED VERDICTS_BEFORE_KILL SECONDS
       grading-submissions.py --load ATTEMPTS FOLDER        for each exercise with speed, so many solutions and naive forms; prints the exercises
       grading-submissions.py --judge-load GRADED
       grading-submissions.py --verdicts FILE               lines of: exercise, milliseconds, state"""
import json, math, pathlib, random, statistics, sys

EXERCISES = pathlib.Path("notebooks/exercises")
IDS = sorted(file.parent.name for file in EXERCISES.glob("*/exercise.json"))


def source(form, exercise, number):
    text = {"solution": "Solution.cs", "starter": "Starter.cs", "naive": "Naive.cs"}[form]
    # A word of its own in each, so that none equals the published solution.
    return (EXERCISES / exercise / text).read_text() + f"\nstatic class Of{number} {{ }}\n"


def target(attack):
    return attack.read_text().split("\n")[0].removeprefix("// exercise: ").strip()


def make(submissions, folder):
    chance = random.Random(8)
    attacks = sorted(pathlib.Path("tests/hostile").glob("*.cs"))
    for number in range(math.ceil(submissions / len(IDS))):
        home = folder / f"learner{number:04}"
        home.mkdir(parents=True)
        wanted = {}
        for exercise in IDS[:submissions - number * len(IDS)]:
            form = chance.choice(["solution", "starter", "naive"])
            (home / f"{exercise}.cs").write_text(source(form, exercise, number))
            wanted[exercise] = form
        # Attacks stand in for answers to the exercises that they were written for, and to others.
        for _ in range(round(0.1 * len(wanted) + chance.random() - 0.5)):
            attack = chance.choice(attacks)
            free = [exercise for exercise in wanted if wanted[exercise] != "hostile"]
            exercise = target(attack) if target(attack) in free else chance.choice(free)
            (home / f"{exercise}.cs").write_text(f"// exercise: {exercise}\n" + "\n".join(attack.read_text().split("\n")[1:]))
            wanted[exercise] = "hostile"
        (home / "wanted.json").write_text(json.dumps(wanted))


def lines(graded):
    return [json.loads(line) for line in (graded / "verdicts.jsonl").read_text().splitlines()]


def judge(folder, graded, before, seconds):
    wanted = {(home.name, exercise): form for home in folder.iterdir() for exercise, form in json.loads((home / "wanted.json").read_text()).items()}
    given = [line for line in lines(graded) if (line["learner"], line["exercise"]) in wanted]
    keys = [(line["learner"], line["exercise"]) for line in given]
    verdicts = {key: line["verdict"] for key, line in zip(keys, given)}
    lost = [key for key in wanted if key not in verdicts]
    hostile = [key for key, form in wanted.items() if form == "hostile"]
    forged = [key for key in hostile if key in verdicts and verdicts[key]["points"] > 0 and verdicts[key]["status"] != "flagged"]
    short = [key for key, form in wanted.items() if form == "solution" and key in verdicts and verdicts[key]["status"] not in ("pass", "inconclusive")]
    # Without points for speed a naive form is as good an answer as any.
    generous = [key for key, form in wanted.items() if (form == "starter" or form == "naive" and key[1] in timed()) and key in verdicts and verdicts[key]["status"] == "pass"]
    open_ = [key for key in verdicts if verdicts[key]["status"] == "inconclusive"]
    print(f"{len(wanted)} submissions to {len(IDS)} exercises, {len(hostile)} of them hostile, graded in {seconds} s with a kill after {before} verdicts ({len(wanted) / max(seconds, 1):.2f} each second):")
    print()
    print(f"- lost: {len(lost)}, graded twice: {len(keys) - len(set(keys))}")
    print(f"- hostile ones that earned points without a flag: {len(forged)} {sorted(set(forged))[:5] if forged else ''}".rstrip())
    print(f"- solutions that did not pass: {len(short)} {short[:5] if short else ''}".rstrip())
    print(f"- starters and naive forms that passed: {len(generous)} {generous[:5] if generous else ''}".rstrip())
    print(f"- inconclusive: {len(open_)}")


def timed():
    return [exercise for exercise in IDS if any(each["name"] == "speed" for each in json.loads((EXERCISES / exercise / "exercise.json").read_text())["criteria"])]


def make_load(attempts, folder):
    for exercise in timed():
        for number in range(attempts):
            # Solution and naive form in turn, so that a run that was stopped has tried both.
            for form in ("solution", "naive"):
                home = folder / exercise / f"{number:03}-{form}"
                home.mkdir(parents=True, exist_ok=True)
                (home / f"{exercise}.cs").write_text(source(form, exercise, number))
        print(exercise)


def judge_load(graded):
    counts, seconds = {}, {}
    for journal in graded.glob("*/verdicts.jsonl"):
        for line in lines(journal.parent):
            outcomes = [criterion["outcome"] for criterion in line["verdict"]["criteria"] if criterion["name"] == "speed"]
            form = line["learner"].split("-")[1]
            if line["verdict"]["status"] == "flagged": outcomes = ["flagged"]
            for outcome in outcomes or [line["verdict"]["status"]]:
                of = counts.setdefault((line["exercise"], form), {})
                of[outcome] = of.get(outcome, 0) + 1
            seconds.setdefault(line["exercise"], []).append(line["seconds"])
    print("\n| exercise | solution | naive form | seconds each: median | most |\n|---|---|---|---|---|")
    def said(exercise, form):
        return ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.get((exercise, form), {}).items()))
    for exercise, each in sorted(seconds.items()):
        print(f"| {exercise} | {said(exercise, 'solution')} | {said(exercise, 'naive')} | {statistics.median(each):.1f} | {max(each):.1f} |")
    print()


def verdicts(file):
    rows = [line.split(" ", 2) for line in file.read_text().splitlines()]
    slowest = max(int(row[1]) for row in rows)
    print(f"Seconds to a verdict on each solution, from starting the program (the slowest: {slowest / 1000:.1f}):\n\n| exercise | seconds | verdict |\n|---|---|---|")
    for exercise, milliseconds, state in rows:
        print(f"| {exercise} | {int(milliseconds) / 1000:.1f} | {state} |")
    print()


match sys.argv[1:]:
    case ["--judge", folder, graded, before, seconds]: judge(pathlib.Path(folder), pathlib.Path(graded), int(before), int(seconds))
    case ["--load", attempts, folder]: make_load(int(attempts), pathlib.Path(folder))
    case ["--judge-load", graded]: judge_load(pathlib.Path(graded))
    case ["--verdicts", file]: verdicts(pathlib.Path(file))
    case [submissions, folder]: make(int(submissions), pathlib.Path(folder))
    case _: sys.exit(__doc__)
