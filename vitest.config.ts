import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // All cores: by default one is left free, which on a machine of two halves the speed.
    maxWorkers: "100%",
    // Some tests run the built command line as a whole process, several at a time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
