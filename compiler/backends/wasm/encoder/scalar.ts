import { eightBytes, signed } from "./bytes.js";
import { binary, expr, load, select, store, unary } from "./expr.js";

// Instructions on single values, named as in the specification.

const int = (opcode: number) => binary("i32", "i32", [opcode]);
const long = (opcode: number) => binary("i64", "i64", [opcode]);
const longTest = (opcode: number) => binary("i64", "i32", [opcode]);
const float = (opcode: number) => binary("f64", "f64", [opcode]);
const floatTest = (opcode: number) => binary("f64", "i32", [opcode]);
const floatUnary = (opcode: number) => unary("f64", "f64", [opcode]);

export const i32 = {
  const: (value: number) => expr("i32", 0x41, signed(BigInt(value | 0))),
  select: select<"i32">,
  load: load("i32", [0x28], 2),
  store: store("i32", [0x36], 2),
  eqz: unary("i32", "i32", [0x45]),
  eq: int(0x46),
  ne: int(0x47),
  ltS: int(0x48),
  ltU: int(0x49),
  gtS: int(0x4a),
  gtU: int(0x4b),
  leS: int(0x4c),
  leU: int(0x4d),
  geS: int(0x4e),
  geU: int(0x4f),
  add: int(0x6a),
  sub: int(0x6b),
  mul: int(0x6c),
  divU: int(0x6e),
  remU: int(0x70),
  and: int(0x71),
  or: int(0x72),
  xor: int(0x73),
  shl: int(0x74),
  shrS: int(0x75),
  shrU: int(0x76),
  wrapI64: unary("i64", "i32", [0xa7]),
  truncSatF64S: unary("f64", "i32", [0xfc, 0x02]),
};

export const i64 = {
  const: (value: bigint) => expr("i64", 0x42, signed(BigInt.asIntN(64, value))),
  select: select<"i64">,
  load: load("i64", [0x29], 3),
  store: store("i64", [0x37], 3),
  eqz: unary("i64", "i32", [0x50]),
  eq: longTest(0x51),
  ne: longTest(0x52),
  ltS: longTest(0x53),
  ltU: longTest(0x54),
  gtS: longTest(0x55),
  gtU: longTest(0x56),
  leS: longTest(0x57),
  leU: longTest(0x58),
  geS: longTest(0x59),
  geU: longTest(0x5a),
  clz: unary("i64", "i64", [0x79]),
  ctz: unary("i64", "i64", [0x7a]),
  add: long(0x7c),
  sub: long(0x7d),
  mul: long(0x7e),
  and: long(0x83),
  or: long(0x84),
  xor: long(0x85),
  shl: long(0x86),
  shrS: long(0x87),
  shrU: long(0x88),
  extendI32S: unary("i32", "i64", [0xac]),
  extendI32U: unary("i32", "i64", [0xad]),
  truncSatF64S: unary("f64", "i64", [0xfc, 0x06]),
  reinterpretF64: unary("f64", "i64", [0xbd]),
};

export const f64 = {
  const: (value: number) => expr("f64", 0x44, eightBytes(value)),
  select: select<"f64">,
  load: load("f64", [0x2b], 3),
  store: store("f64", [0x39], 3),
  eq: floatTest(0x61),
  ne: floatTest(0x62),
  lt: floatTest(0x63),
  gt: floatTest(0x64),
  le: floatTest(0x65),
  ge: floatTest(0x66),
  abs: floatUnary(0x99),
  neg: floatUnary(0x9a),
  ceil: floatUnary(0x9b),
  floor: floatUnary(0x9c),
  trunc: floatUnary(0x9d),
  /** Rounds to the nearest integer, ties to even. */
  nearest: floatUnary(0x9e),
  sqrt: floatUnary(0x9f),
  add: float(0xa0),
  sub: float(0xa1),
  mul: float(0xa2),
  div: float(0xa3),
  min: float(0xa4),
  max: float(0xa5),
  copysign: float(0xa6),
  convertI32S: unary("i32", "f64", [0xb7]),
  convertI32U: unary("i32", "f64", [0xb8]),
  convertI64S: unary("i64", "f64", [0xb9]),
  reinterpretI64: unary("i64", "f64", [0xbf]),
};
