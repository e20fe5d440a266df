"""How time and memory should grow along each axis: the terms of which they are sums.

A term is a function of a point's sizes; the bench fits its factor, so that units do not matter.
"""

# Bytes of EfficientNet-B0's stages for a photograph, in the order in which the bench adds them: .8 .2 .5 .3 .7 .4 .6 .1
STAGES = [4 * n for n in (62720, 75264, 21952, 31360, 15680, 15680, 9408, 200704)]


def constant(_):
    return 1


def spaces(p):
    """Full, contralateral and ipsilateral, and banded ridge's blends."""
    return 3 + p["blends"]


def decompositions(p):
    return p["layers"] * spaces(p) * p["stimuli"] ** 3


def products(p):
    return p["layers"] * p["participants"] * spaces(p) * p["stimuli"] ** 2 * p["vertices"]


def responses(p):
    return p["stimuli"] * p["vertices"]


def matrices(p):
    return spaces(p) * p["stimuli"] ** 2


def number(axis):
    return lambda p: p[axis]


def stored(p):
    return p["photographs"] * sum(STAGES[: p["layers"]])


class Law:
    """Of one axis: terms of processor time and of memory, in words too."""

    def __init__(self, words, time, memory_words, memory):
        self.words, self.time, self.memory_words, self.memory = words, time, memory_words, memory


FLAT = ("the same for all", [constant])
STIMULI = "a n (reading, checking) + b n² v (products) + c n³ (decompositions, the penalties' operators)"
LAWS = {
    "stimuli": Law(STIMULI, [number("stimuli"), products, decompositions], "a + b n²", [constant, matrices]),
    "stimuli, 100 vertices": Law(
        STIMULI, [number("stimuli"), products, decompositions], "a + b n²", [constant, matrices]
    ),
    "vertices": Law("a + b v", [constant, products], "a + b v", [constant, responses]),
    "layers": Law("a l", [products], *FLAT),
    "blends": Law("a + b (3 + blends)", [constant, spaces], "a + b (3 + blends)", [constant, spaces]),
    "participants": Law("a + b p", [constant, number("participants")], *FLAT),
    "participants apart": Law("a + b p", [constant, number("participants")], *FLAT),
    "photographs": Law("a p", [number("photographs")], *FLAT),
    "extracted layers": Law("a + b bytes stored", [constant, stored], *FLAT),
    "report": Law("a + b p", [constant, number("participants")], "a + b p", [constant, number("participants")]),
}
