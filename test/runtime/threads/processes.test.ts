// Tests whole processes: they exit by themselves, even without shared memory, WebAssembly or a
// worker script.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiled, standaloneFile } from "../../helpers/compile.js";

const spec = `model M {
  input x, y
  param a = 1
  param k = 1
  param c = 0
  fit y ~ a * exp(-k * x) + c
}`;
const folder = mkdtempSync(join(tmpdir(), "fitc-parallel-"));
afterAll(() => rmSync(folder, { recursive: true }));

const runtime = import.meta.resolve("fitc/runtime");
const workerScript = import.meta.resolve("fitc/worker");
const module = (name: string) => pathToFileURL(join(folder, name)).href;

beforeAll(async () => {
  writeFileSync(join(folder, "model.mjs"), await compiled(spec, { runtime }));
  writeFileSync(join(folder, "standalone.mjs"), (await standaloneFile(spec, runtime)).text);
  await build({
    stdin: {
      contents: `export * from "./model.mjs"; export * from ${JSON.stringify(fileURLToPath(runtime))};`,
      resolveDir: folder,
    },
    outfile: join(folder, "bundled.mjs"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    plugins: [
      {
        name: "file",
        setup: ({ onResolve }) => onResolve({ filter: /^file:/ }, ({ path }) => ({ path: fileURLToPath(path) })),
      },
    ],
  });
});

const rows = 200_000;
/** Fits repeatedly until workers have started and taken part, and prints the outcome. */
const program = (before: string, name: string, options: string, from = runtime) => `
  import { Worker } from "node:worker_threads";
  ${before}
  const { M } = await import(${JSON.stringify(module(name))});
  const { fitParallel } = await import(${JSON.stringify(from)});
  const x = Float64Array.from({ length: ${rows} }, (_, i) => (4 * i) / ${rows});
  const y = x.map((x, i) => 2.5 * Math.exp(-0.7 * x) + 0.5 + Math.sin(i * i) / 10);
  const data = { x, y };
  const sent = { chunks: 0, copies: 0 };
  const counted = () => {
    const worker = new Worker(new URL(${JSON.stringify(workerScript)}));
    const { postMessage } = worker;
    worker.postMessage = (message, transfer) => {
      for (const { columns } of message.chunks ?? []) {
        sent.chunks++;
        if (columns !== null) sent.copies++;
      }
      postMessage.call(worker, message, transfer);
    };
    return worker;
  };
  const expected = JSON.stringify(M.fit(data, { kernel: ${before.includes("WebAssembly") ? '"typescript"' : '"wasm"'} }));
  let same = true;
  for (let i = 0; i < 6; i++) {
    const result = await fitParallel(M, data, { threads: 3, ${options} });
    same &&= JSON.stringify(result) === expected;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.log(JSON.stringify({ same, ...sent, used: x.byteLength > 0 && y.byteLength > 0 }));
`;

interface Printed {
  readonly same: boolean;
  readonly chunks: number;
  readonly copies: number;
  /** Whether the data still exist afterwards, so were not transferred. */
  readonly used: boolean;
}

let programs = 0;

/** Runs a program until it exits by itself. */
function run(text: string): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const path = join(folder, `program-${programs++}.mjs`);
    writeFileSync(path, text);
    const child = spawn(process.execPath, [path], { timeout: 50_000 });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.on("close", (status, signal) => {
      if (status === 0) resolve(JSON.parse(output) as Printed);
      else reject(new Error(`it ended with ${status ?? signal}: ${errors}`));
    });
  });
}

describe("a process", () => {
  it("ends by itself, and fits alike", async () => {
    const { same, chunks, copies, used } = await run(program("", "model.mjs", "worker: counted"));
    expect(same).toBe(true);
    expect(chunks).toBeGreaterThan(0);
    expect(copies).toBe(0);
    expect(used).toBe(true);
  });

  it("fits alike without shared memory: workers are given the rows of a chunk once", async () => {
    const without = "delete globalThis.SharedArrayBuffer;";
    const { same, chunks, copies, used } = await run(program(without, "model.mjs", "worker: counted"));
    expect(same).toBe(true);
    expect(copies).toBeGreaterThan(0);
    // Six fits of about ten passes over four chunks.
    expect(copies).toBeLessThan(chunks);
    expect(used).toBe(true);
  });

  it("fits by the workers of the package", async () => {
    expect(await run(program("", "model.mjs", ""))).toMatchObject({ same: true, used: true });
  });

  it("fits with one thread without WebAssembly", async () => {
    const without = "delete globalThis.WebAssembly;";
    expect(await run(program(without, "model.mjs", "worker: counted"))).toMatchObject({ same: true, chunks: 0 });
  });

  it("fits with one thread in one bundled file, and with more if it is told of the script", async () => {
    const bundled = module("bundled.mjs");
    expect(await run(program("", "bundled.mjs", "", bundled))).toMatchObject({ same: true, chunks: 0 });
    const printed = await run(program("", "bundled.mjs", "worker: counted", bundled));
    expect(printed.same).toBe(true);
    expect(printed.chunks).toBeGreaterThan(0);
  });

  it("fits a module that stands alone by threads of the package", async () => {
    const { same, chunks } = await run(program("", "standalone.mjs", "worker: counted"));
    expect(same).toBe(true);
    expect(chunks).toBeGreaterThan(0);
  });
});
