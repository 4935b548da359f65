/** What the gallery says. It is for those who work on components, who read English: no catalogue holds it. */

export const GALLERY = {
  examples: "Examples",
  shown: "The example",
  none: "There is no example yet.",
};

export const OPTIONS = {
  width: { label: "Width", options: { "320": "320, a small phone", "390": "390, a phone", "768": "768, a tablet", "1280": "1280, a laptop" } },
  theme: { label: "Theme", options: { light: "Light", dark: "Dark" } },
  screen: { label: "Letters", options: { phone: "Phone", console: "Console", projector: "Projector" } },
  language: { label: "Direction", options: { en: "Left to right, English", ur: "Right to left, Urdu" } },
};
