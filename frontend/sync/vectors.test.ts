/** The same vectors that the engine's tests read: what the server sends leads a page where the server says. */

import { describe, expect, test } from "vitest";
import folds from "../../tests/sync/vectors/folds.json";
import projections from "../../tests/sync/vectors/projections.json";
import protocol from "../../tests/sync/vectors/protocol.json";
import { readMessage, readSnapshot } from "./decode";
import { PROTOCOL_VERSION, type ServerMessage, type WireRecord } from "./protocol";
import { Records, type Snapshot } from "./records";

function read(message: unknown): ServerMessage {
  const found = readMessage(JSON.stringify(message));
  if (found === null) throw new Error(`not understood: ${JSON.stringify(message)}`);
  return found;
}

/** A page that stands where a vector begins. */
function standing(start: { number: number; records: unknown[] } | null): Records {
  const records = new Records();
  const snapshot = start === null ? null : readSnapshot(JSON.stringify(start));
  if (snapshot === null) return records;
  const { number } = snapshot;
  records.takeCatchUp({ type: "catch_up", after: 0, snapshot: number, number, changes: [] }, snapshot);
  return records;
}

function fold(records: Records, message: ServerMessage, snapshots: readonly (Snapshot | null)[]): void {
  if (message.type === "entry") records.takeEntry(message);
  if (message.type !== "catch_up") return;
  records.takeCatchUp(message, snapshots.find((each) => each?.number === message.snapshot) ?? null);
}

describe("folding", () => {
  test.each(folds)("$name", ({ start, snapshots, messages, expected }) => {
    const records = standing(start);
    const read_ = snapshots.map((each) => readSnapshot(JSON.stringify(each)));
    for (const message of messages) fold(records, read(message), read_);
    expect({ number: records.number, records: records.all() }).toEqual(expected);
  });

  test.each(folds)("twice the same messages, as after a lost answer: $name", ({ start, snapshots, messages, expected }) => {
    const records = standing(start);
    const read_ = snapshots.map((each) => readSnapshot(JSON.stringify(each)));
    for (const message of messages.flatMap((each) => [each, each])) fold(records, read(message), read_);
    expect({ number: records.number, records: records.all() }).toEqual(expected);
  });
});

describe("what a viewer is told of a change brings their page to what they may see", () => {
  test.each(projections)("$name", ({ viewer, before, change, seen }) => {
    const maySee = (record: { audience: string; author: string | null } | null): boolean =>
      record !== null &&
      (record.audience === "everyone" ||
        (["admin", "facilitator"].includes(viewer.role)
          ? record.audience !== "own"
          : (record.audience === "screen" && viewer.role === "projector") ||
            (["author", "own"].includes(record.audience) && record.author === viewer.person)));
    const records = standing({ number: 6, records: maySee(before) ? [before] : [] });
    fold(records, read({ type: "entry", number: 7, operation: null, kind: null, person: null, at: null, changes: seen === null ? [] : [seen] }), []);
    const after = "put" in change ? (change.put as WireRecord) : null;
    expect(records.all()).toEqual(maySee(after) ? [after] : []);
  });
});

describe("reading", () => {
  test("the samples are of this version of the protocol", () => expect(protocol.protocol).toBe(PROTOCOL_VERSION));

  test.each(protocol.server.valid)("understands $name", ({ message }) => {
    expect(readMessage(JSON.stringify(message))).toEqual(message);
  });

  test.each(protocol.server.invalid)("does not understand: $name", (sample) => {
    expect(readMessage(sample.text ?? JSON.stringify(sample.message))).toBeNull();
  });

  test.each(protocol.client.valid)("does not take a page's own message for the server's: $name", ({ message }) => {
    const isShared = message.type === "presence";
    expect(isShared ? null : readMessage(JSON.stringify(message))).toBeNull();
  });
});
