import { printable } from "../../diagnostics/index.js";
import type { Console } from "../console.js";

/** A console that keeps what is written to it. */
export interface BufferedConsole extends Console {
  readonly written: { readonly out: string; readonly err: string };
}

/** @param console tells how the text is to look */
export function bufferedConsole(console: Console): BufferedConsole {
  const written = { out: "", err: "" };
  return {
    ...console,
    written,
    out(text) {
      written.out += text;
    },
    err(text) {
      written.err += text;
    },
    note(line) {
      written.err += `${printable(line)}\n`;
    },
  };
}
