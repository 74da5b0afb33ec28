import { type Bytes, flatten, unsigned } from "./bytes.js";
import { expr, typeCodes, type WasmExpr, type WasmType } from "./expr.js";
import { share } from "./share.js";

export type Value = Exclude<WasmType, "void">;

/** A local variable. */
export interface Variable<T extends Value> {
  readonly value: WasmExpr<T>;
  readonly set: (value: WasmExpr<T>) => void;
}

/** The target of a branch: the end of a block, or the start of a loop. */
export interface Label {
  readonly depth: number;
}

/**
 * The body of one function, written statement by statement. An expression that occurs twice in one
 * statement is computed once. One that several statements use should be bound by `let`; otherwise
 * each of them computes it.
 */
export class Body {
  readonly #locals: Value[] = [];
  readonly #params: number;
  #open: Bytes[] = [];
  #depth = 0;

  constructor(params: number) {
    this.#params = params;
  }

  /** Appends a statement. */
  do(statement: WasmExpr<"void">): void {
    this.#open.push(this.#bytes(statement));
  }

  /** Computes a value here, once; returns an expression that reads it. */
  let<T extends Value>(value: WasmExpr<T>): WasmExpr<T> {
    return this.variable(value).value;
  }

  variable<T extends Value>(start: WasmExpr<T>): Variable<T> {
    const place = this.declare(start.type);
    place.set(start);
    return place;
  }

  /** A variable with the initial value zero. */
  declare<T extends Value>(type: T): Variable<T> {
    const index = unsigned(this.#local(type));
    return {
      value: expr(type, 0x20, index),
      set: (value) => this.do(expr("void", value, 0x21, index)),
    };
  }

  /**
   * Like `let`, but for values whose need becomes known only later: they are computed at the place
   * where `early` was called.
   */
  early(): <T extends Value>(value: WasmExpr<T>) => WasmExpr<T> {
    const here: Bytes[] = [];
    this.#open.push(here);
    return (value) => {
      const after = this.#open;
      this.#open = here;
      const local = this.let(value);
      this.#open = after;
      return local;
    };
  }

  if(condition: WasmExpr<"i32">, then: () => void, otherwise?: () => void): void {
    const yes = this.#nested(then);
    const no = otherwise === undefined ? [] : [0x05, this.#nested(otherwise)];
    this.do(expr("void", condition, 0x04, typeCodes.void, yes, no, 0x0b));
  }

  /** The value of the branch that is taken; the other branch is not executed. */
  choose<T extends Value>(
    condition: WasmExpr<"i32">,
    then: () => WasmExpr<T>,
    otherwise: () => WasmExpr<T>,
  ): WasmExpr<T> {
    let type: T | undefined;
    const branchCode = (branch: () => WasmExpr<T>) =>
      this.#nested(() => {
        const value = branch();
        type = value.type;
        this.#open.push(this.#bytes(value));
      });
    const [yes, no] = [branchCode(then), branchCode(otherwise)];
    if (type === undefined) throw new Error("fitc bug: a choice without a value");
    return this.let(expr(type, condition, 0x04, typeCodes[type], yes, 0x05, no, 0x0b));
  }

  /** A loop. A branch to its label repeats it; without a branch, execution continues after it. */
  loop(inside: (again: Label) => void): void {
    this.#block(0x03, inside);
  }

  /** A block. A branch to its label leaves it. */
  block(inside: (leave: Label) => void): void {
    this.#block(0x02, inside);
  }

  branch(label: Label, condition?: WasmExpr<"i32">): void {
    const to = unsigned(this.#depth - label.depth);
    this.do(condition === undefined ? expr("void", 0x0c, to) : expr("void", condition, 0x0d, to));
  }

  return(value: WasmExpr<WasmType>): void {
    this.do(expr("void", value, 0x0f));
  }

  #block(opcode: number, inside: (label: Label) => void): void {
    const code = this.#nested(() => inside({ depth: this.#depth }));
    this.do(expr("void", opcode, typeCodes.void, code, 0x0b));
  }

  /** Nested code becomes bytes here: the statement around it does not contain its pieces. */
  #nested(inside: () => void): Uint8Array {
    const outer = this.#open;
    const inner: Bytes[] = [];
    this.#open = inner;
    this.#depth++;
    inside();
    this.#depth--;
    this.#open = outer;
    return flatten(inner);
  }

  #bytes(statement: WasmExpr<WasmType>): Bytes {
    return share(statement, (type) => this.#local(type));
  }

  #local(type: WasmType): number {
    if (type === "void") throw new Error("fitc bug: a local without a value");
    return this.#params + this.#locals.push(type) - 1;
  }

  /** The function's entry in the code section, without its length. */
  finish(result: WasmExpr<WasmType>): Uint8Array {
    const end = this.#bytes(result);
    // Consecutive locals of one type are declared together.
    const runs: { type: Value; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last !== undefined && typeCodes[last.type] === typeCodes[type]) last.count++;
      else runs.push({ type, count: 1 });
    }
    const locals = runs.map(({ type, count }) => [unsigned(count), typeCodes[type]]);
    return flatten([unsigned(runs.length), locals, this.#open, end, 0x0b]);
  }
}
