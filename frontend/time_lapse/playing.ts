/** Where a film is: it plays, waits, or stands where somebody put it. Knows the time only from what it is told. */

/** Seconds that the finished map stands before playing ends. */
const LAST_LOOK = 3;

/** Seconds of film that one step goes, where the device asks for less motion. */
const STEP = 2;

export const SPEEDS = [0.5, 1, 2, 4] as const;

export class Playing {
  readonly length: number;
  speed = 1;
  isPlaying = false;
  /** Steps instead of moving. */
  inSteps = false;
  private position: number;
  private last = 0;

  /** A film of so many seconds stands at its end: the first thing one sees is the finished map. */
  constructor(length: number) {
    this.length = length;
    this.position = length;
  }

  /** Seconds from the beginning, as they are shown. */
  get at(): number {
    const at = Math.min(this.position, this.length);
    const isStepping = this.inSteps && this.isPlaying && at < this.length;
    return isStepping ? Math.floor(at / STEP) * STEP : at;
  }

  get isAtEnd(): boolean {
    return this.position >= this.length;
  }

  /** Play on from here, or from the beginning where the film is over. */
  play(now: number): void {
    if (this.isAtEnd) this.position = 0;
    this.isPlaying = true;
    this.last = now;
  }

  pause(): void {
    this.position = this.at;
    this.isPlaying = false;
  }

  goTo(at: number): void {
    this.position = Math.min(Math.max(0, at), this.length);
  }

  /** Let time pass, told as milliseconds of any clock that does not go back. */
  pass(now: number): void {
    if (!this.isPlaying) return;
    this.position += Math.max(0, (now - this.last) / 1000) * this.speed;
    this.last = now;
    if (this.position >= this.length + LAST_LOOK * this.speed) this.pause();
  }
}
