export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A style of figures as it is asked for; what is absent is chosen. */
export interface StyleOptions {
  /** The width of the picture, in millimetres. Without it, the picture is made for a screen. */
  readonly millimetres?: number;
  /** The size of the smallest text, in points. */
  readonly points?: number;
  readonly theme?: Theme;
}

/** What a figure can be, and still be read: journals refuse text below 7 points. */
export const styleLimits = { millimetres: [60, 400], points: [7, 18] } as const;
