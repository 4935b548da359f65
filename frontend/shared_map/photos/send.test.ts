import { describe, expect, it } from "vitest";
import { answered } from "./send";

const refusal = (code: string, message = "Because."): string => JSON.stringify({ code, message });

describe("the answer to a photo", () => {
  it("tells the size at which it was kept", () => {
    expect(answered(201, JSON.stringify({ id: "p", width: 1600, height: 1200 }))).toEqual({ outcome: "kept", width: 1600, height: 1200 });
  });

  it("ends it where the server gives its reason", () => {
    expect(answered(422, refusal("bad_input", "No picture."))).toEqual({ outcome: "refused", message: "No picture." });
    expect(answered(409, refusal("closed"))).toMatchObject({ outcome: "refused" });
    expect(answered(413, refusal("too_large"))).toMatchObject({ outcome: "refused" });
  });

  it("lets it wait for what passes: no network, a pause, too many at once, a server in trouble", () => {
    for (const [status, code] of [[409, "paused"], [409, "wrong_stage"], [429, "too_many"], [503, "unavailable"], [500, "problem"]] as const) {
      expect(answered(status, refusal(code))).toEqual({ outcome: "later" });
    }
    expect(answered(0, "")).toEqual({ outcome: "later" });
  });

  it("takes no other server's word for it", () => {
    expect(answered(200, "<html>Welcome to our wifi</html>")).toEqual({ outcome: "later" });
    expect(answered(201, "<html>Welcome to our wifi</html>")).toEqual({ outcome: "later" });
    expect(answered(403, "<html>Sign in</html>")).toEqual({ outcome: "later" });
    expect(answered(403, "[]")).toEqual({ outcome: "later" });
  });
});
