"""Judges a claim again and again; inside the transaction of the fourth judgement it says so and waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from parley.model import Claim, Judgement, new_judgement
from parley.store import Store


def main(path: Path) -> None:
    with Store.open(path) as store:
        (claim,) = store.claims()
        for number in range(5):
            store.judge(lambda time, number=number: made(claim, time, number))  # type: ignore[misc]


def made(claim: Claim, time: str, number: int) -> Judgement:
    """The judgement, which the store asks for while its transaction is open."""
    if number == 3:
        print("amid", flush=True)
        sys.stdin.read()
    return new_judgement(
        "accept", report=claim.report, target=claim.id, person="Ann", time=time, claim=claim, note=f"no {number}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
