/** What the console says of people, of the time, and of the hall's screen. */

import { words } from "../../components/words";

export const PEOPLE = words({
  here: { one: "1 person here", other: "{count} people here" },
  active: { one: "1 at their phone", other: "{count} at their phones" },
  away: { one: "1 away from the phone", other: "{count} away from the phone" },
  gone: { one: "1 gone", other: "{count} gone" },
  quiet: { one: "Quiet: 1", other: "Quiet: {count}" },
  quietHint: "Here, and nothing added in this stage. Perhaps they listen, or need a hand.",
  nothing: "nothing yet",
  added: { one: "1 place", other: "{count} places" },
  more: { one: "Show 1 more", other: "Show {count} more" },
  waiting: "Nobody is here yet.",
});

export const TIME = words({
  left: { one: "1 minute left", other: "{count} minutes left" },
  over: "The time is up. Go on, or give it 5 minutes more.",
});

export const SCREEN = words({
  heading: "The hall’s screen",
  theme: "Colours",
  dark: "Dark",
  light: "Light",
  wayIn: "The code",
  auto: "By itself",
  large: "Large",
  small: "Small",
  madeLight: "The hall’s screen is light.",
  madeDark: "The hall’s screen is dark.",
  codeLarge: "The hall’s screen shows the code large.",
  codeSmall: "The hall’s screen shows the code small.",
  codeAuto: "The code is large while people arrive, then small.",
});
