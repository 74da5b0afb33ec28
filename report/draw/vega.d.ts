// Those parts of Vega's packages that are used. The packages themselves have no declarations; those
// of the package `vega` are for all of Vega, of which a figure needs half.

declare module "vega-dataflow" {
  /** By name, what the transforms of a specification do. */
  export const transforms: Record<string, unknown>;
}

declare module "vega-encode" {
  const all: Record<string, unknown>;
  export = all;
}

declare module "vega-transforms" {
  const all: Record<string, unknown>;
  export = all;
}

declare module "vega-view-transforms" {
  const all: Record<string, unknown>;
  export = all;
}

declare module "vega-parser" {
  /** Makes the description of a data flow from a specification of Vega. */
  export function parse(spec: object, config: object, options: { readonly ast: boolean }): object;
}

declare module "vega-view" {
  import type { Mark } from "vega-scenegraph";

  interface Logger {
    level(level?: number): number | this;
    error(...args: readonly unknown[]): this;
    warn(...args: readonly unknown[]): this;
    info(...args: readonly unknown[]): this;
    debug(...args: readonly unknown[]): this;
  }

  interface Padding {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }

  export class View {
    constructor(
      description: object,
      options: {
        readonly expr: object;
        readonly renderer: "none";
        readonly loader: object;
        readonly logger: Logger;
      },
    );
    runAsync(): Promise<this>;
    signal(name: string, value: unknown): this;
    resize(): this;
    finalize(): this;
    padding(): Padding;
    background(): string | null;
    scenegraph(): { readonly root: Mark };
    /** The size of the picture without its padding. */
    readonly _viewWidth: number;
    readonly _viewHeight: number;
    /** Where the padding ends, and what sticks out to the left and the top. */
    readonly _origin: readonly [x: number, y: number];
  }
}

declare module "vega-scenegraph" {
  /** What is drawn, with the properties that the encoding gave it. */
  export interface Item {
    readonly [property: string]: unknown;
    readonly mark: Mark;
    /** Of a group. */
    readonly items?: readonly Mark[];
    readonly x?: number;
    readonly y?: number;
    readonly x2?: number;
    readonly y2?: number;
    readonly width?: number;
    readonly height?: number;
    readonly clip?: boolean;
    readonly cornerRadius?: number;
    readonly strokeForeground?: boolean;
    readonly strokeOffset?: number;
    readonly shape?: string;
    readonly size?: number;
    readonly opacity?: number;
    readonly tooltip?: unknown;
    readonly text?: unknown;
    readonly align?: string;
    readonly baseline?: string;
    readonly angle?: number;
    readonly radius?: number;
    readonly theta?: number;
    readonly dx?: number;
    readonly dy?: number;
    readonly limit?: number;
    readonly ellipsis?: string;
    readonly fontSize?: number;
    readonly fontWeight?: string | number;
    readonly fontStyle?: string;
    readonly lineHeight?: number;
  }

  /** Items of one type. Those of a `line` or an `area` are the points of one shape. */
  export interface Mark {
    readonly marktype: string;
    readonly items: readonly Item[];
    readonly clip: boolean;
    readonly group: Item;
  }

  type Emit = (name: string, value: unknown) => void;

  export const Marks: Readonly<Record<string, { readonly nested: boolean; attr(emit: Emit, item: Item): void }>>;
  export const textMetrics: { width: (item: Item, text: unknown) => number };
  /** Calls with the marks of a group, or the items of a mark, from the lowest to the topmost. */
  export function sceneVisit(scene: Item, visitor: (mark: Mark) => void): void;
  export function sceneVisit(scene: Mark, visitor: (item: Item) => void): void;
}
