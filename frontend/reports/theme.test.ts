// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { followTheDevice, type Surroundings } from "./theme";

class Device implements Surroundings {
  isDark = false;
  private readonly calls = new Map<string, () => void>();

  matchMedia(): MediaQueryList {
    const device = this;
    return {
      get matches() {
        return device.isDark;
      },
      addEventListener: (what: string, call: () => void) => this.calls.set(what, call),
    } as unknown as MediaQueryList;
  }

  addEventListener(what: string, call: () => void): void {
    this.calls.set(what, call);
  }

  tell(what: "change" | "beforeprint" | "afterprint"): void {
    this.calls.get(what)?.();
  }
}

const theme = (): string | undefined => document.documentElement.dataset["theme"];

describe("a report's theme", () => {
  let device: Device;

  beforeEach(() => {
    device = new Device();
  });

  it("is the device's, whenever that changes", () => {
    followTheDevice(document, device);
    expect(theme()).toBe("light");
    device.isDark = true;
    device.tell("change");
    expect(theme()).toBe("dark");
  });

  it("is light on paper", () => {
    device.isDark = true;
    followTheDevice(document, device);
    device.tell("beforeprint");
    expect(theme()).toBe("light");
    device.tell("afterprint");
    expect(theme()).toBe("dark");
  });
});
