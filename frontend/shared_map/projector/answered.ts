/** How many have answered how the workshop was: the projector is sent no answers, so it asks. */

/** Ask the server for a workshop whose room answers below `api`. Rejected where it does not answer as it should. */
export async function askAnswered(api: string, query: string): Promise<number> {
  const answer = await fetch(`${api}/reflections?${query}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return Number(((await answer.json()) as { answered: number }).answered);
}
