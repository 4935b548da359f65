"""What a person without a name is called: a colour and an animal, the same on every screen.

Nobody is called by an animal that is used as an insult, nor by a colour that is said of people.
"""

from collections.abc import Collection
from hashlib import blake2b
from math import gcd

_COLOURS = (
    "amber azure bronze cobalt copper coral crimson emerald golden green indigo jade lavender lilac lime magenta mint navy "
    "orange plum purple ruby russet sapphire scarlet silver teal turquoise violet"
)

COLOURS = _COLOURS.split()

_ANIMALS = (
    "badger beaver bumblebee butterfly camel curlew deer dolphin dormouse dragonfly duck eagle egret falcon ferret finch fox frog "
    "gazelle gecko giraffe goldfinch hare hawk hedgehog heron ibex ibis jackdaw kestrel kingfisher kiwi koala ladybird lapwing "
    "lark lemur leopard lion lynx magpie mole moth newt nightingale nuthatch ocelot octopus osprey otter owl panther parrot "
    "pelican penguin puffin quail rabbit raven robin salmon seahorse skylark sparrow squirrel starfish starling stork swallow "
    "swan swift tiger toucan turtle wagtail walrus wolf wombat woodpecker wren zebra"
)

ANIMALS = _ANIMALS.split()

COUNT = len(COLOURS) * len(ANIMALS)
"""Over two thousand: a hall of three hundred finds each a name of their own."""


def alias_of(person: str, taken: Collection[str] = ()) -> str:
    """Return the alias of a person: always the same for the same id while it is free.

    Args:
        person: their id.
        taken: aliases of others in the room; the next free one is given then.

    Returns:
        Two words such as ``teal otter``; if every alias is taken, one of them with a number behind it.
    """
    start = int.from_bytes(blake2b(person.encode(), digest_size=8).digest(), "big") % COUNT
    # A step that shares no divisor with the count visits every alias, and leaps over neighbours of the same colour.
    step = next(step for step in range(COUNT // 2 + 1, COUNT) if gcd(step, COUNT) == 1)
    for turn in range(COUNT):
        alias = _alias((start + turn * step) % COUNT)
        if alias not in taken:
            return alias
    first = _alias(start)
    return next(name for number in range(2, len(taken) + 3) if (name := f"{first} {number}") not in taken)


def _alias(place: int) -> str:
    return f"{COLOURS[place % len(COLOURS)]} {ANIMALS[place // len(COLOURS)]}"
