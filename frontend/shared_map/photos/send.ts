/** One photo sent to the server, with how far it has come. */

import { told } from "../../components/told";
import { codeOf } from "../../sync/decode";

export type Sent =
  | { readonly outcome: "kept"; readonly width: number; readonly height: number }
  /** Not now: the network, a pause, too many at once. The photo waits. */
  | { readonly outcome: "later" }
  /** Never: the sentence says why. */
  | { readonly outcome: "refused"; readonly message: string };

export interface Sending {
  readonly address: string;
  readonly person: string;
  readonly content: ArrayBuffer;
  /** Told how much of it has gone, from 0 to 1. */
  readonly progress: (part: number) => void;
}

/** Refusals that end: the workshop goes on, opens, or comes back to the map. */
const PASSING = new Set(["paused", "not_open", "wrong_stage"]);
const TRY_AGAIN = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** Milliseconds beyond which a photo counts as stuck. */
const LIMIT = 120_000;

export function sendPhoto({ address, person, content, progress }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.timeout = LIMIT;
    request.setRequestHeader("Content-Type", "image/jpeg");
    request.setRequestHeader("Kithmap-Person", person);
    request.upload.onprogress = ({ loaded, total }) => total > 0 && progress(loaded / total);
    request.onloadend = () => resolve(answered(request.status, request.responseText));
    request.send(content);
  });
}

/** What an answer means for the photo. */
export function answered(status: number, text: string): Sent {
  const said = jsonOf(text);
  if (status === 201 && typeof said["width"] === "number" && typeof said["height"] === "number") {
    return { outcome: "kept", width: said["width"], height: said["height"] };
  }
  // A guest network's sign-in page answers in our server's place, and well: only our own refusals count.
  const code = codeOf(text);
  if (code === null || TRY_AGAIN.has(status) || PASSING.has(code)) return { outcome: "later" };
  return { outcome: "refused", message: told(String(said["message"] ?? "")) };
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
