// Editors and hooks call `fitc check` on every save, so the whole process may take at most 2.5
// times the processor time of an empty Node process.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commandLine } from "../helpers/command-line.js";
import { processorTime } from "../helpers/processor-time.js";

/** Thirty lines that use most features of the language. */
const spec = `/// Two peaks on a decaying background.
model Spectrum {
  data "spectrum.csv" {
    x: nm   from "wavelength (nm)"
    y
    sy
    where x > 300 and x < 800
    missing drop
  }

  const width0: nm = 20

  param b1 = 95        in [0, inf)    /// background
  param b2: 1/nm = 0.01 in (0, 1]
  param b3 = 100       in [0, inf)    /// first peak
  param b4: nm = 400   in [300, 500]
  param b5: nm = width0 in (0, 100]
  param b6 = 70        in [0, inf)    /// second peak
  param b7: nm = 600   in [500, 800]
  param b8: nm = width0 in (0, 100]

  let background = b1 * exp(-b2 * x)
  let peak1 = b3 * exp(-((x - b4) / b5)^2)
  let peak2 = b6 * exp(-((x - b7) / b8)^2)
  derive distance = b7 - b4

  fit y ~ background + peak1 + peak2
  sigma sy absolute
  loss soft_l1(1)
}
`;

/** So many that neighbours on the machine do not decide on the median. */
const rounds = 31;

it("starts up within 2.5 times an empty Node", () => {
  const folder = mkdtempSync(join(tmpdir(), "fitc-start-"));
  try {
    const file = join(folder, "spectrum.fit");
    writeFileSync(file, spec);
    const milliseconds = (...args: string[]) => {
      const { milliseconds: time, status, stderr } = processorTime(args);
      expect(stderr.includes("error"), stderr).toBe(false);
      expect(status).toBe(0);
      return time;
    };
    // The two processes are timed one right after the other, so that both run at the same speed of
    // the machine; the median of the ratios is used.
    const ratios = Array.from({ length: rounds }, () => {
      const empty = milliseconds("-e", "0");
      return milliseconds(commandLine, "check", file) / empty;
    }).sort((a, b) => a - b);
    expect(ratios[Math.floor(rounds / 2)]).toBeLessThan(2.5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
