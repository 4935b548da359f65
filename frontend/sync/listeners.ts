/** Those who want to be told. */
export class Listeners<Told> {
  private readonly calls = new Set<(told: Told) => void>();

  /** Add a listener; the returned function takes it away again. */
  add(call: (told: Told) => void): () => void {
    // A function of its own for each listening: one function given twice can leave once.
    const own = (told: Told): void => call(told);
    this.calls.add(own);
    return () => void this.calls.delete(own);
  }

  tell(told: Told): void {
    for (const call of [...this.calls]) {
      try {
        call(told);
      } catch (error) {
        // A fault in one part of a page is reported as its own and keeps nothing from the others, nor from the line.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
