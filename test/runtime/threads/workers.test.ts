// Workers that fail, and callers that stop a fit.

import { Worker } from "node:worker_threads";
import { fitParallel } from "fitc/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter, Iteration, WorkerLike } from "../../../runtime/index.js";
import { impostor } from "../../helpers/impostor.js";
import { loadModel } from "../../helpers/load-models.js";
import { noisy } from "../../helpers/threads-data.js";

const data = noisy(150_000, (x) => 2.5 * Math.exp(-0.7 * x) + 0.5);
let model: Fitter;
beforeAll(async () => {
  model = await loadModel(`model M {
    input x, y
    param a = 1
    param k = 1
    param c = 0
    fit y ~ a * exp(-k * x) + c
  }`);
});

/** A worker that runs the given script. */
const running = (script: string) => (): WorkerLike =>
  new Worker(`const { parentPort } = require("node:worker_threads"); ${script}`, { eval: true });

describe("a worker", () => {
  it("that cannot be made is an error", async () => {
    const worker = () => {
      throw new Error("no such thing");
    };
    await expect(fitParallel(model, data, { threads: 2, worker })).rejects.toMatchObject({
      name: "FitError",
      code: "FIT5059",
      message: expect.stringContaining("no such thing"),
    });
    const none = (() => ({ postMessage() {}, terminate() {} })) as () => WorkerLike;
    await expect(fitParallel(model, data, { threads: 2, worker: none })).rejects.toMatchObject({ code: "FIT5059" });
    const nothing = (() => undefined) as unknown as () => WorkerLike;
    await expect(fitParallel(model, data, { threads: 2, worker: nothing })).rejects.toMatchObject({ code: "FIT5059" });
  });

  // With this many starts a fit takes far longer than a worker needs to fail.
  const long = { threads: 2, starts: 200 };

  it("whose script cannot be run is an error", async () => {
    const worker = () => new Worker(new URL("file:///there/is/none.js"));
    await expect(fitParallel(model, data, { ...long, worker })).rejects.toMatchObject({ code: "FIT5059" });
    const thrown = running('throw new Error("at once")');
    await expect(fitParallel(model, data, { ...long, worker: thrown })).rejects.toMatchObject({
      code: "FIT5059",
      message: expect.stringContaining("at once"),
    });
  });

  it("that ends at work is an error", async () => {
    const worker = running(`parentPort.on("message", ({ kind }) => {
      if (kind === "load") parentPort.postMessage({ kind: "loaded" });
      else process.exit(3);
    })`);
    await expect(fitParallel(model, data, { ...long, worker })).rejects.toMatchObject({
      code: "FIT5060",
      message: expect.stringContaining("code 3"),
    });
  });

  it("that cannot do what it is asked is an error", async () => {
    const worker = impostor(({ kind }) =>
      kind === "load" ? { kind: "loaded" } : { kind: "failed", message: "no memory" },
    );
    await expect(fitParallel(model, data, { threads: 2, worker })).rejects.toMatchObject({
      code: "FIT5060",
      message: expect.stringContaining("no memory"),
    });
  });

  it.each([
    ["says what it has heard", (request: unknown) => request],
    ["answers another question", () => ({ kind: "folded", values: new Float64Array(3) })],
    ["answers with a number", () => 7],
    ["answers with nothing", () => null],
  ])("that %s is an error", async (_, answer) => {
    await expect(fitParallel(model, data, { threads: 2, worker: impostor(answer) })).rejects.toMatchObject({
      code: "FIT5061",
    });
  });

  it("that never answers does not keep the others from their work", async () => {
    const expected = model.fit(data, { kernel: "wasm" });
    const worker = impostor(() => undefined);
    expect(await fitParallel(model, data, { threads: 3, worker })).toEqual(expected);
  });

  it("that has failed is not asked again", async () => {
    let failing = true;
    const worker = impostor(({ kind }) => {
      if (kind === "load") return { kind: "loaded" };
      return failing ? { kind: "failed", message: "for now" } : undefined;
    });
    await expect(fitParallel(model, data, { threads: 2, worker })).rejects.toMatchObject({ code: "FIT5060" });
    failing = false;
    await expect(fitParallel(model, data, { threads: 2 })).resolves.toMatchObject({ success: true });
  });
});

describe("options", () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9, "2", null])("refuse %s threads", async (threads) => {
    const options = { threads: threads as number };
    await expect(fitParallel(model, data, options)).rejects.toMatchObject({ name: "FitError", code: "FIT5007" });
  });

  it("refuse what is not a worker, and options that do not exist", async () => {
    const worker = new URL("file:///worker.js") as unknown as () => WorkerLike;
    await expect(fitParallel(model, data, { worker })).rejects.toMatchObject({ code: "FIT5007" });
    const unknown = { thread: 2 } as object;
    await expect(fitParallel(model, data, unknown)).rejects.toMatchObject({ code: "FIT5017" });
    const bad = { ...data, y: data.y.subarray(1) };
    await expect(fitParallel(model, bad, { threads: 2 })).rejects.toMatchObject({ code: "FIT4002" });
  });
});

describe("a caller", () => {
  it.each([1, 2])("is told each iterate once, with %i threads", async (threads) => {
    const reported: Iteration[] = [];
    const expected: Iteration[] = [];
    const options = { starts: 3, kernel: "wasm" } as const;
    model.fit(data, { ...options, onIteration: (iteration) => void expected.push(iteration) });
    await fitParallel(model, data, { ...options, threads, onIteration: (iteration) => void reported.push(iteration) });
    expect(expected.length).toBeGreaterThan(5);
    expect(reported).toEqual(expected);
  });

  it("may stop it", async () => {
    const stop = { onIteration: ({ iteration }: Iteration) => (iteration === 2 ? "stop" : undefined) } as const;
    const stopped = await fitParallel(model, data, { ...stop, threads: 2 });
    expect(stopped.stoppedBy).toBe("caller");
    expect(stopped).toEqual(model.fit(data, { ...stop, kernel: "wasm" }));
  });

  it("who throws is heard", async () => {
    const onIteration = () => {
      throw new Error("enough");
    };
    await expect(fitParallel(model, data, { threads: 2, onIteration })).rejects.toThrow("enough");
  });

  it("may abort it, before it begins and between chunks", async () => {
    const reason = new Error("changed my mind");
    await expect(fitParallel(model, data, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (const threads of [1, 3]) {
      const controller = new AbortController();
      let iterations = 0;
      const onIteration = () => {
        if (++iterations === 2) setTimeout(() => controller.abort(reason), 5);
      };
      const options = { threads, starts: 500, signal: controller.signal, onIteration };
      await expect(fitParallel(model, data, options)).rejects.toBe(reason);
    }
    expect((await fitParallel(model, data, { threads: 2 })).success).toBe(true);
  });

  it("may fit twice at once", async () => {
    const expected = model.fit(data, { kernel: "wasm" });
    const other = { ...data, y: data.y.map((y) => 2 * y) };
    const both = [fitParallel(model, data, { threads: 2 }), fitParallel(model, other, { threads: 2 })] as const;
    expect(await both[0]).toEqual(expected);
    expect(await both[1]).toEqual(model.fit(other, { kernel: "wasm" }));
  });
});
