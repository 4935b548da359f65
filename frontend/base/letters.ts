/** Larger letters, for whoever wants them on this device: every page of the workshop then begins with them. */

const NAME = "kithmap-letters";
const LARGE = "large";

/** What the letters' size is kept in, and shown on. `storage` may throw, where it is switched off. */
export interface LettersPlace {
  readonly root: HTMLElement;
  readonly storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

export class Letters {
  private readonly place: LettersPlace;

  constructor(place: LettersPlace) {
    this.place = place;
    this.show(this.kept());
  }

  get areLarge(): boolean {
    return this.place.root.dataset["letters"] === LARGE;
  }

  set(large: boolean): void {
    this.show(large);
    try {
      const storage = this.place.storage();
      if (large) storage.setItem(NAME, LARGE);
      else storage.removeItem(NAME);
    } catch {
      // They stay as they are while the page does.
    }
  }

  private show(large: boolean): void {
    if (large) this.place.root.dataset["letters"] = LARGE;
    else delete this.place.root.dataset["letters"];
  }

  private kept(): boolean {
    try {
      return this.place.storage().getItem(NAME) === LARGE;
    } catch {
      return false;
    }
  }
}
