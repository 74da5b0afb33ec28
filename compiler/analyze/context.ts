import type { ModelDecl } from "../../grammar/index.js";
import type { Constants } from "./constants.js";
import type { Reporter } from "./reporter.js";
import type { Declarations } from "./resolve/declare.js";
import type { Dependences } from "./resolve/dependence.js";
import type { Resolution } from "./resolve/scope.js";
import type { EffectiveStatement } from "./resolve/statements.js";
import type { Types } from "./resolve/types.js";
import type { Site } from "./site.js";
import type { UnitChecker } from "./units/infer.js";

/** What is known of a block, a file or a model in it, once its names are resolved. */
export interface BlockContext {
  readonly declarations: Declarations;
  readonly sites: readonly Site[];
  readonly resolution: Resolution;
  readonly dependences: Dependences;
  readonly constants: Constants;
  readonly types: Types;
  readonly units: UnitChecker;
  readonly reporter: Reporter;
}

/** What the rules of a model look at. */
export interface ModelContext extends BlockContext {
  readonly ast: ModelDecl;
  readonly statements: readonly EffectiveStatement[];
  /** Statements could not be read, so what is absent may have been among them. */
  readonly incomplete: boolean;
}

/** One problem, looked for in one block or in one model. */
export type Rule<Context> = (context: Context) => void;
