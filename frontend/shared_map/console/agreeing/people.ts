/** Who is counted among those who rate, and who could be: those with a phone count themselves, the others at the desk. */

import { fill } from "../../../components/words";
import type { RecordsView } from "../../../sync/records";
import type { Desk } from "../desk";
import { calledOf } from "../for_whom";
import type { LivePage } from "../../live_page";
import type { Seated } from "../state";
import { COUNTING } from "./words";

export interface Rater {
  readonly person: string;
  /** What the desk calls them. */
  readonly called: string;
  /** Whether the facilitator counted them in. */
  readonly byDesk: boolean;
}

/** How often those who are seated are asked for again, in milliseconds: somebody may take a chair at any time. */
const AGAIN_AFTER = 15_000;

/** Letters of an id that tell apart those who gave no name. */
const LETTERS = 4;

interface Kept {
  readonly people: readonly Seated[];
  readonly at: number;
}

const kept = new WeakMap<LivePage, Kept>();
const asking = new WeakSet<LivePage>();

/** Those who were seated without a phone, as the server told last. Asks again when that is a while ago. */
export function seatedAt(desk: Desk): readonly Seated[] {
  const { live } = desk;
  const known = kept.get(live);
  if ((known === undefined || Date.now() - known.at > AGAIN_AFTER) && !asking.has(live)) void ask(desk);
  return known?.people ?? [];
}

async function ask(desk: Desk): Promise<void> {
  const { live } = desk;
  asking.add(live);
  let people: readonly Seated[] = kept.get(live)?.people ?? [];
  try {
    const { api, query } = live.context;
    const answer = await fetch(`${api}/seated${query === "" ? "" : `?${query}`}`);
    if (answer.ok) people = (await answer.json()) as readonly Seated[];
  } catch {
    // The line is down: what was known stays, and it is asked again later.
  }
  kept.set(live, { people, at: Date.now() });
  asking.delete(live);
  desk.set({});
}

/** Those who rate, the ones first whom the desk counted in: their answers come on paper. */
export function ratersAt(desk: Desk): readonly Rater[] {
  const { records, presence } = desk.live.client;
  const seated = new Map(seatedAt(desk).map((each) => [each.person, calledOf(each)]));
  const present = new Map((presence?.people ?? []).map(({ person, name }) => [person, name]));
  const raters = attending(records).map(({ person, source }) => ({
    person,
    called: seated.get(person) ?? present.get(person) ?? fill(COUNTING.someone, { letters: person.slice(-LETTERS) }),
    byDesk: source === "facilitator",
  }));
  return raters.sort((one, other) => Number(other.byDesk) - Number(one.byDesk) || one.called.localeCompare(other.called));
}

/** Those with a phone who are counted and not here now: a quorum would wait for them. */
export function gone(desk: Desk): readonly Rater[] {
  const here = new Set((desk.live.client.presence?.people ?? []).map(({ person }) => person));
  return here.size === 0 ? [] : ratersAt(desk).filter(({ person, byDesk }) => !byDesk && !here.has(person));
}

/** Those who are seated without a phone and not counted yet. */
export function uncounted(desk: Desk): readonly Seated[] {
  const counted = new Set(attending(desk.live.client.records).map(({ person }) => person));
  return seatedAt(desk).filter(({ person }) => !counted.has(person));
}

function attending(records: RecordsView): readonly { readonly person: string; readonly source: string }[] {
  return records
    .ofKind("attendance")
    .filter(({ fields }) => fields["rates"] === true)
    .map(({ fields }) => ({ person: fields["person"] as string, source: fields["source"] as string }));
}
