/** The script of the gallery: the list of all examples, or one of them, as the page asks. */

import { html, render } from "lit";
import "../../shared_map/console/console.css";
import "../../shared_map/participant/participant.css";
import "../../shared_map/projector/projector.css";
import "./gallery.css";
import { galleryView, START, type Choice } from "./gallery_view";
import { ALL_EXAMPLES } from "./all_examples";

const [gallery, example] = [document.getElementById("gallery"), document.getElementById("example")];
if (gallery !== null) openGallery(gallery);
if (example !== null) showExample(example);

function openGallery(host: HTMLElement): void {
  let choice: Choice = START;
  const choose = (part: Partial<Choice>): void => {
    choice = { ...choice, ...part };
    render(galleryView(ALL_EXAMPLES, choice, choose), host);
  };
  choose({});
}

function showExample(host: HTMLElement): void {
  const found = ALL_EXAMPLES.find(({ name }) => name === host.dataset["name"]);
  render(found?.render() ?? html`<p>There is no such example.</p>`, host);
}
