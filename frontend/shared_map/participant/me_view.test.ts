// @vitest-environment happy-dom

import { render } from "lit";
import { describe, expect, test } from "vitest";
import { aboutMeLink, meLink } from "./me_view";
import { ME } from "./me_words";

function links(view: unknown): (string | null)[] {
  const ground = document.createElement("div");
  render(view, ground);
  return [...ground.querySelectorAll("a")].map((link) => link.getAttribute("href"));
}

describe("the way to one's own page", () => {
  const mine = { role: "participant", workshop: "w1" } as const;

  test("is there for a participant", () => {
    expect(links(meLink(mine, ME.withdraw))).toEqual(["/w/w1/me"]);
    expect(links(aboutMeLink(mine))).toEqual(["/w/w1/me/about"]);
  });

  test("is not there for who leads the room: they have an account", () => {
    const leading = { role: "facilitator", workshop: "w1" } as const;
    expect(links(meLink(leading))).toEqual([]);
    expect(links(aboutMeLink(leading))).toEqual([]);
  });
});
