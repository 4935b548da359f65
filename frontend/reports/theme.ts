/** Light or dark as the device asks, and always light on paper. */

export interface Surroundings {
  matchMedia(query: string): MediaQueryList;
  addEventListener(what: "beforeprint" | "afterprint", call: () => void): void;
}

export function followTheDevice(page: Document, around: Surroundings): void {
  const dark = around.matchMedia("(prefers-color-scheme: dark)");
  const set = (isDark: boolean): void => {
    page.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  const follow = (): void => set(dark.matches);
  follow();
  dark.addEventListener("change", follow);
  around.addEventListener("beforeprint", () => set(false));
  around.addEventListener("afterprint", follow);
}
