import { words } from "../words";

export const WORDS = words({
  larger: "Show the photo larger: {alt}",
  smaller: "Show the photo smaller: {alt}",
});
