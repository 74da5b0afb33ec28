import type { Span } from "../../../diagnostics/index.js";
import type {
  ColumnItem,
  DataDecl,
  FileItem,
  FnDecl,
  LossStmt,
  Name,
  ParamDecl,
  Statement,
  TypedName,
  UnitExpr,
} from "../../../grammar/index.js";
import { reductionNames } from "../../../runtime/contract/reductions.js";
import { builtins } from "../../builtins/index.js";
import type {
  ColumnSymbol,
  DeriveSymbol,
  FnSymbol,
  LossVariable,
  ParamSymbol,
  ValueSymbol,
} from "../../model/checked-model.js";
import type { Unit } from "../../model/unit.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { readUnit } from "../units/read.js";
import { isTractable } from "../units/unit.js";
import type { Definition, Scope } from "./scope.js";

/** The symbols of one block, in the order of the text, and the scope that contains them. */
export interface Declarations {
  readonly scope: Scope;
  readonly params: readonly ParamSymbol[];
  readonly columns: readonly ColumnSymbol[];
  readonly derives: readonly DeriveSymbol[];
  /** `const`, `let`, `derive` and `fn`. */
  readonly definitions: readonly Definition[];
  /** The variable z of each `loss z => ...`. */
  readonly lossVariables: ReadonlyMap<LossStmt, LossVariable>;
}

/**
 * Creates a symbol for every declaration of a block. If a name is declared twice, the first
 * declaration is kept.
 */
export function declare(
  items: readonly (FileItem | Statement)[],
  parent: Scope | null,
  reporter: Reporter,
): Declarations {
  const block = new Block(parent, lostText(items, reporter), reporter);
  for (const item of items) block.declare(item);
  return block;
}

function lostText(items: readonly (FileItem | Statement)[], reporter: Reporter): string[] {
  return items
    .flatMap((item): readonly { readonly kind: string; readonly span: Span }[] =>
      item.kind === "data" ? item.items : [item],
    )
    .filter((item) => item.kind === "error" || item.kind === "later")
    .map((item) => reporter.textOf(item.span));
}

class Block implements Declarations {
  readonly scope: Scope;
  readonly params: ParamSymbol[] = [];
  readonly columns: ColumnSymbol[] = [];
  readonly derives: DeriveSymbol[] = [];
  readonly definitions: Definition[] = [];
  readonly lossVariables = new Map<LossStmt, LossVariable>();

  constructor(
    parent: Scope | null,
    lost: readonly string[],
    private readonly reporter: Reporter,
  ) {
    this.scope = { values: new Map(), functions: new Map(), parent, lost };
  }

  declare(item: FileItem | Statement): void {
    switch (item.kind) {
      case "data":
        this.declareData(item);
        break;
      case "input":
        for (const column of item.columns) this.declareColumn(column, column.name.text, null);
        break;
      case "param":
        this.declareParam(item);
        break;
      case "const":
      case "let": {
        const { kind, name, value, span } = item;
        const symbol = { kind, name, unit: this.unitOf(item.unit), value, span };
        this.definitions.push(symbol);
        this.declareValue(symbol);
        break;
      }
      case "derive": {
        const { kind, name, doc, value, span } = item;
        const symbol = { kind, name, doc, unit: this.unitOf(item.unit), value, span };
        this.definitions.push(symbol);
        this.derives.push(symbol);
        this.declareValue(symbol);
        break;
      }
      case "fn":
        this.declareFunction(item);
        break;
      case "fit":
      case "residual":
        for (const noise of item.noise?.items ?? []) if (noise.kind === "loss") this.declareLoss(noise);
        break;
      case "loss":
        this.declareLoss(item);
        break;
    }
  }

  private declareData(data: DataDecl): void {
    for (const [index, item] of data.items.entries()) {
      // A column name just before unreadable text is probably part of that text if the name is
      // already known.
      const isLost = data.items[index + 1]?.kind === "error" && item.kind === "column";
      if (isLost && this.scope.values.has(item.name.text)) continue;
      if (item.kind === "column") this.declareColumn(item, item.from?.value ?? item.name.text, item.doc);
    }
  }

  private declareColumn(column: ColumnItem | TypedName, header: string, doc: string | null): void {
    const { name, span } = column;
    const symbol: ColumnSymbol = {
      kind: "column",
      name,
      index: this.columns.length,
      header,
      doc,
      unit: this.unitOf(column.unit),
      span,
    };
    this.columns.push(symbol);
    this.declareValue(symbol);
  }

  private declareParam(param: ParamDecl): void {
    const { name, doc, start, interval, fixed, span } = param;
    const symbol: ParamSymbol = {
      kind: "param",
      name,
      index: this.params.length,
      doc,
      unit: this.unitOf(param.unit),
      start,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      lowerOpen: interval?.lowerOpen ?? false,
      upperOpen: interval?.upperOpen ?? false,
      fixed,
      span,
    };
    this.params.push(symbol);
    this.declareValue(symbol);
  }

  private declareFunction(fn: FnDecl): void {
    const { name, body, span } = fn;
    const names = new Map<string, Name>();
    for (const param of fn.params) {
      const first = names.get(param.text);
      if (first === undefined) names.set(param.text, param);
      else this.reportDuplicate(param, first);
    }
    const params = fn.params.map((param, index) => ({ kind: "argument", name: param, index }) as const);
    const symbol: FnSymbol = { kind: "fn", name, params, body, span };
    this.definitions.push(symbol);
    if (isBuiltinName(name.text)) {
      this.reporter.report(messages.redeclaredBuiltin({ name: name.text }), name.span);
    } else {
      this.claim(this.scope.functions, this.scope.parent?.functions, symbol);
    }
  }

  private declareLoss(loss: LossStmt): void {
    if (loss.variable !== null) this.lossVariables.set(loss, { kind: "lossVariable", name: loss.variable });
  }

  private declareValue(symbol: ValueSymbol): void {
    this.claim(this.scope.values, this.scope.parent?.values, symbol);
  }

  private unitOf(expr: UnitExpr | null): Unit | null {
    if (expr === null) return null;
    const unit = readUnit(expr);
    if (isTractable(unit)) return unit;
    this.reporter.report(messages.invalidUnitExponent(), expr.span);
    return null;
  }

  private claim<S extends { readonly name: Name }>(
    own: Map<string, S>,
    outer: ReadonlyMap<string, S> | undefined,
    symbol: S,
  ): void {
    const { text, span } = symbol.name;
    const first = own.get(text);
    const shadowed = outer?.get(text);
    if (first !== undefined) {
      this.reportDuplicate(symbol.name, first.name);
    } else {
      own.set(text, symbol);
      if (shadowed !== undefined) {
        const line = this.reporter.lineOf(shadowed.name.span);
        this.reporter.report(messages.shadowedGlobalName({ name: text, line }), span);
      }
    }
  }

  private reportDuplicate(name: Name, first: Name): void {
    this.reporter.report(
      messages.duplicateName({ name: name.text, line: this.reporter.lineOf(first.span) }),
      name.span,
    );
  }
}

/** Whether this is the name of a built-in function, which an `fn` must not redeclare. */
export function isBuiltinName(name: string): boolean {
  return builtins.has(name) || reductionNames.some((known) => known === name);
}
