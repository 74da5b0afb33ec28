import { type CallExpr, childrenOf, type Expr } from "../../../grammar/index.js";
import type { ArgumentSymbol, ColumnSymbol, FnSymbol, LossVariable, ParamSymbol } from "../model.js";
import { bodyOf, type Definition, isDefinition, type Resolution } from "./scope.js";

/** What an expression depends on, through the definitions it names: one witness of each kind, or null. */
export interface Dependence {
  /** A column outside a reduction: the expression varies from row to row. */
  readonly column: ColumnSymbol | null;
  readonly free: ParamSymbol | null;
  readonly fixed: ParamSymbol | null;
  /** The name of a reduction. */
  readonly reduction: string | null;
  /** A parameter inside a reduction. */
  readonly reducedParam: ParamSymbol | null;
  /** An argument of the `fn`, or the variable of the loss, that the expression stands in. */
  readonly local: ArgumentSymbol | LossVariable | null;
  /** It holds what could not be read or resolved, so that nothing is sure. */
  readonly broken: boolean;
}

const independent: Dependence = {
  column: null,
  free: null,
  fixed: null,
  reduction: null,
  reducedParam: null,
  local: null,
  broken: false,
};
const unreadable: Dependence = { ...independent, broken: true };

/** Where an expression stands: outside every reduction, inside one, or both (the argument of a `fn` used twice). */
export interface Place {
  readonly bare: boolean;
  readonly reduced: boolean;
}

const bare: Place = { bare: true, reduced: false };
const reduced: Place = { bare: false, reduced: true };
/** In a call that was reported. */
const nowhere: Place = { bare: false, reduced: false };

/** A use of a name, a call, or what could not be read, with where it stands and what it alone brings in. */
export interface Occurrence {
  readonly node: Expr;
  readonly place: Place;
  readonly brings: Dependence;
}

/** What each definition depends on, and how each `fn` uses its arguments. Filled in definition order. */
export class Dependences {
  private readonly known: Map<Definition, Dependence>;
  private readonly argumentPlaces: Map<FnSymbol, readonly Place[]>;

  constructor(
    private readonly resolution: Resolution,
    outer: Dependences | null,
  ) {
    this.known = new Map(outer?.known);
    this.argumentPlaces = new Map(outer?.argumentPlaces);
  }

  /** Takes in a definition, after those that it uses. */
  add(definition: Definition): void {
    const occurrences = this.occurrences(bodyOf(definition));
    const dependence = union(occurrences);
    this.known.set(definition, { ...dependence, local: null });
    if (definition.kind !== "fn") return;
    const places = definition.params.map(() => ({ bare: false, reduced: false }));
    for (const { node, place } of occurrences) {
      const symbol = node.kind === "ref" ? this.resolution.references.get(node) : undefined;
      const used = symbol?.kind === "argument" ? places[symbol.index] : undefined;
      if (used === undefined) continue;
      used.bare ||= place.bare;
      used.reduced ||= place.reduced;
    }
    this.argumentPlaces.set(definition, places);
  }

  of(expr: Expr): Dependence {
    return union(this.occurrences(expr));
  }

  /** Every use and call in an expression, in the order of the text. */
  occurrences(root: Expr): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const stack: { readonly expr: Expr; readonly place: Place }[] = [{ expr: root, place: bare }];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const { expr, place } = item;
      const brings = this.bringsOf(expr);
      if (brings !== null) found.push({ node: expr, place, brings });
      const children = childrenOf(expr);
      const places = expr.kind === "call" ? this.placesOfArguments(expr, place) : null;
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child !== undefined) stack.push({ expr: child, place: places?.[i] ?? place });
      }
    }
    return found;
  }

  private bringsOf(node: Expr): Dependence | null {
    if (node.kind === "error" || node.kind === "qualified") return unreadable;
    if (node.kind !== "ref" && node.kind !== "call") return null;
    const target = node.kind === "ref" ? this.resolution.references.get(node) : this.resolution.calls.get(node);
    if (target === undefined) return unreadable;
    if (isDefinition(target)) return this.known.get(target) ?? unreadable;
    switch (target.kind) {
      case "column":
        return { ...independent, column: target };
      case "param":
        return target.fixed ? { ...independent, fixed: target } : { ...independent, free: target };
      case "reduction":
        return { ...independent, reduction: target.name };
      case "argument":
      case "lossVariable":
        return { ...independent, local: target };
      default:
        return independent;
    }
  }

  private placesOfArguments(call: CallExpr, place: Place): readonly Place[] | null {
    const target = this.resolution.calls.get(call);
    if (target === undefined) return call.args.map(() => nowhere);
    if (target.kind === "reduction") return call.args.map(() => reduced);
    if (target.kind === "builtin") return null;
    const uses = this.argumentPlaces.get(target);
    return call.args.map((_, i) => {
      const use = uses?.[i] ?? bare;
      return { bare: place.bare && use.bare, reduced: use.reduced || (place.reduced && use.bare) };
    });
  }
}

function union(occurrences: readonly Occurrence[]): Dependence {
  let { column, free, fixed, reduction, reducedParam, local, broken } = independent;
  for (const { brings, place } of occurrences) {
    if (place.bare) {
      column ??= brings.column;
      free ??= brings.free;
      fixed ??= brings.fixed;
    }
    local ??= brings.local;
    broken ||= brings.broken;
    reduction ??= brings.reduction;
    reducedParam ??= brings.reducedParam;
    if (place.reduced) reducedParam ??= brings.free ?? brings.fixed;
  }
  return { column, free, fixed, reduction, reducedParam, local, broken };
}
