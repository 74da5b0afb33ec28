import { type CallExpr, childrenOf, type Expr } from "../../../grammar/index.js";
import type {
  ArgumentSymbol,
  CallTarget,
  ColumnSymbol,
  FnSymbol,
  LossVariable,
  ParamSymbol,
  ValueSymbol,
} from "../../model/checked-model.js";
import { Layered } from "./layered.js";
import { bodyOf, type Definition, isDefinition, type Resolution } from "./scope.js";

/**
 * The dependences of an expression, including those through definitions: for each kind, one symbol
 * as an example, or null.
 */
export interface Dependence {
  /** A column outside a reduction: the expression varies from row to row. */
  readonly column: ColumnSymbol | null;
  readonly free: ParamSymbol | null;
  readonly fixed: ParamSymbol | null;
  /** The name of a reduction. */
  readonly reduction: string | null;
  /** An argument of the enclosing `fn`, or the variable of the enclosing loss. */
  readonly local: ArgumentSymbol | LossVariable | null;
  /** Something in it could not be read or resolved, so the dependences may be incomplete. */
  readonly broken: boolean;
}

const independent: Dependence = {
  column: null,
  free: null,
  fixed: null,
  reduction: null,
  local: null,
  broken: false,
};
const unreadable: Dependence = { ...independent, broken: true };

/**
 * Where a symbol is used: outside every reduction, inside one, or both (the argument of an `fn`
 * that uses it twice).
 */
export interface Place {
  readonly bare: boolean;
  readonly reduced: boolean;
}

const bare: Place = { bare: true, reduced: false };
const reduced: Place = { bare: false, reduced: true };
const both: Place = { bare: true, reduced: true };
/** In a call that was reported, or in an argument that the `fn` does not use. */
const nowhere: Place = { bare: false, reduced: false };

/**
 * The first use of a symbol in an expression, or a node that could not be read, with its place and
 * the dependences that it adds.
 */
export interface Occurrence {
  readonly node: Expr;
  /** Null if the node could not be read or resolved. */
  readonly target: ValueSymbol | CallTarget | null;
  readonly place: Place;
  readonly brings: Dependence;
}

/**
 * The dependences of each definition, and how each `fn` uses its arguments. Filled in the order of
 * the definitions.
 */
export class Dependences {
  private readonly known: Map<Definition, Dependence>;
  private readonly argumentPlaces: Map<FnSymbol, readonly Place[]>;
  private readonly found = new Map<Expr, readonly Occurrence[]>();

  constructor(
    private readonly resolution: Resolution,
    outer: Dependences | null,
  ) {
    this.known = new Layered(outer?.known);
    this.argumentPlaces = new Layered(outer?.argumentPlaces);
  }

  /** Adds a definition; those that it uses must have been added before. */
  add(definition: Definition): void {
    const occurrences = this.occurrences(bodyOf(definition));
    this.known.set(definition, { ...union(occurrences), local: null });
    if (definition.kind !== "fn") return;
    const places = definition.params.map(() => nowhere);
    for (const { target, place } of occurrences) {
      if (target?.kind !== "argument") continue;
      const before = places[target.index] ?? nowhere;
      places[target.index] = placed(before.bare || place.bare, before.reduced || place.reduced);
    }
    this.argumentPlaces.set(definition, places);
  }

  of(expr: Expr): Dependence {
    return union(this.occurrences(expr));
  }

  /**
   * The symbols used in an expression, in the order of the text. Each symbol is listed once per
   * kind of place, so that a sum of many terms has few occurrences. Built-in functions add no
   * dependences and are left out.
   */
  occurrences(root: Expr): readonly Occurrence[] {
    const known = this.found.get(root);
    if (known !== undefined) return known;
    const occurrences: Occurrence[] = [];
    const seen = new Map<ValueSymbol | CallTarget, Set<Place>>();
    const stack: { readonly expr: Expr; readonly place: Place }[] = [{ expr: root, place: bare }];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const { expr, place } = item;
      const target = this.targetOf(expr);
      if (target === null) occurrences.push({ node: expr, target, place, brings: unreadable });
      else if (target !== undefined && !repeated(target, place, seen)) {
        occurrences.push({ node: expr, target, place, brings: this.bringsOf(target) });
      }
      const children = childrenOf(expr);
      const places = expr.kind === "call" ? this.placesOfArguments(expr, place) : null;
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child !== undefined) stack.push({ expr: child, place: places?.[i] ?? place });
      }
    }
    this.found.set(root, occurrences);
    return occurrences;
  }

  /**
   * What a node refers to; null if that is unknown, undefined if it refers to nothing of interest.
   */
  private targetOf(node: Expr): ValueSymbol | CallTarget | null | undefined {
    switch (node.kind) {
      case "error":
      case "qualified":
        return null;
      case "ref":
        return this.resolution.references.get(node) ?? null;
      case "call": {
        const target = this.resolution.calls.get(node) ?? null;
        return target?.kind === "builtin" ? undefined : target;
      }
      default:
        return undefined;
    }
  }

  private bringsOf(target: ValueSymbol | CallTarget): Dependence {
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
      return placed(place.bare && use.bare, use.reduced || (place.reduced && use.bare));
    });
  }
}

function placed(isBare: boolean, isReduced: boolean): Place {
  if (isBare) return isReduced ? both : bare;
  return isReduced ? reduced : nowhere;
}

/** Whether a symbol has already been seen in this kind of place. */
function repeated(
  target: ValueSymbol | CallTarget,
  place: Place,
  seen: Map<ValueSymbol | CallTarget, Set<Place>>,
): boolean {
  const places = seen.get(target) ?? new Set();
  seen.set(target, places);
  const before = places.has(place);
  places.add(place);
  return before;
}

function union(occurrences: readonly Occurrence[]): Dependence {
  let { column, free, fixed, reduction, local, broken } = independent;
  for (const { brings, place } of occurrences) {
    if (place.bare) {
      column ??= brings.column;
      free ??= brings.free;
      fixed ??= brings.fixed;
    }
    local ??= brings.local;
    broken ||= brings.broken;
    reduction ??= brings.reduction;
  }
  return { column, free, fixed, reduction, local, broken };
}
