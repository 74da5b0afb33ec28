import type { CstNode } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import type * as ast from "./ast.js";
import { buildExpression } from "./build-expression.js";
import { buildUnit } from "./build-unit.js";
import { must, node, nodes, spanOfNode, token, tokensOf, toName, toStringLiteral } from "./cst.js";
import type { DocComments } from "./docs.js";
import { spanOf } from "./lexer.js";
import { grammarMessages as messages } from "./messages.js";
import type { Cst } from "./parser.js";
import type { Problem } from "./problem.js";
import * as t from "./tokens.js";

type Declared = Exclude<ast.Statement | ast.ModelDecl | ast.ColumnItem, ast.ErrorNode | ast.LaterStmt>;
type Item = ast.Statement | ast.ModelDecl | ast.DataItem | ast.SolverOption;

/** What the parser skipped, as a node of the tree. */
export type Recovered = (cst: CstNode) => ast.Statement;

/** Builds the syntax tree from the concrete one: one small function for each rule of the grammar. */
export class AstBuilder {
  constructor(
    private readonly docs: DocComments,
    private readonly recovered: Recovered,
    private readonly problems: Problem[],
  ) {}

  file(cst: Cst["root"], comments: readonly ast.Comment[], span: Span): ast.FileAst {
    return { kind: "file", items: this.items<ast.FileItem>(cst), comments, span };
  }

  /** The declarations of a block. The grammar says which kinds a block can hold, so the caller names them. */
  private items<T extends Item>(cst: CstNode): T[] {
    return nodes(cst, "item").map((child) => this.item(child) as T);
  }

  private item(cst: CstNode): Item {
    switch (cst.name) {
      case "skipped":
        return this.recovered(cst);
      case "where":
        return { kind: "where", condition: this.expr(cst), span: spanOfNode(cst) };
      case "missing":
        return { kind: "missing", policy: this.name(cst), span: spanOfNode(cst) };
      case "setting":
        return this.option(cst);
      default:
        return this.declaration(cst);
    }
  }

  private declaration(cst: CstNode): Declared {
    const about = { doc: this.docs.of(must(cst.location).startOffset), span: spanOfNode(cst) };
    switch (cst.name) {
      case "model":
        return { kind: "model", name: this.name(cst), body: this.items<ast.Statement>(cst), ...about };
      case "data":
        return this.data(cst, about);
      case "column":
        return this.column(cst, about);
      case "inputs":
        return { kind: "input", columns: nodes(cst, "typed").map((child) => this.typed(child)), ...about };
      case "constant":
        return { kind: "const", ...this.typedName(cst), value: this.expr(cst), ...about };
      case "param":
        return this.param(cst, about);
      case "binding": {
        const kind = token(cst, t.Let.name) === undefined ? "derive" : "let";
        return { kind, ...this.typedName(cst), value: this.expr(cst), ...about };
      }
      case "fn": {
        const params = tokensOf(cst, "parameter").map(toName);
        return { kind: "fn", name: this.name(cst), params, body: this.expr(cst), ...about };
      }
      case "fit":
        return this.fit(cst, about);
      case "residual":
        return { kind: "residual", value: this.expr(cst), noise: this.noiseBlock(cst), ...about };
      case "prior":
        return this.prior(cst, about);
      case "order":
        return { kind: "order", params: nodes(cst, "reference").map((child) => this.reference(child)), ...about };
      case "covariance": {
        const path = toStringLiteral(must(token(cst, t.StringText.name)));
        return { kind: "covariance", path, scale: this.scaleWord(cst), ...about };
      }
      case "noise": {
        const { word: model } = must(t.noises.get(must(token(cst, t.NoiseWord.name)).tokenType));
        return { kind: "noise", model, value: this.expr(cst), scale: this.scaleWord(cst), ...about };
      }
      case "loss":
        return this.loss(cst, about);
      case "solver":
        return { kind: "solver", name: this.name(cst), options: this.items<ast.SolverOption>(cst), ...about };
      default:
        throw new Error(`fitc bug: no builder for the rule '${cst.name}'`);
    }
  }

  private data(cst: CstNode, about: About): ast.DataDecl {
    const name = token(cst, t.Name.name);
    if (name !== undefined) {
      const form = `the named data set 'data ${toName(name).text} "..."'`;
      this.problems.push({ message: messages.syntaxNotAvailable({ form }), span: spanOf(name) });
    }
    const format = token(cst, "format");
    return {
      kind: "data",
      name: name === undefined ? null : toName(name),
      path: toStringLiteral(must(token(cst, t.StringText.name))),
      format: format === undefined ? null : toName(format),
      items: this.items<ast.DataItem>(cst),
      ...about,
    };
  }

  private column(cst: CstNode, about: About): ast.ColumnItem {
    const from = token(cst, t.StringText.name);
    return {
      kind: "column",
      name: toName(must(token(cst, t.ColumnName.name))),
      unit: this.unit(cst),
      from: from === undefined ? null : toStringLiteral(from),
      ...about,
    };
  }

  private param(cst: CstNode, about: About): ast.ParamDecl {
    const group = token(cst, t.Per.name);
    if (group !== undefined) {
      this.problems.push({
        message: messages.syntaxNotAvailable({ form: "'param NAME per GROUP'" }),
        span: spanOf(group),
      });
    }
    const start = node(cst, "expr");
    const interval = node(cst, "interval");
    return {
      kind: "param",
      ...this.typedName(cst),
      start: start === undefined ? null : buildExpression(start, this.problems),
      interval: interval === undefined ? null : this.interval(interval),
      fixed: token(cst, t.Fixed.name) !== undefined,
      ...about,
    };
  }

  private interval(cst: CstNode): ast.Interval {
    const [lower, upper] = nodes(cst, "expr").map((child) => buildExpression(child, this.problems));
    return {
      kind: "interval",
      lower: must(lower),
      upper: must(upper),
      lowerOpen: token(cst, t.LParen.name) !== undefined,
      upperOpen: token(cst, t.RParen.name) !== undefined,
      span: spanOfNode(cst),
    };
  }

  private fit(cst: CstNode, about: About): ast.FitStmt {
    const equals = token(cst, t.Equals.name);
    if (equals !== undefined) this.problems.push({ message: messages.fitWithEquals(), span: spanOf(equals) });
    const [observed, predicted] = nodes(cst, "expr").map((child) => buildExpression(child, this.problems));
    return { kind: "fit", observed: must(observed), predicted: must(predicted), noise: this.noiseBlock(cst), ...about };
  }

  private prior(cst: CstNode, about: About): ast.PriorStmt {
    const equals = token(cst, t.Equals.name);
    if (equals !== undefined) this.problems.push({ message: messages.priorWithEquals(), span: spanOf(equals) });
    return {
      kind: "prior",
      param: this.reference(must(node(cst, "reference"))),
      distribution: toName(must(token(cst, "distribution"))),
      args: nodes(cst, "expr").map((child) => buildExpression(child, this.problems)),
      ...about,
    };
  }

  private scaleWord(cst: CstNode): "absolute" | "relative" | null {
    const word = node(cst, "scaleWord");
    if (word === undefined) return null;
    return token(word, t.Absolute.name) === undefined ? "relative" : "absolute";
  }

  private noiseBlock(cst: CstNode): ast.NoiseBlock | null {
    const block = node(cst, "noiseBlock");
    if (block === undefined) return null;
    return { kind: "block", items: this.items<ast.BlockItem>(block), span: spanOfNode(block) };
  }

  private loss(cst: CstNode, about: About): ast.LossStmt {
    const scale = node(cst, "scale");
    const variable = token(cst, "variable");
    return {
      kind: "loss",
      name: variable === undefined ? this.name(cst) : null,
      variable: variable === undefined ? null : toName(variable),
      rho: variable === undefined ? null : this.expr(cst),
      scale: scale === undefined ? null : this.expr(scale),
      ...about,
    };
  }

  private option(cst: CstNode): ast.SolverOption {
    return { kind: "option", name: this.name(cst), value: this.expr(cst), span: spanOfNode(cst) };
  }

  private typed(cst: CstNode): ast.TypedName {
    return { kind: "typed", name: this.name(cst), unit: this.unit(cst), span: spanOfNode(cst) };
  }

  private typedName(cst: CstNode): { readonly name: ast.Name; readonly unit: ast.UnitExpr | null } {
    const { name, unit } = this.typed(must(node(cst, "typed")));
    return { name, unit };
  }

  private unit(cst: CstNode): ast.UnitExpr | null {
    const unit = node(cst, "unitOf");
    return unit === undefined ? null : buildUnit(must(node(unit, "unit")), this.problems);
  }

  private name(cst: CstNode): ast.Name {
    return toName(must(token(cst, t.Name.name)));
  }

  private reference(cst: CstNode): ast.NameExpr {
    return { kind: "ref", name: this.name(cst), span: spanOfNode(cst) };
  }

  private expr(cst: CstNode): ast.Expr {
    return buildExpression(must(node(cst, "expr")), this.problems);
  }
}

interface About {
  readonly doc: string | null;
  readonly span: Span;
}
