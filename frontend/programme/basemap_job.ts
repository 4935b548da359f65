/** Sending a map file and watching the server build from it, in words for the page. */

import { told } from "../components/told";
import { fill, words } from "../components/words";

export interface Job {
  readonly state: "none" | "waiting" | "building" | "ready" | "failed";
  /** Of the work that is done, from 0 to 1. */
  readonly fraction: number;
  readonly message: string;
}

/** What the page shows of a job; a fraction of null shows no bar. */
export interface Shown {
  readonly words: string;
  readonly fraction: number | null;
  readonly failed: boolean;
}

export interface Surroundings {
  /** Ask how far the job is. */
  readonly ask: () => Promise<Job>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly show: (shown: Shown) => void;
}

const BETWEEN_LOOKS_MS = 1000;
/** A build takes a minute or two: whoever cannot be asked for this many looks in a row is given up. */
const MOST_SILENT_LOOKS = 20;

const LOST = words("The server does not answer. It goes on building if it can: please load this page again later.");
const SENT = words("The file is here. Now the server draws the map.");
const SENDING = words("Sending the file: {percent} %");
const NOT_SENT = words("The file did not arrive. The map before is still in use. Please check the connection and send it again.");

export function isUnderWay(job: Job): boolean {
  return job.state === "waiting" || job.state === "building";
}

export function shownOf(job: Job): Shown {
  if (job.state === "failed") return { words: told(job.message), fraction: null, failed: true };
  if (!isUnderWay(job)) return { words: told(job.message), fraction: null, failed: false };
  return { words: told(job.message), fraction: job.fraction, failed: false };
}

/** Watch a job until it ends. Returns how it ended, or null if the server fell silent. */
export async function watch(around: Surroundings): Promise<Job | null> {
  let silent = 0;
  while (silent < MOST_SILENT_LOOKS) {
    try {
      const job = await around.ask();
      silent = 0;
      around.show(shownOf(job));
      if (!isUnderWay(job)) return job;
    } catch {
      silent += 1;
    }
    await around.wait(BETWEEN_LOOKS_MS);
  }
  around.show({ words: LOST, fraction: null, failed: true });
  return null;
}

/** Send a form, telling how much has gone. Returns whether the server took it; if not, its words are shown. */
export function send(form: HTMLFormElement, request: XMLHttpRequest, show: (shown: Shown) => void): Promise<boolean> {
  return new Promise((resolve) => {
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const fraction = event.loaded / event.total;
      const said = fraction < 1 ? fill(SENDING, { percent: Math.floor(fraction * 100) }) : SENT;
      show({ words: said, fraction, failed: false });
    });
    request.addEventListener("loadend", () => {
      const taken = request.status === 202;
      if (!taken) show({ words: refusalOf(request), fraction: null, failed: true });
      resolve(taken);
    });
    request.send(new FormData(form));
  });
}

function refusalOf(request: XMLHttpRequest): string {
  try {
    const answer = JSON.parse(request.responseText) as { message?: unknown };
    return typeof answer.message === "string" ? told(answer.message) : NOT_SENT;
  } catch {
    return NOT_SENT;
  }
}
