/** What is said of photos. */

import { words } from "../../components/words";

export const PHOTO = words({
  ask: "A photo",
  hint: "If you like. No faces of people who have not said yes, please.",
  choose: "Add a photo",
  another: "Take another one",
  drop: "Leave it out",
  add: "Add this photo",
  cancel: "Cancel",
  alt: "What can be seen on it?",
  altHint: "A few words, for people who cannot see it.",
  preparing: "The photo is being made smaller…",
  unreadable: "This phone cannot read that picture. Please choose another one, or take a new photo.",
  waiting: "The photo is kept here and will be sent.",
  sending: "The photo is on its way: {percent} %",
  notKept: "This phone keeps no photos for later, so please leave this page open until the photo is sent.",
  change: "Another photo",
  remove: "Take off the photo",
  added: "The photo is on “{title}”.",
  removed: "The photo is off “{title}”.",
  unnamed: "Photo of {title}",
});
