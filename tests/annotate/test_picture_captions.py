from __future__ import annotations

import pytest

from parley.annotate.picture_captions import find_captions

_CASES = [
    (
        'The port is shut," the mayor said. AP Photo Ada Berg Dockers Return to Work in Three Ports of the South "They have won," he said.',
        "AP Photo Ada Berg Dockers Return to Work in Three Ports of the South",
    ),
    (
        "The port is shut. AFP 2019 Ada Berg Dockers Return to Work in Three Ports of the South The mayor was glad.",
        "AFP 2019 Ada Berg Dockers Return to Work in Three Ports of the South",
    ),
    (
        "The port is shut. REUTERS Ada Berg A docker walks past a gate. The mayor was glad.",
        "REUTERS Ada Berg A docker walks past a gate.",
    ),
    ("The port is shut, Reuters reported. Ada Berg was glad.", None),
    ("The port is shut. REUTERS\nAda Berg Dock was glad.", None),
]


@pytest.mark.parametrize(("text", "caption"), _CASES)
def test_a_picture_run_into_the_text(text: str, caption: str | None) -> None:
    assert [span.of(text) for span in find_captions(text)] == ([caption] if caption else [])
