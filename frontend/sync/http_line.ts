/** A line over plain requests, for guest networks that block sockets: nearly live, by requests that wait for news. */

import { codeOf, readCatchUp, readMessages } from "./decode";
import type { Line, LineEars, PageState, Paths } from "./line";
import { PROTOCOL_VERSION, type CatchUp, type ClientMessage, type Role, type Submit } from "./protocol";
import { CONNECT_LIMIT } from "./socket_line";
import type { Answer, Asking, Clock, Surroundings, Timer } from "./surroundings";
import type { ClosedReason } from "./words";

/** Seconds that the server may hold a request until there is news. */
export const WAIT = 20;

/** Milliseconds beyond which a request counts as lost. */
export const REQUEST_LIMIT = 15_000;

/** Milliseconds between two requests where the server does not hold them. */
export const PAUSE = 2_000;

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

  constructor(surroundings: Surroundings, paths: Paths, page: PageState, ears: LineEars) {
    this.clock = surroundings.clock;
    this.request = surroundings.request;
    this.paths = paths;
    this.page = page;
    this.ears = ears;
    this.askForNews(0);
  }

  send(message: ClientMessage): void {
    if (message.type === "submit") this.submit(message);
    // Presence is not told this way: it is lossy by its nature, and a request a second is not worth it.
    else if (message.type !== "presence") this.check();
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
    const path = `${this.paths.entries}?wait=${wait}${after === null ? "" : `&after=${after}`}`;
    const asked = this.clock.now();
    const limit = this.role !== null ? REQUEST_LIMIT + wait * 1_000 : CONNECT_LIMIT;
    const news = this.ask(this.request({ method: "GET", path }), limit, ({ text, role }) => {
      const message = readCatchUp(text);
      // A guest network's sign-in page answers everything, and well.
      if (message === null) return this.end(null);
      this.welcome(role, message);
      this.ears.heard(message);
      if (this.isOver || this.news !== news) return;
      // Nothing new and nothing held back, or a snapshot on its way: not at once again.
      const isHasty = this.clock.now() - asked < PAUSE && (wait > 0 || after === null) && this.page.number() === after;
      this.pause = this.clock.later(isHasty ? PAUSE : 0, () => this.askForNews(WAIT));
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
