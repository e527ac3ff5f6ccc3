"""What a check of packs finds beside their form."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.lexicon.pack_check import check_packs
from parley.lexicon.packs import built_in_packs, read_pack
from parley.pages import pack_check_page

HEAD = 'name = "river"\ntitle = "River water"\nabout = "Talks on how the water of a river is shared."\n'


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "river.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    found = check_packs([read_pack(path)], built_in_packs())
    assert {fault.path for fault in found} <= {str(path)}
    return [f"{fault.place}: {fault.message}" for fault in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[talks]\nproposal = ["blueprint"]\n',
         "line 5, [talks] 'proposal': 'blueprint' stands under [talks] proposal in the base lexicon already; leave it out"),
        ('[[role]]\nkinds = ["union"]\nnouns = ["docker"]\n',
         "line 4, [[role]] 1: 'docker' stands under [[role]] in pack 'labour' already; leave it out"),
        ('[[issue]]\nissue = "guarantee"\nnouns = ["safe passage"]\n',
         "line 4, [[issue]] 1: 'safe passage' stands under issue guarantee, nouns in the base lexicon already; leave it out"),
        ('[units.measures]\nhectare = "acre"\n',
         "line 5, [units] 'hectare': 'hectare' stands under [units.measures] in the base lexicon already; leave it out"),
        ('[units.currency_words]\ngroats = "groat"\n',
         "line 5, [units] 'groats': 'groat' is no unit of [units.currency_words]; use one of units.toml, or a code of three capitals"),
        ('[units.durations]\nmoons = "moon"\n',
         "line 5, [units] 'moons': 'moon' is no unit of [units.durations]; use one of units.toml"),
        ('[[frame]]\nact = "accept"\nverbs = ["rebuff"]\nneeds = ["object=demand"]\n',
         "line 4, [[frame]] 1: 'rebuff' with the need 'object=demand' is the act 'reject' in the base lexicon, here 'accept'; keep one"),
        ('[[frame]]\nact = "reject"\nverbs = ["rebuff"]\nneeds = ["object=demand"]\n',
         "line 4, [[frame]] 1: 'rebuff' is a frame of 'reject' for all these needs already; leave it out"),
        ('[[frame]]\nact = "reject"\nverbs = ["weir"]\nneeds = ["object=propossal"]\n',
         "line 4, [[frame]] 1: 'propossal' is no class; name one of talks.toml or acts.toml, or define it under [classes]"),
        ('[[frame]]\nact = "reject"\nverbs = ["weir"]\nneeds = ["objct=proposal"]\n',
         "line 4, [[frame]] 1: 'objct' is no slot; known are object, clause, to, and prepositions"),
        ('[[frame]]\nact = "reject"\nverbs = ["weir"]\nneeds = ["none+raining"]\n',
         "line 4, [[frame]] 1: 'raining' is no condition; those behind '+' at the top of acts.toml are known"),
        ('[[frame]]\nact = "reject"\nsubject = "fishes"\nverbs = ["weir"]\n',
         "line 4, [[frame]] 1: 'fishes' is no class of subjects; write party, or a class of nouns"),
        ('[[frame]]\nact = "reject"\nverbs = ["weir"]\ngives = "all"\n',
         "line 4, [[frame]] 1: gives = 'all' is unknown; write by, to or both"),
        ('[[frame]]\nact = "reject"\n', "line 4, [[frame]] 1: it lists no verbs; add some or leave the entry out"),
        ('[[issue]]\nissue = "quota"\n', "line 4, [[issue]] 1: it lists no verbs and no nouns; add some or leave the entry out"),
        ('[classes]\nwater = ["brook"]\n',
         "line 5, [classes] 'water': no frame asks for the class 'water'; mend the name, or add a frame that does"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    assert faults(tmp_path, text) == [told]


def test_a_namesake_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(HEAD.replace("river", "debt"), encoding="utf-8")
    (fault,) = check_packs([read_pack(path)], built_in_packs())
    assert fault.message == "'debt.toml' is named 'debt' too; give it another name"


@pytest.mark.parametrize(
    "text",
    [
        "",
        '[[frame]]\nact = "reject"\nverbs = ["weir"]\nneeds = ["object=water"]\n[classes]\nwater = ["brook"]\n',
        '[[frame]]\nact = "reject"\nverbs = ["weir", "rebuff"]\nneeds = ["object=demand", "across=talks"]\n',
        '[[issue]]\nissue = "quota"\nnouns = ["sluice"]\nwith = ["river"]\n',
        '[units.measures]\ncusecs = "cusec"\n[units.currency_words]\ngroats = "XGR"\n',
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


def test_the_built_in_packs_are_in_order_and_do_what_their_examples_say() -> None:
    page = pack_check_page()
    assert page.faults == ()
    assert page.packs == tuple(file.pack.name for file in built_in_packs())
    assert page.examples >= 40
