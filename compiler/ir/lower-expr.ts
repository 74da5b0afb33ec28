import { type CallExpr, childrenOf, type Expr, postorder } from "../../grammar/index.js";
import type { SubexpressionInfo } from "../../runtime/contract/fit-problem.js";
import { builtins } from "../builtins/index.js";
import { power } from "../builtins/pow.js";
import type { ArgumentSymbol, CheckedModel, FnSymbol, ValueSymbol } from "../model/checked-model.js";
import { sourceText } from "../model/source-text.js";
import { foldConstant } from "./fold.js";
import type { ExprId, ExprPool } from "./pool.js";

/** A subexpression as the user wrote it. */
export interface Origin extends Pick<SubexpressionInfo, "text" | "kind"> {
  readonly operands: readonly ExprId[];
}

/** An expression that is being lowered. A `let` or `fn` that it uses is a frame above it. */
interface Frame {
  /** The `fn` whose body this is. */
  readonly fn: FnSymbol | null;
  readonly nodes: readonly Expr[];
  next: number;
  readonly values: Map<Expr, ExprId>;
  readonly args: ReadonlyMap<ArgumentSymbol, ExprId>;
  readonly finish: (id: ExprId) => void;
}

/**
 * The largest number of nodes that calls of functions may add up to when they are inlined, which
 * takes a second. Functions that call each other twice double it with each line.
 */
const mostInlined = 200_000;

/** How many nodes calls have added up to so far, in one file or in one model. */
export class Inlining {
  private nodes = 0;

  get isUsedUp(): boolean {
    return this.nodes > mostInlined;
  }

  add(nodes: number): void {
    this.nodes += nodes;
  }
}

const noArguments: ReadonlyMap<ArgumentSymbol, ExprId> = new Map();

/**
 * Lowers the syntax trees of one model to expressions in one pool: a `let` once, a `fn` inlined at
 * each call. It uses an explicit stack, so that neither a long sum nor a long chain of `let`s can
 * overflow the call stack.
 */
export class ExprLowering {
  /** For each expression the first subexpression of the source that was lowered to it. */
  readonly origins = new Map<ExprId, Origin>();
  /** For each expression that is the value of a `let`, the name of that `let`. */
  readonly letNames = new Map<ExprId, string>();
  /** For each reduction the first call in the source that was lowered to it. */
  readonly reductions = new Map<ExprId, CallExpr>();
  private readonly symbols = new Map<ValueSymbol, ExprId>();
  /**
   * The value of each `fn` by its arguments; without this cache, nested calls would take
   * exponential time.
   */
  private readonly inlined = new Map<FnSymbol, Map<string, ExprId>>();
  /** What is being lowered: the last frame, for those before it. */
  private stack: Frame[] = [];
  private refused: readonly FnSymbol[] | null = null;

  constructor(
    private readonly model: Pick<CheckedModel, "source" | "references" | "calls">,
    readonly pool: ExprPool,
    private readonly inlining = new Inlining(),
  ) {}

  /**
   * The calls within calls that were the first not to be inlined, because they were too many, from
   * the outermost; null if all were inlined. A call that was not is NaN.
   */
  get tooMany(): readonly FnSymbol[] | null {
    return this.refused;
  }

  lower(expr: Expr): ExprId {
    let result: ExprId | undefined;
    const stack = [
      frame(expr, noArguments, (id) => {
        result = id;
      }),
    ];
    this.stack = stack;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const node = top.nodes[top.next];
      if (node === undefined) {
        stack.pop();
        top.finish(operand(top, top.nodes.at(-1)));
        continue;
      }
      const outcome = this.step(node, top);
      if (typeof outcome === "number") {
        top.values.set(node, outcome);
        top.next += 1;
      } else {
        stack.push(outcome);
      }
    }
    if (result === undefined) throw new Error("fitc bug: an expression was not lowered");
    return result;
  }

  /** The value of a node, or a frame that must be finished before this step is repeated. */
  private step(node: Expr, top: Frame): ExprId | Frame {
    const { pool } = this;
    switch (node.kind) {
      case "number":
        return pool.constant(node.value);
      case "constant":
        return pool.constant(node.name === "pi" ? Math.PI : Number.POSITIVE_INFINITY);
      case "ref": {
        const symbol = this.model.references.get(node);
        if (symbol === undefined) throw new Error(`fitc bug: ${node.name.text} is not resolved`);
        return this.symbol(symbol, top);
      }
      case "unary":
        return this.made(node, top, pool.make(node.op === "-" ? "neg" : "not", operand(top, node.operand)));
      case "binary":
        return this.made(node, top, this.binary(node.op, operand(top, node.left), operand(top, node.right)));
      case "if": {
        const [condition, then, otherwise] = [node.condition, node.then, node.else].map((e) => operand(top, e));
        if (condition === undefined || then === undefined || otherwise === undefined) break;
        return this.made(node, top, pool.make("select", condition, then, otherwise));
      }
      case "call":
        return this.call(node, top);
    }
    throw new Error(`fitc bug: an expression of kind ${node.kind} was lowered`);
  }

  private symbol(symbol: ValueSymbol, top: Frame): ExprId | Frame {
    const { pool } = this;
    switch (symbol.kind) {
      case "param":
        return this.leaf(pool.param(symbol.index), symbol.name.text);
      case "column":
        return this.leaf(pool.column(symbol.index), symbol.name.text);
      case "lossVariable":
        return pool.variable("z");
      case "argument": {
        const id = top.args.get(symbol);
        if (id === undefined) throw new Error(`fitc bug: argument ${symbol.name.text} has no value`);
        return id;
      }
      default: {
        const known = this.symbols.get(symbol);
        if (known !== undefined) return known;
        return frame(symbol.value, noArguments, (id) => {
          this.symbols.set(symbol, id);
          if (symbol.kind === "let" && pool.node(id).args.length > 0 && !this.letNames.has(id)) {
            this.letNames.set(id, symbol.name.text);
          }
        });
      }
    }
  }

  private call(node: Expr & { kind: "call" }, top: Frame): ExprId | Frame {
    const target = this.model.calls.get(node);
    if (target === undefined) throw new Error(`fitc bug: ${node.callee.text} is not resolved`);
    const args = node.args.map((argument) => operand(top, argument));
    switch (target.kind) {
      case "builtin": {
        const builtin = builtins.get(target.name);
        if (builtin === undefined) throw new Error(`fitc bug: no builtin ${target.name}`);
        return this.made(node, top, builtin.expand(this.pool, args));
      }
      case "reduction": {
        const id = this.pool.reduce(target.name, target.name === "count" ? [] : args);
        if (!this.reductions.has(id)) this.reductions.set(id, node);
        return id;
      }
      case "fn": {
        const key = args.join(" ");
        const calls = this.inlined.get(target) ?? new Map<string, ExprId>();
        this.inlined.set(target, calls);
        const known = calls.get(key);
        if (known !== undefined) return known;
        if (this.inlining.isUsedUp) return this.refuse(target);
        const bound = new Map<ArgumentSymbol, ExprId>();
        for (const [index, param] of target.params.entries()) {
          const value = args[index];
          if (value !== undefined) bound.set(param, value);
        }
        const body = frame(target.body, bound, (id) => calls.set(key, id), target);
        this.inlining.add(body.nodes.length);
        return body;
      }
    }
  }

  private refuse(target: FnSymbol): ExprId {
    this.refused ??= [...this.stack.flatMap(({ fn }) => fn ?? []), target];
    return this.pool.constant(Number.NaN);
  }

  private binary(op: (Expr & { kind: "binary" })["op"], left: ExprId, right: ExprId): ExprId {
    const { pool } = this;
    switch (op) {
      case "+":
        return pool.make("add", left, right);
      case "-":
        return pool.make("sub", left, right);
      case "*":
        return pool.make("mul", left, right);
      case "/":
        return pool.make("div", left, right);
      case "^":
        return power(pool, left, right);
      case "<":
        return pool.make("lt", left, right);
      case "<=":
        return pool.make("le", left, right);
      case ">":
        return pool.make("lt", right, left);
      case ">=":
        return pool.make("le", right, left);
      case "==":
        return pool.make("eq", left, right);
      case "!=":
        return pool.make("not", pool.make("eq", left, right));
      case "and":
        return pool.make("and", left, right);
      case "or":
        return pool.make("or", left, right);
    }
  }

  private leaf(id: ExprId, text: string): ExprId {
    if (!this.origins.has(id)) this.origins.set(id, { text, kind: "leaf", operands: [] });
    return id;
  }

  private made(node: Expr, top: Frame, made: ExprId): ExprId {
    const id = foldConstant(this.pool, made);
    if (this.origins.has(id) || this.pool.node(id).op === "const") return id;
    const operands = childrenOf(node).map((e) => operand(top, e));
    const kind = node.kind === "if" ? "select" : "other";
    this.origins.set(id, { text: sourceText(this.model.source, node.span), kind, operands });
    return id;
  }
}

function frame(
  root: Expr,
  args: ReadonlyMap<ArgumentSymbol, ExprId>,
  finish: (id: ExprId) => void,
  fn: FnSymbol | null = null,
): Frame {
  return { fn, nodes: postorder(root), next: 0, values: new Map(), args, finish };
}

function operand(top: Frame, node: Expr | undefined): ExprId {
  const id = node === undefined ? undefined : top.values.get(node);
  if (id === undefined) throw new Error("fitc bug: an operand was not lowered");
  return id;
}
