/** A line over plain requests, for guest networks that block sockets: nearly live, by requests that wait for news. */

import { codeOf, readMessages, readNews } from "./decode";
import type { Line, LineEars, PageState, Paths } from "./line";
import { PROTOCOL_VERSION, type CatchUp, type ClientMessage, type PresenceUpdate, type Role, type Submit } from "./protocol";
import { CONNECT_LIMIT } from "./socket_line";
import type { Answer, Asking, Clock, Surroundings, Timer } from "./surroundings";
import type { ClosedReason } from "./words";

/** Seconds that the server may hold a request until there is news. */
export const WAIT = 20;

/** Milliseconds beyond which a request counts as lost. */
export const REQUEST_LIMIT = 15_000;

/** Milliseconds between two requests where the server does not hold them. */
export const PAUSE = 2_000;

/** Milliseconds between two requests of which the first brought only who is here, and between two tellings of where this page is. */
export const PRESENCE_PAUSE = 500;

/** Refusals that will not pass by themselves; after others the line is dialled again. */
const CLOSED_BY: Readonly<Record<number, ClosedReason>> = {
  401: "signed_out",
  403: "removed",
  404: "not_found",
  410: "not_found",
  422: "not_understood",
};

export class HttpLine implements Line {
  private readonly clock: Clock;
  private readonly request: Surroundings["request"];
  private readonly paths: Paths;
  private readonly page: PageState;
  private readonly ears: LineEars;
  private readonly underWay = new Set<{ cancel(): void }>();
  private news: { cancel(): void } | null = null;
  private pause: Timer | null = null;
  private role: Role | null = null;
  private isOver = false;
  /** By which the server tells this page from others of the same person. */
  private readonly name: string;
  /** Of who is here, as it was told last. */
  private edition: number | null = null;
  /** Where this page is, if that is still to be told. */
  private whereabouts: PresenceUpdate | null = null;
  private isTelling = false;

  constructor(surroundings: Surroundings, paths: Paths, page: PageState, ears: LineEars) {
    this.clock = surroundings.clock;
    this.request = surroundings.request;
    this.paths = paths;
    this.page = page;
    this.ears = ears;
    this.name = surroundings.random().toString(36).slice(2);
    this.askForNews(0);
  }

  send(message: ClientMessage): void {
    if (message.type === "submit") this.submit(message);
    else if (message.type !== "presence") this.check();
    else {
      this.whereabouts = message;
      if (!this.isTelling) this.tellWhereabouts();
    }
  }

  check(): void {
    this.news?.cancel();
    this.askForNews(0);
  }

  close(): void {
    this.isOver = true;
    this.pause?.cancel();
    for (const asking of [...this.underWay]) asking.cancel();
  }

  private askForNews(wait: number): void {
    this.pause?.cancel();
    const after = this.page.number();
    const known = `${after === null ? "" : `&after=${after}`}${this.edition === null ? "" : `&edition=${this.edition}`}`;
    const path = `${this.paths.news}?page=${this.name}&wait=${wait}${known}`;
    const asked = this.clock.now();
    const limit = this.role !== null ? REQUEST_LIMIT + wait * 1_000 : CONNECT_LIMIT;
    const news = this.ask(this.request({ method: "GET", path }), limit, ({ text, role }) => {
      const read = readNews(text);
      // A guest network's sign-in page answers everything, and well.
      if (read === null) return this.end(null);
      const { catch_up, presence, edition } = read;
      this.welcome(role, catch_up);
      this.ears.heard(catch_up);
      this.edition = edition;
      if (presence !== null && !this.isOver) this.ears.heard(presence);
      if (this.isOver || this.news !== news) return;
      const isNothingNew = this.page.number() === after;
      // Nothing new and nothing held back, or a snapshot on its way: not at once again.
      const isHasty = presence === null && this.clock.now() - asked < PAUSE && (wait > 0 || after === null);
      const pause = isHasty ? PAUSE : presence === null ? 0 : PRESENCE_PAUSE;
      this.pause = this.clock.later(isNothingNew ? pause : 0, () => this.askForNews(WAIT));
    });
    this.news = news;
  }

  /** Say who this is, as a socket does: at first, and when the role has changed. */
  private welcome(said: Role | null, { number }: CatchUp): void {
    const { person, role: before } = this.page.me();
    const role = said ?? before;
    if (this.role === null) this.ears.opened();
    if (this.role === role) return;
    this.role = role;
    this.ears.heard({ type: "welcome", protocol: PROTOCOL_VERSION, session: "", person, role, number });
  }

  /** Tell where this page is: the latest only, and lost where it does not arrive. */
  private tellWhereabouts(): void {
    const { whereabouts } = this;
    this.isTelling = whereabouts !== null && !this.isOver;
    if (whereabouts === null || this.isOver) return;
    this.whereabouts = null;
    const path = `${this.paths.presence}?page=${this.name}`;
    const again = (): void => void this.clock.later(PRESENCE_PAUSE, () => this.tellWhereabouts());
    this.request({ method: "POST", path, body: JSON.stringify(whereabouts) }).answer.then(again, again);
  }

  private submit({ operations, together }: Submit): void {
    const body = JSON.stringify({ operations, together });
    this.ask(this.request({ method: "POST", path: this.paths.operations, body }), REQUEST_LIMIT, ({ text }) => {
      const answers = readMessages(text);
      if (answers === null) this.end(null);
      for (const answer of answers ?? []) if (!this.isOver) this.ears.heard(answer);
    });
  }

  private ask(asking: Asking, limit: number, heard: (answer: Answer) => void): { cancel(): void } {
    const timer = this.clock.later(limit, () => this.end(null));
    const own = {
      cancel: () => {
        timer.cancel();
        this.underWay.delete(own);
        asking.cancel();
      },
    };
    this.underWay.add(own);
    const settle = (act: () => void): void => {
      timer.cancel();
      if (this.underWay.delete(own) && !this.isOver) act();
    };
    asking.answer.then(
      (answer) => settle(() => (isGood(answer) ? heard(answer) : this.end(reasonOf(answer)))),
      () => settle(() => this.end(null)),
    );
    return own;
  }

  private end(reason: ClosedReason | null): void {
    if (this.isOver) return;
    this.close();
    this.ears.lost(reason);
  }
}

function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** Only a refusal of our own server counts: proxies and sign-in pages have codes as well. */
function reasonOf({ status, text }: Answer): ClosedReason | null {
  const code = codeOf(text);
  if (code === "someone_else") return code;
  return code === null ? null : (CLOSED_BY[status] ?? null);
}
