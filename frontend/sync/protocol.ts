// Made by scripts/generate_protocol.py from kithmap/sync/protocol.py and the list of operations. Edit those, then run
// `python scripts/generate_protocol.py`; a test fails while this file is stale.

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** JSON values by name. */
export type Fields = { readonly [name: string]: Json };

export const PROTOCOL_VERSION = 1;

/** Operations in one message, at most. */
export const MOST_OPERATIONS = 100;

/** Why a connection is closed: a closed list, which the page puts into words. */
export const CLOSE_REASONS = [
  "page_too_old",
  "not_understood",
  "signed_out",
  "removed",
  "not_found",
  "too_slow",
  "too_fast",
  "too_large",
  "replaced",
  "server_stopping",
  "server_trouble",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Make a suggestion the wording: a new revision, three at the most. */
export type AcceptRewording = {
  readonly rewording: string;
  /** The wording that it takes the place of. */
  readonly revision: number;
};

/** Say that a place matters to me too. */
export type AddMeToo = {
  readonly place: string;
};

/** The operation was accepted before, under this number. */
export type AlreadyMessage = {
  readonly type: "already";
  readonly operation: string;
  readonly number: number;
};

/** What those who lead make of the alarms on a place. */
export type Answer = "open" | "keep" | "show";

/**
 * Say what comes of the alarms on a place: it stays put aside, it can be shown, or they are looked at once more.
 */
export type AnswerAlarm = {
  readonly place: string;
  readonly answer: Answer;
};

/** Note what was said to a question. */
export type AnswerQuestion = {
  readonly question: string;
  readonly text: string;
};

/** Say how the workshop was. One register for each person, which may be changed while the room looks back. */
export type AnswerReflection = {
  readonly answers: Answers;
  readonly sentence?: string;
};

/** One level for each question; null for a question that is left out. */
export type Answers = {
  readonly heard?: Level | null;
  readonly understood?: Level | null;
  readonly again?: Level | null;
};

/** Let everyone see places and connections that wait. What is for others reasons not for everyone stays so. */
export type ApprovePlaces = {
  readonly ids: readonly string[];
};

/** The inside of one ring; holes are not drawn in a workshop. */
export type Area = {
  readonly type: "Polygon";
  readonly coordinates: readonly (readonly (readonly [number, number])[])[];
};

/**
 * Make the hall's screen light or dark, and its way in large or small. It stays so for a screen that comes back.
 */
export type ArrangeHall = {
  readonly theme?: Theme | null;
  readonly way_in?: WayIn | null;
};

/** Say that one does not understand, with or without saying what. */
export type AskQuestion = {
  readonly question: string;
  readonly item: string;
  readonly text?: string;
};

/** A kind of asset in this workshop, with the one of the six that it matches. */
export type AssetKind = {
  /** The concept's id, where a glossary is in force. */
  readonly key: string;
  readonly label: string;
  readonly matches: "gift_or_skill" | "association" | "institution" | "physical_place" | "exchange" | "story_or_culture";
};

/** Set the workshop up. The first entry of every log, so that a log is whole without any other table. */
export type BeginWorkshop = {
  readonly title: string;
  readonly area: string;
  readonly area_name: string;
  readonly wave?: string | null;
  readonly boundary: Fields;
  readonly blind?: boolean;
  /** Whether those who lead look at everything before others see it. */
  readonly moderated?: boolean;
  readonly asset_kinds?: readonly AssetKind[];
  readonly glossary?: InForce | null;
};

/** Put places from a file on the map. They speak for nobody in the room, and say whose data they are. */
export type BringInPlaces = {
  /** The same for all that one person brings in at once. */
  readonly batch: string;
  readonly provenance: Provenance;
  readonly visibility?: Visibility;
  readonly places: readonly BroughtPlace[];
};

/** One place of a file: an asset of a kind, or a meeting place where no kind is given. */
export type BroughtPlace = {
  readonly place: string;
  readonly geometry: Point | Line | Area;
  readonly title: string;
  readonly note?: string;
  readonly asset_kind?: string | null;
};

/** What brings a page up to `number`: changes over what it has, or over the snapshot named. */
export type CatchUp = {
  readonly type: "catch_up";
  readonly after: number;
  readonly snapshot: number | null;
  readonly number: number;
  readonly changes: readonly (WirePut | WireRemove)[];
};

/** Let the hall read something else, until the next step. */
export type ChangePrompt = {
  /** The words; null or empty for those of the step. */
  readonly prompt: string | null;
};

/** Say that one is here to agree, with the groups that one belongs to. Those who do not rate are not counted. */
export type CheckIn = {
  /** Somebody without a phone, checked in by those who lead. */
  readonly person?: string | null;
  readonly groups?: readonly string[];
  /** False for staff of the host authority, who propose and explain. */
  readonly rates?: boolean;
};

/** Say that one leaves: whoever has gone is not waited for. */
export type CheckOut = {
  readonly person?: string | null;
};

/** What a person says to a wording. */
export type Choice =
  | "strongly_for"
  | "for"
  | "can_live_with_it"
  | "against"
  | "cannot_accept"
  | "not_clear"
  | "skip";

/** Lead the workshop by these steps from now on. */
export type ChooseRunSheet = {
  /** Titles of the guides they come from. */
  readonly guides: readonly string[];
  readonly steps: readonly SheetStep[];
};

/**
 * End the rating and show what the room said: the counts, the reasons without names, and what the rule makes of it.
 */
export type CloseRating = {
  readonly item: string;
  readonly revision: number;
};

/** End it. Its map can be read and no longer changed. */
export type CloseWorkshop = { readonly [name: string]: never };

/** The connection closes after this, and why. */
export type ClosingMessage = {
  readonly type: "closing";
  readonly reason: string;
};

/** Take the last reveal back: the round is blind again, and what that reveal showed is its author's again. */
export type ConcealPlaces = { readonly [name: string]: never };

/** Let the outcome stand. Nobody chooses it: the rule did. */
export type DecideItem = {
  readonly item: string;
  readonly revision: number;
  /** How like the area the room was, as a stamp on the decision. */
  readonly room?: string;
};

/** Leave the words as they are. */
export type DeclineRewording = {
  readonly rewording: string;
};

/** Join two places: how, where and why people connect, and what happens as a result. */
export type DrawConnection = {
  readonly source?: Source;
  /** Whose it is: somebody without a phone, for whom those who lead place it. */
  readonly on_behalf?: string | null;
  readonly connection: string;
  readonly start: string;
  readonly end: string;
  readonly directed?: boolean;
  readonly how: How;
  readonly where: string | "no_fixed_place";
  readonly why: readonly Why[];
  readonly result?: Result;
};

/** Change what an asset says. */
export type EditAsset = {
  readonly place: string;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
  readonly set: SomeAssetDetails;
};

/** Change what a connection says. */
export type EditConnection = {
  readonly connection: string;
  readonly set: SomeConnectionDetails;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
};

/** Change what one proposed, until the room takes it up. */
export type EditItem = {
  readonly item: string;
  readonly label?: string | null;
  readonly meaning?: string | null;
  readonly examples?: readonly string[] | null;
};

/** Change what a meeting place says. */
export type EditMeetingPlace = {
  readonly place: string;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
  readonly set: SomeMeetingDetails;
};

/** Enter the rating of somebody who wrote it on paper, or came too late; marked as such. */
export type EnterRating = {
  readonly item: string;
  readonly revision: number;
  readonly choice: Choice;
  readonly reason?: string;
  readonly matters?: number | null;
  readonly fair?: number | null;
  readonly person: string;
  readonly source?: "paper" | "facilitator";
};

/** The next entry. Someone who may see none of it still receives its number. */
export type EntryMessage = {
  readonly type: "entry";
  readonly number: number;
  readonly operation: string | null;
  readonly kind: string | null;
  readonly person: string | null;
  readonly at: string | null;
  readonly changes: readonly (WirePut | WireRemove)[];
};

/** Say why the room departed from the run sheet: there is time for that afterwards. */
export type ExplainDeparture = {
  readonly departure: string;
  readonly reason: string;
};

/** Numbers are missing: what follows this one? */
export type Fetch = {
  readonly type: "fetch";
  readonly after: number;
};

/** Say by which numbers the room decides, and which groups are looked at by themselves. Before it opens only. */
export type FixRules = {
  readonly numbers?: Numbers;
  readonly groups?: readonly string[];
};

/** Say what one thinks of the wording. It can be changed until the rating is closed. */
export type GiveRating = {
  readonly item: string;
  readonly revision: number;
  readonly choice: Choice;
  readonly reason?: string;
  readonly matters?: number | null;
  readonly fair?: number | null;
};

/** Move the whole room to a step of the run sheet. Going to one from a workshop that was closed opens it again. */
export type GoToStep = {
  readonly step: string;
  /** Why the room departs from the run sheet. */
  readonly reason?: string | null;
};

/** The first message of a connection. */
export type Hello = {
  readonly type: "hello";
  readonly protocol: number;
  /** The last number this page has, or null for none. */
  readonly after: number | null;
};

/** Put a place or connection aside: from then on its author and those who lead see it. */
export type HidePlace = {
  readonly id: string;
};

/** Hide a minority statement because it could harm somebody. That there was one stays. */
export type HideStatement = {
  readonly item: string;
  readonly statement: string;
};

/** How people connect. */
export type How = {
  readonly mode: Mode;
  readonly frequency: HowOften;
  readonly strength: Strength;
};

/** How many people meet. */
export type HowMany = "few" | "up_to_10" | "up_to_30" | "up_to_100" | "more";

/** How often people meet or connect. */
export type HowOften =
  | "daily"
  | "weekly"
  | "monthly"
  | "few_times_a_year"
  | "now_and_then";

/**
 * The release of a glossary by which a workshop names kinds: what is placed is of those kinds, as they were meant
 * then.
 */
export type InForce = {
  readonly name: string;
  readonly version: string;
};

/** What an item is. */
export type ItemType = "term" | "indicator";

/** Say of two places that they are not the same, so that nobody suggests it again. */
export type KeepApart = {
  readonly one: string;
  readonly other: string;
};

/** Three levels: as many as can be told apart without thinking, at the end of an evening. */
export type Level = "yes" | "partly" | "no";

/** By what right an indicator's wording may be used. */
export type Licence = {
  readonly rights?: "ours" | "shipped" | "slot";
  /** Whether the area has the right to use the wording. */
  readonly held?: boolean;
  readonly source?: string;
};

/** A way along at least two different positions. */
export type Line = {
  readonly type: "LineString";
  readonly coordinates: readonly (readonly [number, number])[];
};

/** What a meeting place has besides: who meets, how often, how many, open to whom. */
export type Meeting = {
  readonly who?: string;
  readonly how_often?: HowOften | null;
  readonly how_many?: HowMany | null;
  readonly open_to?: OpenTo | null;
};

/** Treat several proposals as one; the originals are kept. */
export type MergeItems = {
  readonly keep: string;
  readonly others: readonly string[];
};

/**
 * Join places that mean the same. The originals stay in the record; connections and marks move to the one that is
 * kept.
 */
export type MergePlaces = {
  readonly keep: string;
  readonly others: readonly string[];
  /** The version of each place as it was looked at; another one refuses the merge. */
  readonly versions?: Fields;
};

/** By what means people connect. */
export type Mode = "in_person" | "phone" | "online" | "written" | "mixed";

/** Put a place somewhere else, or redraw its line or outline. */
export type MovePlace = {
  readonly place: string;
  readonly geometry: Point | Line | Area;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
};

/** Move the whole room to a stage, or give the stage it is at another length. */
export type MoveToStage = {
  readonly stage: Stage;
  /** How long it is to last; null for as long as it takes. */
  readonly minutes?: number | null;
};

/** The answer to a page that polls: it is no message of a line, but holds two. */
export type News = {
  readonly catch_up: CatchUp;
  readonly presence: PresenceMessage | null;
  readonly edition: number;
};

/** The numbers of the rule. */
export type Numbers = {
  readonly quorum?: number;
  readonly least?: number;
  readonly unclear?: number;
  readonly support?: number;
  readonly parked?: number;
  readonly group_floor?: number;
  readonly group_least?: number;
  readonly high?: number;
  readonly low?: number;
};

/** Let everybody who is checked in say what they think of the wording, each for themselves. */
export type OpenRating = {
  readonly item: string;
  readonly revision: number;
  readonly minutes?: number | null;
};

/** Who may come to a meeting place. */
export type OpenTo = "everyone" | "members" | "invited" | "not_sure";

/** Let people in and begin, or go on after a pause. */
export type OpenWorkshop = { readonly [name: string]: never };

/** What happens as a result of a connection. */
export type Outcome =
  | "new_friendship"
  | "got_help"
  | "gave_help"
  | "learned"
  | "found_work"
  | "felt_better"
  | "took_action"
  | "nothing_yet"
  | "other";

/** Freeze input, with a reason that everyone reads. */
export type PauseWorkshop = {
  readonly because?: string;
};

/** A photo that was sent: its id, what can be seen on it, and its size in pixels. */
export type Photo = {
  readonly id: string;
  readonly alt?: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
};

/** Is the line alive? */
export type Ping = {
  readonly type: "ping";
};

/** Put an asset on the map. */
export type PlaceAsset = {
  readonly source?: Source;
  /** Whose it is: somebody without a phone, for whom those who lead place it. */
  readonly on_behalf?: string | null;
  readonly place: string;
  readonly geometry: Point | Line | Area;
  readonly title: string;
  readonly note?: string;
  readonly visibility?: Visibility;
  readonly precision?: Precision;
  readonly card?: number | null;
  readonly asset_kind: string;
};

/** Put a meeting place on the map. */
export type PlaceMeetingPlace = {
  readonly source?: Source;
  /** Whose it is: somebody without a phone, for whom those who lead place it. */
  readonly on_behalf?: string | null;
  readonly place: string;
  readonly geometry: Point | Line | Area;
  readonly title: string;
  readonly note?: string;
  readonly visibility?: Visibility;
  readonly precision?: Precision;
  readonly card?: number | null;
  readonly meeting?: Meeting;
};

/** One position. */
export type Point = {
  readonly type: "Point";
  readonly coordinates: readonly [number, number];
};

/** The line is alive. */
export type Pong = {
  readonly type: "pong";
};

/** How exactly a place is shown outside the room. */
export type Precision = "exact" | "100m" | "street" | "neighbourhood";

/** Who is here, and where the room is looking. */
export type PresenceMessage = {
  readonly type: "presence";
  readonly count: number;
  readonly people: readonly Present[];
  readonly view: View | null;
  readonly spotlight: string | null;
};

/** Where this page is. Not history: throttled, lossy, never stored. */
export type PresenceUpdate = {
  readonly type: "presence";
  readonly state?: "active" | "idle";
  readonly view?: View | null;
  readonly spotlight?: string | null;
};

/** One person who is here. */
export type Present = {
  readonly person: string;
  readonly name: string;
  readonly state: "active" | "idle";
};

/** Bring a term or an indicator before the room, with one's own words for what it means. */
export type ProposeItem = {
  readonly item: string;
  readonly type: ItemType;
  readonly label: string;
  readonly meaning: string;
  /** Places on the map that show it. */
  readonly examples?: readonly string[];
  /** Of a glossary that it comes from. */
  readonly concept?: string | null;
  readonly licence?: Licence;
};

/** Whose data it is. */
export type Provenance = {
  readonly whose: string;
  readonly licence: string;
  readonly attribution?: string;
  /** The day on which the data was as it is here. */
  readonly day: string;
};

/** Put back into the queue what was approved or given back. */
export type QueuePlaces = {
  readonly ids: readonly string[];
};

/** Say that someone could be harmed if a place is shown. It works at any time: harm does not wait for a stage. */
export type RaiseAlarm = {
  readonly place: string;
};

/**
 * Why an operation was refused: the closed list that the browser puts into words of its own where it knows more.
 */
export type Reason =
  | "unknown_kind"
  | "bad_fields"
  | "not_allowed"
  | "not_yours"
  | "not_found"
  | "removed"
  | "changed_since"
  | "already_there"
  | "paused"
  | "not_open"
  | "closed"
  | "wrong_stage"
  | "too_fast"
  | "too_much"
  | "too_few"
  | "not_stored"
  | "fault"
  | "with_others";

/** The operation was not accepted. */
export type RefusedMessage = {
  readonly type: "refused";
  readonly operation: string;
  readonly reason: Reason;
  readonly message: string;
};

/** Take a connection off the map. It can be brought back. */
export type RemoveConnection = {
  readonly connection: string;
};

/** Take the mark back. */
export type RemoveMeToo = {
  readonly place: string;
};

/** Take a place's photo away. */
export type RemovePhoto = {
  readonly place: string;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
};

/** Take a place off the map, with its connections and marks. It can be brought back. */
export type RemovePlace = {
  readonly place: string;
};

/** Take back a closing: a slip of the hand must not end an evening. */
export type ReopenWorkshop = {
  readonly stage?: Stage;
};

/** Bring a removed connection back. */
export type RestoreConnection = {
  readonly connection: string;
};

/** Bring back what was put aside together with all that a person added. */
export type RestorePerson = {
  readonly person: string;
};

/** Bring a removed place back, with the connections and marks that went with it. */
export type RestorePlace = {
  readonly place: string;
};

/** What happens as a result of a connection. */
export type Result = {
  readonly outcome?: Outcome | null;
  readonly words?: string;
};

/** Give a place or connection back to its author, who reads why and what to do. Once corrected, it waits again. */
export type ReturnPlace = {
  readonly id: string;
  readonly reason: ReturnReason;
  readonly words?: string;
};

/** Why those who lead give something back to its author. The page has a sentence for each, and what to do. */
export type ReturnReason =
  | "spot"
  | "unclear"
  | "home"
  | "person"
  | "outside"
  | "other";

/** Show everyone what people placed; what is for facilitators only, waits or was put aside stays so. */
export type RevealPlaces = { readonly [name: string]: never };

/** Put aside all that one person added: places, connections, marks. What others built on it is hidden with it. */
export type RevertPerson = {
  readonly person: string;
};

/** What a person is in one workshop. */
export type Role =
  | "admin"
  | "facilitator"
  | "researcher"
  | "participant"
  | "projector";

/** Give a place its photo; one that it had goes. */
export type SetPhoto = {
  readonly place: string;
  readonly photo: Photo;
  /** What the fields must still hold: an undo restores only its own. */
  readonly expected?: Fields;
};

/** A step as a run sheet holds it: all that its guide says of it. */
export type SheetStep = {
  readonly key: string;
  readonly title: string;
  readonly stage: Stage;
  readonly minutes: number;
  readonly say: readonly string[];
  readonly do: readonly string[];
  readonly watch: readonly string[];
  readonly prompt: string;
  readonly blind?: boolean | null;
  readonly moderated?: boolean | null;
};

/** Show the room what was answered: counts alone, as they stand now. The sentences stay with those who lead. */
export type ShowReflections = { readonly [name: string]: never };

/** Of an asset. */
export type SomeAssetDetails = {
  readonly title?: string | null;
  readonly note?: string | null;
  readonly visibility?: Visibility | null;
  readonly precision?: Precision | null;
  readonly asset_kind?: string | null;
};

/** The details to set; those left out stay. */
export type SomeConnectionDetails = {
  readonly directed?: boolean | null;
  readonly how?: How | null;
  readonly where?: string | "no_fixed_place" | null;
  readonly why?: readonly Why[] | null;
  readonly result?: Result | null;
};

/** Of a meeting place. */
export type SomeMeetingDetails = {
  readonly title?: string | null;
  readonly note?: string | null;
  readonly visibility?: Visibility | null;
  readonly precision?: Precision | null;
  readonly meeting?: Meeting | null;
};

/** How a place came onto the map. */
export type Source = "phone" | "facilitator" | "paper" | "brought_in";

/** Take a merge back: each of these places stands for itself again, with what was drawn and marked on it. */
export type SplitPlaces = {
  readonly places: readonly string[];
};

/** What the room is doing. */
export type Stage =
  | "lobby"
  | "places"
  | "connections"
  | "terms"
  | "indicators"
  | "reflect"
  | "closed";

/** Begin another round of placing, blind or open, moderated or direct. */
export type StartRound = {
  readonly blind: boolean;
  readonly moderated?: boolean;
};

/** Say, beside a decision, what those who did not agree want to be known. It stands without a name. */
export type StateMinority = {
  readonly item: string;
  readonly statement: string;
  readonly text: string;
  /** Whose it is, where those who lead write it down. */
  readonly person?: string | null;
};

/** How strong a connection is. */
export type Strength = "weak" | "steady" | "strong";

/** Operations to accept. With `together` none is accepted unless all are. */
export type Submit = {
  readonly type: "submit";
  readonly operations: readonly SubmittedOperation[];
  readonly together?: boolean;
};

/** One operation, under an id of the page's making. */
export type SubmittedOperation = {
  readonly id: string;
  readonly kind: string;
  readonly payload: Fields;
  /** The phone's own clock; kept nowhere, orders nothing. */
  readonly device_time?: string | null;
};

/** Suggest other words for what is before the room. */
export type SuggestRewording = {
  readonly rewording: string;
  readonly item: string;
  /** The wording that it is meant to better. */
  readonly revision: number;
  readonly label: string;
  readonly meaning: string;
};

/** Take one's own alarm back, for a slip of the thumb, while nobody has looked at it. */
export type TakeBackAlarm = {
  readonly place: string;
};

/** Take places that were brought in off the map again, as long as nothing stands on them. */
export type TakeBackPlaces = {
  readonly places: readonly string[];
};

/** Put one item before the room. */
export type TakeUp = {
  readonly item: string;
  readonly minutes?: number;
};

/** For a dim hall or a bright one. */
export type Theme = "dark" | "light";

/** Take back that something was put aside, for whatever cause: it is as its own fields say. */
export type UnhidePlace = {
  readonly id: string;
};

/** What a facilitator's map shows, which the projector follows. */
export type View = {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
};

/** Who may see a place once the workshop is over; FACILITATORS holds in the room too. */
export type Visibility = "room" | "partners" | "public" | "facilitators";

/** How large the code and its picture stand on the hall's screen. */
export type WayIn = "auto" | "large" | "small";

/** Who this session is, and how the room stands. */
export type Welcome = {
  readonly type: "welcome";
  readonly protocol: number;
  readonly session: string;
  readonly person: string;
  readonly role: Role;
  readonly number: number;
};

/** Why people connect. */
export type Why =
  | "support"
  | "practical_help"
  | "fun"
  | "belief"
  | "work"
  | "caring"
  | "campaigning"
  | "learning";

/** The record is now as given. */
export type WirePut = {
  readonly put: WireRecord;
};

/** A record as a browser holds it. */
export type WireRecord = {
  readonly kind: string;
  readonly id: string;
  readonly author: string | null;
  readonly audience: "everyone" | "author" | "leading" | "own" | "screen";
  readonly version: number;
  readonly fields: Fields;
  readonly stands_on: readonly string[];
};

/** The record is gone, or is no longer for this person. */
export type WireRemove = {
  readonly remove: string;
};

/** Take back what one proposed, until the room takes it up. */
export type WithdrawItem = {
  readonly item: string;
};

/** Take back all that a participant ever added, of every kind: for good, and at any time, also after the end. */
export type WithdrawPerson = {
  readonly person: string;
};

/** What a page sends. */
export type ClientMessage =
  | Hello
  | Submit
  | Fetch
  | PresenceUpdate
  | Ping;

/** What the server sends. */
export type ServerMessage =
  | Welcome
  | CatchUp
  | EntryMessage
  | AlreadyMessage
  | RefusedMessage
  | PresenceMessage
  | Pong
  | ClosingMessage;

/** What a record undergoes. */
export type WireChange =
  | WirePut
  | WireRemove;

/** What each kind of operation carries. */
export type OperationPayloads = {
  readonly "workshop.begin": BeginWorkshop;
  readonly "workshop.open": OpenWorkshop;
  readonly "workshop.pause": PauseWorkshop;
  readonly "workshop.close": CloseWorkshop;
  readonly "workshop.reopen": ReopenWorkshop;
  readonly "workshop.move_to_stage": MoveToStage;
  readonly "workshop.start_round": StartRound;
  readonly "run_sheet.choose": ChooseRunSheet;
  readonly "run_sheet.go_to": GoToStep;
  readonly "departure.explain": ExplainDeparture;
  readonly "prompt.change": ChangePrompt;
  readonly "asset.place": PlaceAsset;
  readonly "asset.edit": EditAsset;
  readonly "meeting_place.place": PlaceMeetingPlace;
  readonly "meeting_place.edit": EditMeetingPlace;
  readonly "place.move": MovePlace;
  readonly "place.remove": RemovePlace;
  readonly "place.restore": RestorePlace;
  readonly "place.set_photo": SetPhoto;
  readonly "place.remove_photo": RemovePhoto;
  readonly "me_too.add": AddMeToo;
  readonly "me_too.remove": RemoveMeToo;
  readonly "connection.draw": DrawConnection;
  readonly "connection.edit": EditConnection;
  readonly "connection.remove": RemoveConnection;
  readonly "connection.restore": RestoreConnection;
  readonly "places.reveal": RevealPlaces;
  readonly "places.conceal": ConcealPlaces;
  readonly "place.approve": ApprovePlaces;
  readonly "place.return": ReturnPlace;
  readonly "place.queue": QueuePlaces;
  readonly "place.hide": HidePlace;
  readonly "place.unhide": UnhidePlace;
  readonly "place.alarm": RaiseAlarm;
  readonly "alarm.take_back": TakeBackAlarm;
  readonly "alarm.answer": AnswerAlarm;
  readonly "places.merge": MergePlaces;
  readonly "places.split": SplitPlaces;
  readonly "places.keep_apart": KeepApart;
  readonly "places.bring_in": BringInPlaces;
  readonly "places.take_back": TakeBackPlaces;
  readonly "person.revert": RevertPerson;
  readonly "person.restore": RestorePerson;
  readonly "person.withdraw": WithdrawPerson;
  readonly "agreement.fix_rules": FixRules;
  readonly "attendance.check_in": CheckIn;
  readonly "attendance.check_out": CheckOut;
  readonly "item.propose": ProposeItem;
  readonly "item.edit": EditItem;
  readonly "item.withdraw": WithdrawItem;
  readonly "item.merge": MergeItems;
  readonly "item.take_up": TakeUp;
  readonly "question.ask": AskQuestion;
  readonly "question.answer": AnswerQuestion;
  readonly "rewording.suggest": SuggestRewording;
  readonly "rewording.accept": AcceptRewording;
  readonly "rewording.decline": DeclineRewording;
  readonly "rating.open": OpenRating;
  readonly "rating.give": GiveRating;
  readonly "rating.enter": EnterRating;
  readonly "rating.close": CloseRating;
  readonly "item.decide": DecideItem;
  readonly "minority.state": StateMinority;
  readonly "minority.hide": HideStatement;
  readonly "reflection.answer": AnswerReflection;
  readonly "reflection.show": ShowReflections;
  readonly "hall.arrange": ArrangeHall;
};
export type OperationKind = keyof OperationPayloads;
