// The child process of scripts/fuzz.js: it runs one case after another and reports each to its
// parent before it begins, so that the parent knows which one never ended.
import { type Probe, runCase } from "./probe.js";
import { probes } from "./probes.js";

/** What the parent asks for. */
interface Request {
  readonly seed: number;
  /** Milliseconds after which no further case begins. */
  readonly time: number;
  /** The only probe to run; null for all. */
  readonly only: string | null;
  /** The only case to run; null for one after another. */
  readonly index: number | null;
  /** The next case of each probe, if not the first. */
  readonly next: Readonly<Record<string, number>>;
}

/** What the parent is told. */
export type Report =
  | { readonly kind: "begin" | "end"; readonly probe: string; readonly index: number }
  | { readonly kind: "failure"; readonly probe: string; readonly index: number; readonly text: string }
  | { readonly kind: "unknown"; readonly names: readonly string[] };

/**
 * Every module that is loaded stays in memory. Above this size the process ends, and the parent
 * continues with another.
 */
const mostMemory = 1.5 * 2 ** 30;

const tell = (report: Report): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(report, () => resolve());
  });

process.once("message", (request: Request) => {
  void fuzz(request).then(() => process.disconnect());
});

async function fuzz({ seed, time, only, index, next }: Request): Promise<void> {
  const chosen = probes.filter(({ name }) => only === null || name === only);
  if (chosen.length === 0) return tell({ kind: "unknown", names: probes.map(({ name }) => name) });
  const end = performance.now() + time;
  // Each probe gets the same time, and so its own number of cases.
  const states = chosen.map((probe) => ({ probe, at: index ?? next[probe.name] ?? 0, spent: 0 }));
  while (performance.now() < end && process.memoryUsage.rss() < mostMemory) {
    const state = states.reduce((least, other) => (other.spent < least.spent ? other : least));
    const from = performance.now();
    await one(state.probe, seed, state.at++);
    state.spent += performance.now() - from;
    if (index !== null) return;
  }
}

async function one(probe: Probe, seed: number, index: number): Promise<void> {
  const about = { probe: probe.name, index };
  await tell({ kind: "begin", ...about });
  const text = await runCase(probe, seed, index);
  await tell(text === null ? { kind: "end", ...about } : { kind: "failure", ...about, text });
}
