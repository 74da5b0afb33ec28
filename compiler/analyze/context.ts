import type { ModelDecl } from "../../grammar/index.js";
import type { ModelUnits } from "../model/model-units.js";
import type { Constants } from "./constants.js";
import type { Reporter } from "./reporter.js";
import type { Declarations } from "./resolve/declare.js";
import type { Dependences } from "./resolve/dependence.js";
import type { Resolution } from "./resolve/scope.js";
import type { EffectiveStatement } from "./resolve/statements.js";
import type { Types } from "./resolve/types.js";
import type { Site } from "./site.js";

/** The information about a block (a file, or a model in it) once its names are resolved. */
export interface BlockContext {
  readonly declarations: Declarations;
  readonly sites: readonly Site[];
  readonly resolution: Resolution;
  readonly dependences: Dependences;
  readonly constants: Constants;
  readonly types: Types;
  readonly reporter: Reporter;
}

/** The input of the rules for a model. */
export interface ModelContext extends BlockContext {
  readonly ast: ModelDecl;
  readonly statements: readonly EffectiveStatement[];
  /** Some statements could not be read, so anything missing may have been declared there. */
  readonly incomplete: boolean;
}

/** A model that was checked. */
export interface AnalyzedModel extends ModelContext {
  readonly units: ModelUnits;
}

/** A check for one kind of problem in a block or a model. */
export type Rule<Context> = (context: Context) => void;
