import { html, type TemplateResult } from "lit";
import { define, KithElement } from "../components/element";
import { counted } from "../components/words";
import { askServer, offeredGuides, type Asking, type OfferedGuide } from "./offered";
import { CHOOSE } from "./words";

type Coming = { readonly state: "coming" | "failed" } | { readonly state: "here"; readonly guides: readonly OfferedGuide[] };

/** Which guides the workshop follows: a list to tick, with the time that they take together. */
export class KithGuideChoice extends KithElement {
  static override properties = { coming: { state: true }, ticked: { state: true }, isSending: { state: true } };

  /** Lead by these guides; fails where the server cannot be reached. */
  choose: (keys: readonly string[]) => Promise<void> = async () => undefined;
  ask: Asking = askServer;

  private coming: Coming = { state: "coming" };
  private ticked: ReadonlySet<string> = new Set();
  private isSending = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    switch (this.coming.state) {
      case "coming":
        return html`<p role="status">${CHOOSE.loading}</p>`;
      case "failed":
        return html`<div class="stack">
          <p role="alert">${CHOOSE.failed}</p>
          <button type="button" class="button" @click=${() => void this.load()}>${CHOOSE.again}</button>
        </div>`;
      case "here":
        return this.coming.guides.length === 0 ? html`<p>${CHOOSE.none}</p>` : this.form(this.coming.guides);
    }
  }

  private form(guides: readonly OfferedGuide[]): TemplateResult {
    const minutes = guides.filter(({ key }) => this.ticked.has(key)).reduce((sum, each) => sum + each.minutes, 0);
    return html`<form class="form" @submit=${(event: Event) => void this.send(event, guides)}>
      <fieldset class="field">
        <legend>${CHOOSE.about}</legend>
        <div class="choices">${guides.map((guide) => this.row(guide))}</div>
      </fieldset>
      <p role="status">${counted(CHOOSE.together, minutes)}</p>
      <p class="hint">${CHOOSE.kept}</p>
      <button type="submit" class="button button-large" ?disabled=${this.ticked.size === 0 || this.isSending}>${CHOOSE.use}</button>
    </form>`;
  }

  private row({ key, title, minutes, language, own }: OfferedGuide): TemplateResult {
    const hint = own ? `${counted(CHOOSE.minutes, minutes)} · ${CHOOSE.own}` : counted(CHOOSE.minutes, minutes);
    return html`<label class="choice">
      <input type="checkbox" .checked=${this.ticked.has(key)} @change=${() => this.tick(key)} />
      <span><bdi lang=${language}>${title}</bdi> <span class="hint">${hint}</span></span>
    </label>`;
  }

  private tick(key: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(key)) ticked.add(key);
    this.ticked = ticked;
  }

  private async load(): Promise<void> {
    this.coming = { state: "coming" };
    try {
      const guides = await offeredGuides(this.ask);
      this.ticked = new Set(guides.filter(({ own }) => !own).map(({ key }) => key));
      this.coming = { state: "here", guides };
    } catch {
      this.coming = { state: "failed" };
    }
  }

  private async send(event: Event, guides: readonly OfferedGuide[]): Promise<void> {
    event.preventDefault();
    this.isSending = true;
    try {
      await this.choose(guides.map(({ key }) => key).filter((key) => this.ticked.has(key)));
    } catch {
      this.coming = { state: "failed" };
    } finally {
      this.isSending = false;
    }
  }
}

define("kith-guide-choice", KithGuideChoice);

declare global {
  interface HTMLElementTagNameMap {
    "kith-guide-choice": KithGuideChoice;
  }
}
