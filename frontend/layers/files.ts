/** How far the files of a release are, while they are being made. */

import { fill, words } from "../components/words";

interface FileList {
  readonly state: "none" | "making" | "ready" | "failed";
  readonly fraction: number;
}

const WORDS = words({
  making: "The files of this version are being made: {percent} %.",
  failed: "Some files of this version could not be made. They are tried again when somebody asks for them.",
  read: "Open the page of this version",
});

const ASK_AGAIN_MS = 700;

/** Show how far they are for as long as they are being made; what was ready before says nothing. */
export async function followFiles(place: HTMLElement, wait = sleep): Promise<void> {
  let told = false;
  for (;;) {
    const list = await ask(place.dataset["address"] ?? "");
    if (list === null || (list.state !== "making" && !told && list.state !== "failed")) return;
    told = true;
    show(place, list);
    if (list.state !== "making") return;
    await wait(ASK_AGAIN_MS);
  }
}

async function ask(address: string): Promise<FileList | null> {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as FileList) : null;
  } catch {
    return null;
  }
}

function show(place: HTMLElement, list: FileList): void {
  const line = document.createElement("p");
  const card = document.createElement("div");
  card.className = list.state === "failed" ? "errors" : "notice";
  card.append(line);
  if (list.state === "failed") {
    line.textContent = WORDS.failed;
  } else if (list.state === "making") {
    line.textContent = fill(WORDS.making, { percent: Math.round(list.fraction * 100) });
    const bar = document.createElement("progress");
    bar.className = "job-progress";
    bar.max = 1;
    bar.value = list.fraction;
    card.append(bar);
  } else {
    const link = document.createElement("a");
    link.href = place.dataset["page"] ?? "";
    link.textContent = WORDS.read;
    line.append(link);
  }
  place.replaceChildren(card);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
