import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Some tests run the built command line as a whole process, several at a time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
