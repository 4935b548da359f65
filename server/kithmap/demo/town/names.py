"""Names for streets, by the age and humour of the part of town, and for shops."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

POOLS: Mapping[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "old": (
        ("Bakehouse", "Bishop", "Chandler", "Cordwainer", "Currier", "Dolphin", "Drover", "Fletcher", "Glover", "Horn",
         "Hosier", "Lantern", "Malt", "Mercer", "Nailer", "Pinder", "Potter", "Quaker", "Ropemaker", "Saddler",
         "Silver", "Skinner", "Tallow", "Thatcher", "Wheelwright", "Wool"),
        ("Lane", "Street", "Lane", "Row"), ("Yard", "Court", "Passage", "Yard")),
    "victorian": (
        ("Alexandra", "Arboretum", "Ashburton", "Beaconsfield", "Bright", "Burlington", "Carlton", "Clarence", "Cobden",
         "Cromwell", "Devonshire", "Elgin", "Fitzroy", "Granville", "Grosvenor", "Kimberley", "Lansdowne", "Livingstone",
         "Melbourne", "Osborne", "Palmerston", "Park", "Peel", "Ripon", "Rosebery", "Salisbury", "Shaftesbury",
         "Sherbrooke", "Stanhope", "Tennyson", "Vernon", "Walpole", "Wellesley", "York"),
        ("Road", "Street", "Terrace", "Avenue"), ("Villas", "Grove", "Place")),
    "royal": (
        ("Adelaide", "Albany", "Athlone", "Bedford", "Braemar", "Buckingham", "Caernarvon", "Charlotte", "Claremont",
         "Connaught", "Cumberland", "Edinburgh", "Elizabeth", "Glamis", "Gloucester", "Hampton", "Harewood", "Highgrove",
         "Kensington", "Lancaster", "Margaret", "Marlborough", "Osbert", "Queen Mary", "Regent", "Richmond", "Sceptre",
         "Stuart", "Teck", "Tudor", "Westmorland", "Kew", "Kent", "Cambridge", "Clarendon", "Holyrood", "Hanover",
         "Norfolk", "Orchard", "Patrick", "Romsey", "Somerset", "Suffolk", "Warwick"),
        ("Avenue", "Drive", "Road", "Crescent"), ("Grove", "Close", "Gardens")),
    "trees": (
        ("Acacia", "Alder", "Almond", "Ash", "Aspen", "Beech", "Birch", "Blackthorn", "Briar", "Cedar", "Cherry",
         "Chestnut", "Cypress", "Elder", "Elm", "Fir", "Hawthorn", "Holly", "Hornbeam", "Juniper", "Laburnum", "Larch",
         "Laurel", "Lilac", "Magnolia", "Maple", "Medlar", "Mulberry", "Myrtle", "Oak", "Olive", "Pine", "Poplar",
         "Quince", "Redwood", "Spindle", "Spruce", "Walnut", "Whitebeam", "Willow", "Wychelm", "Yew"),
        ("Road", "Avenue", "Drive", "Way"), ("Close", "Grove", "Court")),
    "birds": (
        ("Avocet", "Bittern", "Bunting", "Chaffinch", "Coot", "Dipper", "Dove", "Dunlin", "Fieldfare", "Finch",
         "Goldcrest", "Grebe", "Grouse", "Harrier", "Hobby", "Jay", "Kestrel", "Kingfisher", "Kite", "Lapwing", "Lark",
         "Linnet", "Magpie", "Mallard", "Martin", "Merlin", "Nightjar", "Nuthatch", "Osprey", "Ouzel", "Partridge",
         "Petrel", "Pintail", "Pipit", "Plover", "Raven", "Redstart", "Redwing", "Robin", "Rook", "Ruff", "Sandpiper",
         "Shrike", "Siskin", "Skylark", "Snipe", "Sparrow", "Starling", "Stonechat", "Swallow", "Swift", "Teal", "Tern",
         "Thrush", "Treecreeper", "Turnstone", "Wagtail", "Warbler", "Wheatear", "Whimbrel", "Whinchat", "Whitethroat",
         "Wigeon", "Woodcock", "Wren", "Yellowhammer"),
        ("Road", "Drive", "Way", "Walk"), ("Close", "Walk", "Court")),
    "fells": (
        ("Ambleside", "Bowfell", "Calder", "Catbells", "Crummock", "Derwent", "Dovedale", "Duddon", "Eskdale",
         "Gable", "Glenridding", "Grasmere", "Grisedale", "Hawkshead", "Honister", "Kentmere", "Kirkstone", "Langdale",
         "Loughrigg", "Loweswater", "Newlands", "Patterdale", "Pillar", "Rydal", "Seathwaite", "Silverhow", "Skiddaw",
         "Stickle", "Thirlmere", "Troutbeck", "Ullswater", "Wetherlam", "Windermere", "Wrynose", "Hardknott", "Ulpha",
         "Mardale", "Haweswater", "Helm", "Walla", "Matterdale", "Lorton"),
        ("Road", "Drive", "Way", "Avenue"), ("Close", "Walk", "Garth")),
    "village": (
        ("Barn", "Bellringer", "Butts", "Chantry", "Cow", "Croft", "Dovecote", "Forge", "Furlong", "Gatehouse", "Granary",
         "Haywain", "Headland", "Hopyard", "Horseshoe", "Lammas", "Paddock", "Parson", "Pightle", "Rectory", "Ridgeway",
         "School", "Sexton", "Smithy", "Stackyard", "Tithe", "Wagon", "Well", "Plough", "Meadow", "Toft", "Selion"),
        ("Lane", "Road", "Way"), ("Croft", "Close", "Yard", "Garth")),
    "dyes": (
        ("Alkanet", "Alum", "Annatto", "Bilberry", "Bobbin", "Brocade", "Buckthorn", "Calico", "Carding", "Cochineal",
         "Copperas", "Damask", "Dyer", "Fustian", "Gorse", "Heather", "Kermes", "Linen", "Logwood", "Lichen", "Mordant",
         "Nettle", "Orchil", "Quercitron", "Ragwort", "Safflower", "Selvedge", "Shearman", "Sorrel", "Spinner", "Sumac",
         "Tansy", "Turmeric", "Twill", "Walker", "Warp", "Weft", "Worsted", "Yarrow", "Greenweed"),
        ("Walk", "Way", "Drive"), ("Close", "Court", "Walk", "Grove")),
    "canal": (
        ("Ballast", "Barge", "Boatman", "Bollard", "Butty", "Cabin", "Capstan", "Drawbridge", "Fender", "Gongoozler",
         "Halyard", "Legger", "Lockkeeper", "Mooring", "Paddle", "Puddler", "Quay", "Rudder", "Sluice", "Tiller",
         "Tow", "Weir", "Windlass", "Winding", "Lighter", "Keel", "Anchor", "Rudd", "Roach", "Perch", "Pike", "Bream"),
        ("Road", "Drive", "Way"), ("Close", "Court", "Reach")),
    "dukes": (
        ("Albemarle", "Ancaster", "Arundel", "Beaufort", "Belvedere", "Bolton", "Bridgewater", "Chandos", "Cleveland",
         "Dorset", "Grafton", "Hartington", "Leeds", "Manners", "Montagu", "Newcastle", "Rutland", "Welbeck", "Wharncliffe"),
        ("Road", "Street", "Avenue"), ("Villas", "Grove", "Gardens")),
    "reformers": (
        ("Beveridge", "Bondfield", "Booth", "Burns", "Butler", "Cadbury", "Fawcett", "Fry", "Greenwood", "Hardie",
         "Henderson", "Howard", "Lansbury", "Lloyd", "Macarthur", "Morris", "Nicholson", "Octavia", "Owen", "Parker",
         "Pankhurst", "Rathbone", "Rowntree", "Thorne", "Tolpuddle", "Webb", "Wilkinson", "Wollstonecraft"),
        ("Road", "Avenue", "Road"), ("Close", "Green", "Grove")),
    "flowers": (
        ("Anemone", "Aster", "Bluebell", "Bryony", "Buttercup", "Campion", "Celandine", "Clover", "Columbine",
         "Cornflower", "Cowslip", "Crocus", "Daffodil", "Dahlia", "Foxglove", "Fritillary", "Fuchsia", "Gentian",
         "Harebell", "Honeysuckle", "Hyacinth", "Iris", "Jasmine", "Larkspur", "Lavender", "Lupin", "Marigold",
         "Meadowsweet", "Orchid", "Oxlip", "Peony", "Periwinkle", "Pimpernel", "Poppy", "Primrose", "Rosemary",
         "Scabious", "Snowdrop", "Speedwell", "Sweetbriar", "Tulip", "Valerian", "Vetch", "Viola", "Wisteria", "Zinnia"),
        ("Road", "Drive", "Avenue", "Way"), ("Close", "Grove", "Gardens")),
    "brick": (
        ("Bonder", "Chimney", "Coping", "Furnace", "Header", "Hod", "Mortar", "Quoin", "Stretcher", "Terracotta",
         "Trowel", "Tunnel", "Wirecut", "Soldier"),
        ("Road", "Way"), ("Court", "Close", "Road")),
    "clay": (
        ("Bulrush", "Bunsen", "Coppice", "Damson", "Dragonfly", "Drake", "Earthen", "Fletton", "Glaze", "Hopper", "Jug",
         "Loam", "Marl", "Mayfly", "Moorhen", "Moulder", "Newt", "Ochre", "Pebble", "Pitcher", "Pugmill", "Reed",
         "Reedmace", "Rush", "Saltglaze", "Skep", "Slipware", "Spindrift", "Sundew", "Teasel", "Throwers", "Toad",
         "Umber", "Vole", "Warbler", "Waterlily", "Willowherb", "Grebe", "Cygnet", "Sandmartin", "Otter", "Kilnman"),
        ("Way", "Drive", "Road", "Lane"), ("Close", "Court", "Mews")),
}  # fmt: skip
"""For each humour: first words, endings of streets that lead on, endings of those that do not."""

SHOPS: tuple[tuple[str, str, str], ...] = (
    ("Pellow and Daughters", "shop", "butcher"), ("The Golden Loaf", "shop", "bakery"), ("Wensley's", "shop", "shoes"),
    ("Tarrow Books", "shop", "books"), ("Old Cross Pharmacy", "amenity", "pharmacy"), ("Cafe Aroma", "amenity", "cafe"),
    ("The White Hart", "amenity", "pub"), ("Haddow Hardware", "shop", "hardware"), ("Lotus Garden", "amenity", "restaurant"),
    ("Bombay Dreams", "amenity", "restaurant"), ("Eastwold Building Society", "amenity", "bank"),
    ("Snip and Tuck", "shop", "hairdresser"), ("Ali's Barbers", "shop", "hairdresser"), ("The Wool Basket", "shop", "craft"),
    ("Hospice Shop", "shop", "charity"), ("Second Chances", "shop", "charity"), ("Mobile Mend", "shop", "mobile_phone"),
    ("Kebab Palace", "amenity", "fast_food"), ("Sklep Polski", "shop", "convenience"), ("The Crown", "amenity", "pub"),
    ("Bright Eyes", "shop", "optician"), ("Tarrowby Dental", "amenity", "dentist"), ("Flowers by June", "shop", "florist"),
    ("Market Fish", "shop", "seafood"), ("Nan's Pantry", "amenity", "cafe"), ("Betterway", "shop", "betting"),
    ("Tarrow Travel", "shop", "travel_agency"), ("Pennyworth's", "shop", "variety_store"), ("The Cross Keys", "amenity", "pub"),
    ("Greenaway Cycles", "shop", "bicycle"), ("Rosetti's", "amenity", "ice_cream"), ("The Bull", "amenity", "pub"),
    ("Sew and So", "shop", "fabric"), ("Oakley Estates", "office", "estate_agent"), ("Barrow Boys", "shop", "greengrocer"),
    ("Nail Bar", "shop", "beauty"), ("Riverside Carpets", "shop", "carpet"), ("Dragon Wok", "amenity", "fast_food"),
    ("Vape Corner", "shop", "e-cigarette"), ("Jessop Jewellers", "shop", "jewelry"), ("The Tea Caddy", "amenity", "cafe"),
    ("Halal Meats", "shop", "butcher"), ("Sunrise Travel", "shop", "travel_agency"), ("The Railway", "amenity", "pub"),
    ("Toy Chest", "shop", "toys"), ("Bargain Barn", "shop", "variety_store"), ("Crumbs", "shop", "bakery"),
    ("Foundry News", "shop", "newsagent"), ("Shah Fabrics", "shop", "fabric"), ("Royal Sweets", "shop", "confectionery"),
)  # fmt: skip


class StreetNames:
    """Gives each new street a name that no other has."""

    def __init__(self, taken: Sequence[str], rng: Random) -> None:
        """Start.

        Args:
            taken: names already on the plan.
            rng: the source of chance.
        """
        self._taken = set(taken)
        self._rng = rng
        self._waiting: dict[str, Iterator[str]] = {}

    def next(self, pool: str, *, leads_on: bool) -> str:
        """Take the next name of a pool.

        Args:
            pool: a key of `POOLS`.
            leads_on: whether the street runs into another at its far end.

        Returns:
            The name, or an empty string when the pool is used up: the street then is a lane without a sign.
        """
        firsts, through, ends = POOLS[pool]
        waiting = self._waiting.setdefault(pool, iter(self._shuffled(firsts)))
        for first in waiting:
            name = f"{first} {self._rng.choice(through if leads_on else ends)}"
            if name not in self._taken:
                self._taken.add(name)
                return name
        return self._second_round(firsts, through if leads_on else ends)

    def _shuffled(self, firsts: Sequence[str]) -> list[str]:
        shuffled = list(firsts)
        self._rng.shuffle(shuffled)
        return shuffled

    def _second_round(self, firsts: Sequence[str], endings: Sequence[str]) -> str:
        for first in firsts:
            for ending in endings:
                if (name := f"{first} {ending}") not in self._taken:
                    self._taken.add(name)
                    return name
        return ""
