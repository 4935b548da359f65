/** Opens the player from the facts that a page or a file carries, in the browser as it is. */

import { Player, type Shown } from "./player";

export function openPlayer(page: Document): Player {
  const [facts, host, list] = ["page-context", "film", "film-list"].map((id) => page.getElementById(id));
  if (!facts || !host || !list) throw new Error("This page lacks its film.");
  const less = matchMedia("(prefers-reduced-motion: reduce)");
  return new Player(host, list, JSON.parse(facts.textContent ?? "") as Shown, {
    now: () => performance.now(),
    nextFrame: (call) => void requestAnimationFrame(call),
    wantsLessMotion: () => less.matches,
  });
}
