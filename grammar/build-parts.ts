import type { CstNode, IToken } from "chevrotain";
import type { Message } from "../diagnostics/index.js";
import { buildExpression } from "./build-expression.js";
import { buildUnit } from "./build-unit.js";
import { must, node, nodes, spanOfNode, token, toName } from "./cst.js";
import type { Expr, Interval, Name, NameExpr, Scale, TypedName, UnitExpr } from "./nodes.js";
import type { Problem } from "./problem.js";
import { spanOf } from "./token-text.js";
import * as t from "./tokens.js";

/** Builds the parts that statements have in common, from the concrete tree of a statement. */
export class PartBuilder {
  constructor(private readonly problems: Problem[]) {}

  /** The only expression of the rule, or the first one under a label. */
  expr(cst: CstNode, label = "expr"): Expr {
    return buildExpression(must(node(cst, label)), this.problems);
  }

  optionalExpr(cst: CstNode, label = "expr"): Expr | null {
    return node(cst, label) === undefined ? null : this.expr(cst, label);
  }

  /** All expressions of the rule, in the order of the text. */
  exprs(cst: CstNode): readonly Expr[] {
    return nodes(cst, "expr").map((child) => buildExpression(child, this.problems));
  }

  /** The first name that has no label. */
  name(cst: CstNode): Name {
    return toName(must(token(cst, t.Name.name)));
  }

  unit(cst: CstNode): UnitExpr | null {
    const unit = node(cst, "unitOf");
    return unit === undefined ? null : buildUnit(must(node(unit, "unit")), this.problems);
  }

  typedNames(cst: CstNode): readonly TypedName[] {
    return nodes(cst, "typed").map((child) => {
      return { kind: "typed", name: this.name(child), unit: this.unit(child), span: spanOfNode(child) };
    });
  }

  /** The declared name and its unit. */
  typedName(cst: CstNode): { readonly name: Name; readonly unit: UnitExpr | null } {
    const typed = must(node(cst, "typed"));
    return { name: this.name(typed), unit: this.unit(typed) };
  }

  references(cst: CstNode): readonly NameExpr[] {
    return nodes(cst, "reference").map((child) => {
      return { kind: "ref", name: this.name(child), span: spanOfNode(child) };
    });
  }

  interval(cst: CstNode): Interval | null {
    const interval = node(cst, "interval");
    if (interval === undefined) return null;
    const [lower, upper] = this.exprs(interval);
    return {
      kind: "interval",
      lower: must(lower),
      upper: must(upper),
      lowerOpen: token(interval, t.LParen.name) !== undefined,
      upperOpen: token(interval, t.RParen.name) !== undefined,
      span: spanOfNode(interval),
    };
  }

  scale(cst: CstNode): Scale {
    const word = node(cst, "scaleWord");
    if (word === undefined) return null;
    return token(word, t.Absolute.name) === undefined ? "relative" : "absolute";
  }

  report(message: Message, at: IToken): void {
    this.problems.push({ message, span: spanOf(at) });
  }
}
