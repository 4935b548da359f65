"""The words that codes are made of: our own list, chosen to be said across a hall and typed by a twelve-year-old.

No word sounds like another word, none is rude or an insult beside another, none names a faith or a body. Within a list any two
words differ by at least two letters, so that one slip of the finger never makes another word.
"""

_LIVING = """
    acacia acorn agate albatross alder alligator almond alpaca amber anchovy anteater antelope apple
    apricot armadillo artichoke ash aspen aubergine avocado azure badger bamboo banjo barley barnacle
    basil bilberry birch bison blackberry blackbird blackcurrant bluebell blueberry bobcat bracken
    bramble broccoli bronze buffalo bullfinch bullock bumblebee burdock buttercup butterfly buzzard
    cabbage cactus camel campion canary caribou cat caterpillar catkin cauliflower cedar celery
    chaffinch cheetah chestnut chicory chipmunk cinnamon clementine clover cobalt cocoa coffee collie
    comfrey condor conker copper corgi coriander cormorant cornflower cotton cougar courgette cowslip
    cranberry crane crayfish cream cress cricket crimson crocodile crocus crystal cuckoo cucumber curlew
    cypress daffodil dahlia damson dandelion denim diamond dolphin dormouse dove dragonfly duck duckling
    eagle ebony elderberry elm emerald emu falcon fennel fern ferret fig finch firefly firethorn
    flamingo flax flounder fox foxglove frog gannet garlic gazelle gecko geranium gerbil ginger giraffe
    goldcrest golden goldfinch gooseberry gorse gosling grape grapefruit grasshopper green greenfinch
    greyhound grouse guppy haddock hamster harebell harrier hawk hawthorn hazel heather hedgehog heron
    herring holly hollyhock honey honeysuckle hornbeam hoverfly ibex ibis iguana impala indigo ivy
    jackdaw jade jaguar jasmine jellyfish juniper kale kangaroo kestrel kingfisher kitten kiwi koala
    labrador ladybird lantern lapwing larch lark laurel lavender lemon lemur leopard lettuce lilac lily
    limpet linden linnet lion lioness lizard lobster loganberry lotus mackerel magenta magpie mallard
    manatee mandarin mango maple marigold marjoram marmot maroon marrow martin meadowlark millet mimosa
    minnow mistletoe mole monkfish moorhen moss moth mouse mulberry mushroom myrtle navy nectarine
    nettle nightingale nuthatch nutmeg oak ocelot octopus olive onion onyx opal orange orchid osprey
    ostrich otter owl oyster panther papaya parakeet parrot parsley parsnip partridge peach peanut pecan
    pelican penguin peony pepper peppermint petunia pheasant pine pineapple pipit pomegranate poodle
    poplar poppy porcupine potato primrose puffin puma pumpkin purple quail quince rabbit raccoon radish
    ragwort raspberry raven redcurrant redwing redwood reindeer rhubarb robin rook rosehip rosemary
    rowan ruby russet ryegrass sage salmon sandalwood sandpiper sapling sardine satsuma scarlet seahorse
    seedling sesame shallot shamrock shrimp silver skylark snail snapdragon snowberry snowdrop spaniel
    sparrow spearmint spinach spruce squid squirrel stag starfish starling strawberry sunfish sunflower
    swallow swan sweetcorn sweetpea swift swordfish sycamore tadpole tangerine tansy tarragon teak
    teasel terrapin terrier thistle thrush tiger toadstool tomato tomcat topaz tortoise toucan trout
    truffle tulip turbot turnip turtle vanilla violet viper wagtail walnut walrus warbler watercress
    waterlily waxwing wheat whippet wildcat wildflower willow wolf wombat woodlark woodpecker wren
    yellow zebra zircon
"""

LIVING: tuple[str, ...] = tuple(_LIVING.split())
"""Plants, animals, stones and colours: the first word of a code."""

_MADE = """
    airport alcove anchor anvil apron arcade arch arena armchair attic avenue awning backpack badminton
    bakehouse bakery balcony balloon ballroom bandstand banner barge barn barrel basin basket bathtub
    bay beacon bench bicycle blackboard blanket blazer blossom boat boathouse bonfire bonnet bookcase
    bookshop bottle boulevard bracelet branch breeze brick bridge bridgehead brook broomstick brush
    bubble bucket buckle bugle bungalow bunting bus button cabin cafe campfire campsite canal candle
    canteen canyon caravan cardigan cargo carpet carriage cartwheel castle causeway cello chalet chimney
    chorus cinema circle circus clarinet clock cloud clubhouse coach coast coastline college comet
    compass corner cottage courtyard cove cradle crater crayon crescent crossing crossroad crown
    cupboard cupcake curtain cushion dartboard delta depot diary dome domino doorbell doorstep doorway
    driveway drum duckpond easel echo engine envelope factory farm fence ferryboat festival fiddle field
    fireplace fireside flagpole flagstone flask flute football footbridge footpath forest forge fountain
    furrow galaxy galley garage garden garland gatehouse gateway glacier glove goblet gondola granary
    granite gravel greenhouse grotto guitar hallway hamlet hammer hammock handcart harbour harmony harp
    harvest hayloft haystack headlamp hedge helmet highway hill hillside hilltop homestead horizon hotel
    iceberg icehouse inkwell inlet island jacket jamjar jetty jigsaw journey jumper junction kayak
    kettle keyhole kiosk kitchen kite ladder lagoon lake lamppost landmark laundry library lifebelt
    lifeboat lighthouse lodge longboat lookout loom lorry magnet mallet mansion map marble marina market
    marsh meadow melody milestone millpond mirror mitten monument moon moonbeam moonlight mosaic
    motorway mudflat museum nest netball notebook nursery oasis oboe ocean office opera orchard
    orchestra outpost oxbow paddock paintbox paintbrush palace pancake parade parasol parcel park
    parkland parlour passage pasture path pathway pavement pavilion pebble pencil piano picnic picture
    pillar pillow pinwheel pitch planet plateau platform playground playhouse plaza pocket pond porch
    postbox postcard prairie promenade pulley pushchair puzzle pyramid quilt racetrack raft railway
    rainbow raincoat ramp ravine reef ribbon ripple river roof rooftop roundabout sandal sandbank
    sandcastle satchel satellite scarf school schooner scooter sculpture seafront seashore season
    shelter shop shovel shower sidecar signpost skittle skylight skyline sledge slipper slope smithy
    snowdrift snowflake snowman sofa spinney spire spring square squash stable stadium staircase
    stairway starlight station statue stepladder stone storeroom stream street studio suitcase summit
    sunbeam sundeck sunrise sunset swing tambourine tapestry teacup teapot tearoom teashop teaspoon
    telescope tennis tent terminal terrace theatre thimble thunder ticket toolbox toothbrush tower
    townhouse towpath track tracksuit tractor trail trainset tram trampoline trapeze treasure treehouse
    treetop trellis trolley trombone trumpet tugboat tundra tunnel turbine turnstile turret twilight
    umbrella uplands velvet villa village vineyard violin volcano walkway wallpaper warehouse washhouse
    waterfall waterside waterwheel wayside wellspring wheelbarrow whistle winch windmill window windsock
    woodland woodshed workbench workroom workshop yacht yard yardstick zigzag
"""

MADE: tuple[str, ...] = tuple(_MADE.split())
"""Places and things: the second word of a code. Shares no word with the first list."""
