// The manual page is generated from the program: `npm run update` regenerates it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { manPage } from "../../cli/help/man-page.js";
import { commands, program } from "../helpers/program.js";
import { programPath } from "../helpers/shells.js";

const path = fileURLToPath(new URL("../../docs/man/fitc.1", import.meta.url));
const page = manPage(program);

it("is that of the program", async () => {
  await expect(page).toMatchFileSnapshot(path);
});

it("describes every command and option", () => {
  const plain = page.replaceAll("\\-", "-");
  for (const command of commands) {
    expect(plain).toContain(`.SS ${command.name()}\n`);
    for (const { flags } of command.options) expect(plain).toContain(`.B ${flags}\n`);
  }
});

it.skipIf(programPath("groff") === null)("is what groff takes for a manual page, without a warning", () => {
  // -z: no output; -ww: all warnings, which go to standard error.
  const complaints = execFileSync("sh", ["-c", 'groff -man -Tutf8 -ww -z "$1" 2>&1', "sh", path], { encoding: "utf8" });
  expect(complaints).toBe("");
  // -cbou: without the characters that make letters bold on a printer.
  const shown = execFileSync("groff", ["-man", "-Tascii", "-P-cbou", path], { encoding: "utf8" });
  expect(shown).toContain("fitc explain [options] <subject>");
  expect(shown).toContain("fitc run decay.fit --data new.csv --set k=0.7");
});

it.skipIf(programPath("mandoc") === null)("has nothing that mandoc warns of, except that it has no date", () => {
  const lint = execFileSync("sh", ["-c", 'mandoc -T lint -W warning "$1" 2>&1 || true', "sh", path], {
    encoding: "utf8",
  });
  expect(lint.split("\n").filter((line) => line !== "" && !line.includes("missing date"))).toEqual([]);
});
