// What an error shows of a file that may be any file: only a table is shown.
import { describe, expect, it } from "vitest";
import { readDataText, readMatrix } from "../../../runtime/data/index.js";
import { caught, infoOf, table } from "../../helpers/data-files.js";

const secrets = [
  "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon,,,:/usr/sbin:/usr/sbin/nologin\nbin:x:2:2:bin:/bin:/x y\n",
  "root:$6$abc$hash:19000:0:99999:7:::\nbin:*:19000:0:99999:7:::\n",
  "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nQyNTUx\n-----END OPENSSH PRIVATE KEY-----\n",
  "DB_PASSWORD=hunter2\nAPI_KEY=sk-123\nPORT=5432\n",
  'machine a login root password "hunter2"x\nmachine b login bob password 1234\n',
  "machine a login root password hunter2\nmachine b login bob password 1234\n",
  '{"user": "root", "password": "hunter2"}\n',
  '[{"user": "root", "password": "hunter2"}, {"user": "bin", "password": "sk-123"}]\n',
  '{"root": ["hunter2"], "sk-123": {"password": 3}}\n',
  '{"user": "root", "password": hunter2}\n',
  "password: hunter2\n",
  "17 * * * * root hunter2\n25 6 * * * root sk-123\n",
  "root",
  "root\0",
  "\ufeffroot,hunter2",
];
const content = /root|daemon|bin\b|BEGIN|b3Bl|hunter|sk-|PORT|login|user|\/x/;

describe("an error shows nothing of", () => {
  it.each(secrets)("%j", (text) => {
    const firstLine = text.split("\n")[0] ?? "";
    // Whoever wrote the spec may know what such files begin with.
    for (const wanted of [
      ["t", "y"],
      [firstLine],
      [firstLine, "password"],
      ["password"],
      ["machine", "t"],
      ["x", "0"],
    ]) {
      const info = infoOf(...wanted.map((header, i) => ({ name: `c${i}`, header })));
      for (const format of ["csv", "tsv", "json", "ndjson"] as const) {
        const { message, location } = caught(() => readDataText(info, text, format));
        const named = wanted.reduce((rest, name) => rest.replaceAll(name, "NAME"), message);
        expect(named).not.toMatch(content);
        expect(location?.lineText).toBeNull();
      }
    }
    const { message, location } = caught(() => readMatrix(new TextEncoder().encode(text)));
    expect(message).not.toMatch(content);
    expect(location?.lineText).toBeNull();
  });
});

describe("an error shows", () => {
  it.each([
    ["x,Y\n1,2", "csv", "x,Y", "the data have no column 'y'; there are 'x', 'Y' (did you mean 'Y'?)"],
    ["d,site,Y\nmon,A,1\ntue,,2\nwed,B,3", "csv", "d,site,Y", "no column 'x'; there are 'd', 'site', 'Y'"],
    ["x y\n1 2\n1 b", "csv", "1 b", `column 'y': "b" is not a number`],
    ["x;y\n1;2,5\n1;3,5", "csv", "1;2,5", `column 'y': "2,5" is not a number (write decimals with a point)`],
    ["x,y\n1,2\n1", "csv", "1", "this line has 1 cell, but the header has 2 names"],
    ['{"x": 1, "y": 2}\n{"x": 1 "y": 2}', "ndjson", '{"x": 1 "y": 2}', "expected ',' or '}' here"],
    ['{"x": [1, 2], "Y": [2, 3]}', "json", '{"x": [1, 2], "Y": [2, 3]}', "there are 'x', 'Y' (did you mean 'Y'?)"],
  ] as const)("the line and the names of the table %j", (text, format, line, expected) => {
    const { message, location } = caught(() => table(text, ["x", "y"], format));
    expect(message).toContain(expected);
    expect(location?.lineText).toBe(line);
  });

  it("a cell far down in a large table", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${i},${i / 2}`).join("\n");
    expect(caught(() => table(`x,y\n${rows}\n3,high`, ["x", "y"])).message).toContain('"high" is not a number');
  });

  it("the cell and the line of a matrix", () => {
    const { message, location } = caught(() => readMatrix(new TextEncoder().encode("a,b\n1,0.5\n0.5,x\n")));
    expect(message).toContain('"x" in the matrix is not a number');
    expect(location?.lineText).toBe("0.5,x");
  });

  it("but not the cells of columns that hold no numbers where there are few of those that do", () => {
    const text = "a,b,c\nx,hunter2,1\n";
    expect(caught(() => table(text, ["a", "b", "c"])).message).toContain("column 'a': this cell is not a number");
  });
});
