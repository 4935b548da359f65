/** An area's page: its basemap forms tell how far they are. Without this script they work as plain forms. */

import "../base/base.css";
import { isUnderWay, send, watch, type Job, type Shown } from "./basemap_job";

const place = document.getElementById("basemap-job");
if (place !== null) follow(place, place.dataset["area"] ?? "");

function follow(place: HTMLElement, area: string): void {
  const around = {
    ask: async (): Promise<Job> => {
      const answer = await fetch(`/api/areas/${area}/basemap`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Job;
    },
    wait: (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    show: (shown: Shown): void => show(place, shown),
  };
  const watchToTheEnd = async (): Promise<void> => {
    const job = await watch(around);
    // The new map, its attribution and its size are the server's to write.
    if (job?.state === "ready") location.reload();
  };
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-basemap-form]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      if (button !== null) button.disabled = true;
      void send(form, new XMLHttpRequest(), around.show).then((taken) => {
        if (button !== null) button.disabled = false;
        return taken ? watchToTheEnd() : undefined;
      });
    });
  }
  const state = place.dataset["state"] as Job["state"];
  if (isUnderWay({ state, fraction: 0, message: "" })) void watchToTheEnd();
}

function show(place: HTMLElement, shown: Shown): void {
  const words = document.createElement("p");
  words.textContent = shown.words;
  if (shown.failed) {
    const errors = document.createElement("div");
    errors.className = "errors";
    errors.append(words);
    place.replaceChildren(errors);
    return;
  }
  if (shown.fraction === null) {
    place.replaceChildren(words);
    return;
  }
  const bar = document.createElement("progress");
  bar.className = "job-progress";
  bar.max = 1;
  bar.value = shown.fraction;
  place.replaceChildren(words, bar);
}
