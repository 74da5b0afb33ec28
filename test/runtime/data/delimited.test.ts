import { describe, expect, it } from "vitest";
import { readDataText, readMatrix } from "../../../runtime/data/index.js";
import { errorOf, infoOf, oddNames, table } from "../../helpers/data-files.js";

const nan = Number.NaN;
const xy = ["x", "y"];

describe("delimited text", () => {
  it.each([",", ";", "\t", "|", " ", " , ", "   "])("finds the delimiter in 'x%sy'", (delimiter) => {
    expect(table(["x,y", "1,2", "3,4"].join("\n").replaceAll(",", delimiter), xy)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("takes the delimiter that splits all records alike", () => {
    // Names with spaces, and cells that contain other delimiters.
    expect(table("time (s),x\n1,2\n3,4", ["time (s)"])).toEqual([[1, 3]]);
    expect(table("time (s)\n1\n3", ["time (s)"])).toEqual([[1, 3]]);
    expect(table('x;label\n1;"a,b"\n2;"c,d,e"', ["x"])).toEqual([[1, 2]]);
    expect(table("a b\tx\nc d\t1\ne f\t2", ["x"])).toEqual([[1, 2]]);
    expect(table("x, y\n1, 2\n3, 4", xy)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    // A decimal comma does not make the comma the delimiter.
    expect(errorOf(() => table("x;y\n1,5;2,5", xy))).toContain("(write decimals with a point)");
  });

  it("takes the delimiter of the header, and no other for lines that lack it or have one more", () => {
    const ragged = (cells: string) => `this line has ${cells}, but the header has 2 names`;
    for (const [text, message] of [
      ["x\ty\n1\t2\n3\t\t4\n", `data:3:1 - FIT4015: ${ragged("3 cells")}`],
      ["x\ty\n1\t\t2\n3\t\t4\n", `data:2:1 - FIT4015: ${ragged("3 cells")}`],
      ["x\ty\n1\t2\n3\t4\t\n", `data:3:1 - FIT4015: ${ragged("3 cells")}`],
      ["x\ty\n1 2\n3 4\n", `data:2:1 - FIT4015: ${ragged("1 cell")}`],
      ["x\ty;z\n1\t2\t3;4\n", `data:2:1 - FIT4015: ${ragged("3 cells")}`],
      ["x;y\n1;2\n3;;4\n", `data:3:1 - FIT4015: ${ragged("3 cells")}`],
      ["x, y\n1, 2\n3 4\n", `data:3:1 - FIT4015: ${ragged("1 cell")}`],
      ["x, y\n1 2\n3 4\n", `data:2:1 - FIT4015: ${ragged("1 cell")}`],
      ["x | y\n1 2\n", `data:2:1 - FIT4015: ${ragged("1 cell")}`],
    ]) {
      expect(errorOf(() => table(text ?? "", ["x"]))).toBe(message);
    }
    // The names of the columns decide.
    expect(table("f(a,b) x\n1 2\n", ["x"])).toEqual([[2]]);
    expect(table("a;b,x\n1,2\n", ["x"])).toEqual([[2]]);
    expect(table("a;b,x\n1,2\n", ["a;b"])).toEqual([[1]]);
    expect(errorOf(() => readMatrix(new TextEncoder().encode("1\t0\n0\t\t1\n")))).toContain("is not square");
  });

  it("compares names whole, however long", () => {
    const long = "n".repeat(20_000);
    for (const quote of ["", '"']) {
      const names = [`${long}n`, long, long.slice(1)].map((name) => quote + name + quote);
      expect(table(`${names.join()}\n1,2,3\n`, [long])).toEqual([[2]]);
      expect(errorOf(() => table(`${names[0]},x\n1,2\n`, [long]))).toContain("FIT4001: ");
    }
    expect(table(`${"€".repeat(20_000)},x\n1,2\n`, ["x"])).toEqual([[2]]);
  });

  it("aligned with blanks, leading and trailing ones too", () => {
    expect(table("   x     y  \n  1.0   2\n 10.0  -3  \n", xy)).toEqual([
      [1, 10],
      [2, -3],
    ]);
    expect(table("x \t y\n1\t2", xy)).toEqual([[1], [2]]);
  });

  it.each(["\n", "\r\n", "\r"])("with the line break %j, the last one present or not", (lineBreak) => {
    for (const last of ["", lineBreak, lineBreak + lineBreak]) {
      expect(table(["x,y", "1,2", "3,4"].join(lineBreak) + last, xy)).toEqual([
        [1, 3],
        [2, 4],
      ]);
    }
  });

  it("skips a byte order mark, comments and blank lines", () => {
    expect(table('\ufeff# made by hand\n\nx,y\n  # "half a quote\n1,2\n   \n3,4\n#', xy)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    // Not alone in its cell, or no error value, is no error value.
    for (const comment of ["#N/A is missing,here", "#n/a,1", "#NAME,1", "#REF!!,1", "# N/A,1", "#DIV/0", "#N/A;1"]) {
      expect(table(`x,y\n${comment}\n1,2`, xy)).toEqual([[1], [2]]);
    }
    // `#` in the middle of a line does not begin a comment.
    expect(table("x,a#b\n1,2", ["a#b"])).toEqual([[2]]);
  });

  it("reads numbers in every spelling, and words for what is missing", () => {
    const cells = "1 -2.5 +1 .5 5. 1e-3 1E+3 007 -0 inf -Infinity nan NaN NA n/a null -nan".split(" ");
    const expected = [1, -2.5, 1, 0.5, 5, 0.001, 1000, 7, -0, Infinity, -Infinity, nan, nan, nan, nan, nan, nan];
    expect(table(`x,y\n${cells.map((cell) => ` ${cell} ,0`).join("\n")}`, ["x"])).toEqual([expected]);
    expect(table('x,y\n,1\n  ,2\n"",3', xy)).toEqual([
      [nan, nan, nan],
      [1, 2, 3],
    ]);
    expect(table("x\ty\n\t1\n2\t\n\t\n", xy, "tsv")).toEqual([
      [nan, 2, nan],
      [1, nan, nan],
    ]);
  });

  it("reads quoted cells with delimiters, quotes and line breaks in them", () => {
    expect(table('"x" , "y"\n"1", "2" \n"3" ,4', xy)).toEqual([
      [1, 3],
      [2, 4],
    ]);
    const names = [...oddNames, "comma,", " blank "];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
    expect(table(`${header}\n${names.map((_, i) => i).join(",")}`, names)).toEqual(names.map((_, i) => [i]));
    // A quote that is not at the start of a cell is ordinary text.
    expect(table('a"b,x\n1,2', ['a"b'])).toEqual([[1]]);
  });

  it("reads only the columns wanted, by the names that the model says they have", () => {
    const info = infoOf(
      { name: "t", header: "time (s)" },
      { name: "u", header: "time (s)" },
      { name: "label", used: false },
    );
    const columns = readDataText(info, "label,time (s)\nfirst,1\nsecond,2\n", "csv");
    expect([...columns.keys()]).toEqual(["t", "u"]);
    expect(columns.get("t")).toEqual(Float64Array.of(1, 2));
    expect(columns.get("u")).toBe(columns.get("t"));
    expect([...readDataText(info, "time (s)\n1\n", "csv", { columns: ["t"] }).keys()]).toEqual(["t"]);
  });

  it("may have thousands of columns", () => {
    const names = Array.from({ length: 5000 }, (_, i) => `c${i}`);
    const rows = Array.from({ length: 20 }, (_, row) => names.map((_, i) => row * 10_000 + i).join(","));
    expect(table([names.join(","), ...rows].join("\n"), ["c4999", "c17"])).toEqual([
      rows.map((_, row) => row * 10_000 + 4999),
      rows.map((_, row) => row * 10_000 + 17),
    ]);
  });

  it("may have one column and one row", () => {
    expect(table("x\n1", ["x"])).toEqual([[1]]);
  });

  it("may have the same name twice in columns that are not wanted", () => {
    expect(table("x,note,note\n1,a,b", ["x"])).toEqual([[1]]);
  });
});

describe("wrong delimited text", () => {
  const message = (text: string) => errorOf(() => table(text, xy));

  it.each([
    [
      "a missing column",
      "x,Y,z\n1,2,3",
      "data:1:1 - FIT4001: the data have no column 'y'; there are 'x', 'Y', 'z' (did you mean 'Y'?)",
    ],
    [
      "no names",
      "1,2\n3,4",
      "data:1:1 - FIT4019: the data have no column 'x': the first line contains numbers, not names (write the column names in the first line)",
    ],
    ...["# x,y\n1,2", "#x y\n1 2", '\n## "y";"x";"z"\r\n# 2\r\n1;2;3', "# x, y, label\n1,2,first"].map((text) => [
      `names in a comment, ${JSON.stringify(text)}`,
      text,
      `data:${text.startsWith("\n") ? 2 : 1}:1 - FIT4028: the data have no column 'x': the column names are in a comment, which is skipped (remove the '#'; with NumPy's savetxt, pass comments="")`,
    ]),
    [
      "a comment with some of the names only",
      "# x in seconds\n1,2",
      "data:2:1 - FIT4019: the data have no column 'x': the first line contains numbers, not names (write the column names in the first line)",
    ],
    [
      "no column of a long name",
      `${"long".repeat(20)}\n1`,
      "data:1:1 - FIT4001: the data have no column 'x'; there is 'longlonglonglonglonglonglonglonglonglong...'",
    ],
    ["a name twice", "x,y, y\n1,2,3", "data:1:6 - FIT4018: two columns are called 'y'"],
    ["too many cells", "x,y\n1,2\n\n3,4,5\n", "data:4:1 - FIT4015: this line has 3 cells, but the header has 2 names"],
    ["too few cells", "x,y\r\n1,2\r\n3\r\n", "data:3:1 - FIT4015: this line has 1 cell, but the header has 2 names"],
    [
      "too few cells between blanks",
      "x y\n1 2\n3\n4 5",
      "data:3:1 - FIT4015: this line has 1 cell, but the header has 2 names",
    ],
    [
      "a cell that is no number",
      "x,y\n1,2\n3, 4 ms\n",
      `data:3:4 - FIT4010: column 'y': "4 ms" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ],
    [
      "a cell after letters of two bytes",
      "ä,x,y\nüü,1,one",
      `data:2:6 - FIT4010: column 'y': "one" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ],
    [
      "a cell in a second line of a record",
      'n,x,y\n"a\nb",1,one',
      `data:3:6 - FIT4010: column 'y': "one" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ],
    ...[
      ["#N/A", "#N/A,1"],
      ["#DIV/0!", "  #DIV/0! \t,1"],
      ["#NAME?", "#NAME?,#NAME?"],
      ["#VALUE!", '#VALUE!,"1"'],
    ].map(([shown = "", line = ""]): [string, string, string] => [
      `a line that begins with ${shown}`,
      `# comment\nx,y\n${line}\n1,2`,
      `data:3:${line.indexOf("#") + 1} - FIT4010: column 'x': "${shown}" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ]),
    ...["\t", ";", "|", " "].map((delimiter): [string, string, string] => [
      `an error value before ${JSON.stringify(delimiter)}`,
      `x${delimiter}y\n1${delimiter}2\n#NUM!${delimiter}4`,
      `data:3:1 - FIT4010: column 'x': "#NUM!" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ]),
    [
      "an error value at the end of the file",
      "x,y\n1,2\n#REF!",
      "data:3:1 - FIT4015: this line has 1 cell, but the header has 2 names",
    ],
    [
      "a decimal comma",
      "x;y\n1;2,5",
      `data:2:3 - FIT4010: column 'y': "2,5" is not a number (write decimals with a point)`,
    ],
    [
      "a number in hexadecimal",
      "x,y\n0x1F,1",
      `data:2:1 - FIT4010: column 'x': "0x1F" is not a number (correct the cell; for a missing value, leave it empty or write NaN, NA, N/A or null)`,
    ],
    ["nothing", "", "data:1:1 - FIT4016: the data file is empty"],
    ["comments only", "# x,y\n\n# 1,2", "data:1:1 - FIT4016: the data file is empty"],
    ["a header only", "x,y\n", "data:1:1 - FIT4006: the data have no rows"],
    [
      "a NUL byte",
      "x,y\n1,\0",
      "data:2:3 - FIT4012: the file contains a NUL byte, so it is not text (save the table as text in UTF-8)",
    ],
    [
      "a NUL byte in quotes",
      'x,y\n1,"\0"',
      "data:2:4 - FIT4012: the file contains a NUL byte, so it is not text (save the table as text in UTF-8)",
    ],
    [
      "an open quote",
      'x,y\n1,"2\n3,4\n',
      `data:2:3 - FIT4013: this quoted cell is not closed (end a cell that starts with " with ", and write a quote inside it as "")`,
    ],
    [
      "text after a quote",
      'x,y\n1,"2"0\n',
      `data:2:6 - FIT4014: there is text after the closing quote of a cell (write a quote inside a quoted cell as "")`,
    ],
  ])("%s", (_, text, expected) => {
    expect(message(text)).toBe(expected);
  });

  it("shows the line and the cell", () => {
    expect(() => table("x,y\n1,2\n3, 4 ms \n", xy)).toThrow(
      expect.objectContaining({
        row: 1,
        column: "y",
        location: { path: "data", start: { line: 3, column: 4 }, end: { line: 3, column: 8 }, lineText: "3, 4 ms " },
      }),
    );
  });

  it("a cell without end is no number, and is not held", () => {
    expect(message(`x,y\n1,${"1".repeat(100_000)}`)).toMatch(
      /^data:2:3 - FIT4010: column 'y': "1{40}\.\.\." is not a number/,
    );
    expect(message(`x,y\n1,3${" ".repeat(100_000)}2`)).toMatch(/^data:2:3 - FIT4010: column 'y': "3" is not a number/);
  });
});
