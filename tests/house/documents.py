"""Pages of the documentation whose examples are run: `python -m tests.house.documents` writes what they print.

In a `console` block each line that begins with `$ ` is a command, followed by what it prints to a terminal of 80 columns.
A `python` block is run as it stands; a `text` block right behind it holds what it prints. The examples of one page run
in one shell, or one interpreter, in an empty folder that holds the record of the demo. A comment before a block may say
`<!-- lines: 20 -->`, the number of lines to show of each output, or `<!-- id: ls moves --act reject -->`, a list whose
first id is the one that the commands of the block are about. A block behind `<!-- file: NAME -->` is a file that stands
in the folder.
"""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import msgspec

from tests.house.modules import ROOT

__all__ = ["PAGES", "Block", "blocks", "filled", "masked", "prepared"]

PAGES = [path for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))] if path.name not in {"cli.md"}]
CUT = "..."
_BLOCK = re.compile(
    r"(?P<notes>(?:<!-- [^\n]* -->\n)*)```(?P<kind>console|python)\n(?P<body>.*?)^```$"
    r"(?P<printed>\n```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"^<!-- file: (?P<name>[\w.-]+) -->\n```\w*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_NOTE = re.compile(r"<!-- (lines|id): (.*?) -->")
# Names of a state of the program, which change with it though nothing else on the page does.
_STATE = re.compile(r"run-[0-9a-f]{8,}|^(?:code|lexicon) +[0-9a-f]{12}$", re.MULTILINE)
_MARK, _END = "\x1e", "\x1f"
_SHELL = f"make() {{ [ \"$1\" = demo ] && '{sys.executable}' -m parley.demo; }}\n"


class Block(msgspec.Struct, frozen=True):
    """One block of examples: where it stands in the page, its notes, and its commands with what they print."""

    start: int
    end: int
    kind: str
    notes: dict[str, str]
    before: str
    body: str
    output: str

    @property
    def commands(self) -> list[str]:
        """The commands of a console block."""
        return [line[2:] for line in self.body.splitlines() if line.startswith("$ ")]


def blocks(page: str) -> list[Block]:
    """The blocks of a page that can be run, in order."""
    return [
        Block(
            found.start(), found.end(), found["kind"], dict(_NOTE.findall(found["notes"])), found["notes"],
            found["body"], found["output"] or "",
        )
        for found in _BLOCK.finditer(page)
    ]  # fmt: skip


def prepared(folder: Path) -> Path:
    """A folder in which the demo has been run."""
    subprocess.run(
        [sys.executable, "-m", "parley.demo"], cwd=folder, check=True, capture_output=True, env=_environment()
    )
    return folder


def filled(page: str, demo: Path) -> str:
    """The page with what its examples print now, after the demo in the folder `demo`.

    Raises RuntimeError when an example fails.
    """
    found = blocks(page)
    with tempfile.TemporaryDirectory() as place:
        copytree(demo, place, dirs_exist_ok=True)
        for file in _FILE.finditer(page):
            Path(place, file["name"]).write_text(file["body"], encoding="utf-8")
        named = [_with_id(block, Path(place)) for block in found]
        console = iter(_told_by_shell([c for b in named if b.kind == "console" for c in b.commands], Path(place)))
        python = iter(_told_by_python([b.body for b in named if b.kind == "python"], Path(place)))
        written = [_console(b, console) if b.kind == "console" else _python(b, next(python)) for b in named]
    for block, text in zip(reversed(found), reversed(written), strict=True):
        page = page[: block.start] + text + page[block.end :]
    return page


def masked(page: str) -> str:
    """The page without the names of states of the program."""
    return _STATE.sub("-", page)


def _console(block: Block, outputs: Iterator[str]) -> str:
    most = int(block.notes.get("lines", 1000))
    told = []
    for command in block.commands:
        lines = next(outputs).splitlines()
        told += [f"$ {command}", *lines[:most], *([CUT] if len(lines) > most else [])]
    return f"{block.before}```console\n" + "\n".join(told) + "\n```"


def _python(block: Block, output: str) -> str:
    printed = f"\n```text\n{output.rstrip()}\n```" if output.strip() else ""
    return f"{block.before}```python\n{block.body}```{printed}"


def _with_id(block: Block, folder: Path) -> Block:
    """The block with the id its note asks for in the commands that show or explain one."""
    if "id" not in block.notes:
        return block
    call = f"parley {block.notes['id']} --db demo-record/talks.parley --jsonl"
    listed = subprocess.run(["bash", "-c", call], cwd=folder, capture_output=True, text=True, env=_environment())
    if not listed.stdout:
        raise RuntimeError(f"'{block.notes['id']}' lists nothing: {listed.stderr}")
    first = json.loads(listed.stdout.splitlines()[0])
    short = str(first.get("id") or first["claim"]).partition("-")[2][:8]
    body = re.sub(r"(?<=\$ parley )(show|explain) \S+", rf"\1 {short}", block.body)
    return msgspec.structs.replace(block, body=body)


def _told_by_shell(commands: list[str], folder: Path) -> list[str]:
    """What each command prints to a terminal."""
    if not commands:
        return []
    script = _SHELL + "".join(f"{command}\nprintf '{_MARK}%s{_END}' $?\n" for command in commands)
    parts = re.split(f"{_MARK}(\\d+){_END}", _on_terminal(["bash", "-c", script], folder))
    failed = [c for c, code in zip(commands, parts[1::2], strict=True) if code != "0"]
    if failed:
        raise RuntimeError(f"these commands fail: {failed}; run `make docs` when an id has changed")
    return [part.replace("\r\n", "\n") for part in parts[0:-1:2]]


def _told_by_python(codes: list[str], folder: Path) -> list[str]:
    """What each piece of code prints."""
    if not codes:
        return []
    script = "".join(f"{code}\nprint({_MARK!r}, end='')\n" for code in codes)
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, env=_environment()
    )
    if told.returncode:
        raise RuntimeError(f"this code fails:\n{script}\n{told.stderr}")
    return told.stdout.split(_MARK)[:-1]


def _on_terminal(call: list[str], folder: Path) -> str:
    """What a program prints when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(call, cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.DEVNULL, env=_environment())  # fmt: skip
    os.close(theirs)
    read: list[bytes] = []
    try:
        while part := os.read(ours, 65536):
            read.append(part)
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(ours)
        child.wait()
    return b"".join(read).decode()


def _environment() -> dict[str, str]:
    """That of a plain terminal of 80 columns in which the installed commands are found."""
    found = {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{found.get('PATH', '')}"
    return {**found, "PATH": path, "COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def main() -> None:
    """Write what the examples of all pages print."""
    with tempfile.TemporaryDirectory() as place:
        demo = prepared(Path(place))
        for path in PAGES:
            old = path.read_text(encoding="utf-8")
            new = filled(old, demo)
            if masked(new) != masked(old):
                path.write_text(new, encoding="utf-8")
                print(f"{path.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
