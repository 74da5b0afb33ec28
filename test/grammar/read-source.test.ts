import { describe, expect, it } from "vitest";
import { readSource } from "../../grammar/index.js";

function read(bytes: readonly number[]) {
  const { value, diagnostics } = readSource("x.fit", Uint8Array.from(bytes));
  return {
    text: value.text,
    problems: diagnostics.map(({ code, message, location }) => {
      return `${location?.start.line}:${location?.start.column} ${code} ${message}`;
    }),
  };
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

describe("the bytes of a file", () => {
  it("are UTF-8, with or without a byte order mark", () => {
    expect(read(utf8("\u03b1\u{1f600}"))).toEqual({ text: "\u03b1\u{1f600}", problems: [] });
    expect(read([0xef, 0xbb, 0xbf, ...utf8("model")])).toEqual({ text: "model", problems: [] });
    expect(read([])).toEqual({ text: "", problems: [] });
    // The replacement character itself is an ordinary character.
    expect(read(utf8("\ufffd")).problems).toEqual([]);
  });

  it.each<[string, readonly number[], string]>([
    [
      "a byte of Latin-1",
      [...utf8("\u03b1\u{1f600}\n\u03b2 "), 0xb5, ...utf8("m")],
      "2:3 FIT1023 the file is not valid UTF-8",
    ],
    [
      "a character cut off in the middle",
      [...utf8("ab"), 0xe2, 0x82, ...utf8("c")],
      "1:3 FIT1023 the file is not valid UTF-8",
    ],
    ["a character cut off at the end", [...utf8("ab"), 0xe2, 0x82], "1:3 FIT1023 the file is not valid UTF-8"],
    ["an overlong form", [0xc0, 0x80], "1:1 FIT1023 the file is not valid UTF-8"],
    ["half of a surrogate pair", [...utf8("a"), 0xed, 0xa0, 0x80], "1:2 FIT1023 the file is not valid UTF-8"],
    ["UTF-16", [0xff, 0xfe, 0x6d, 0x00], "1:1 FIT1023 the file is not valid UTF-8: it seems to be UTF-16"],
    ["a NUL byte", [...utf8("a\nb"), 0], "2:2 FIT1024 the file contains a NUL byte, so it is not text"],
  ])("%s is an error at its place", (_, bytes, expected) => {
    expect(read(bytes).problems).toEqual([expected]);
  });
});
