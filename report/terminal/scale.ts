import { logarithmicPlace, logarithmicValue } from "../rows/axis-scale.js";

/** An axis: which values it shows, and where. */
export interface Scale {
  readonly logarithmic: boolean;
  readonly least: number;
  readonly greatest: number;
}

/** The least and the greatest of some values; empty if `least` is above `greatest`. */
export interface Extent {
  readonly least: number;
  readonly greatest: number;
}

export const noExtent: Extent = { least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY };

/** The part of an axis that stays free at each end. */
const padding = 0.03;

/** Beyond it, differences would overflow. */
const limit = Number.MAX_VALUE / 4;

/** Values whose relative difference is less are the same, but for rounding errors. */
const rounding = 1e-12;

/** Numbers below have lost digits; an axis with only such ones shows 0. */
const tiny = 1e-300;

/** The extent of the finite values. */
export function extentOf(values: ArrayLike<number>): Extent {
  let { least, greatest } = noExtent;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

export function union(a: Extent, b: Extent): Extent {
  return { least: Math.min(a.least, b.least), greatest: Math.max(a.greatest, b.greatest) };
}

/**
 * The part of an extent that lies within `most` times the span around another one: a curve that
 * runs off to infinity between the points shall not hide them.
 */
export function clipped(extent: Extent, around: Extent, most: number): Extent {
  const room = most * (around.greatest - around.least);
  return {
    least: Math.max(extent.least, around.least - room),
    greatest: Math.min(extent.greatest, around.greatest + room),
  };
}

/** An axis that shows an extent with some room at each end. */
export function scaleOf({ least, greatest }: Extent, logarithmic: boolean): Scale {
  if (!(least <= greatest)) return { logarithmic: false, least: -1, greatest: 1 };
  if (logarithmic) {
    const at = (place: number) => logarithmicValue(place, least, greatest);
    return { logarithmic, least: at(-padding), greatest: at(1 + padding) };
  }
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  const constant = !(greatest - least > rounding * size) || size < tiny;
  const room = constant ? (size < tiny ? 1 : size / 10) : padding * (greatest - least);
  return { logarithmic, least: Math.max(least - room, -limit), greatest: Math.min(greatest + room, limit) };
}

/** Where a value is on the axis, from 0 to 1; beyond that, outside. */
export function placeOn({ logarithmic, least, greatest }: Scale, value: number): number {
  if (!logarithmic) return (value - least) / (greatest - least);
  return value > 0 ? logarithmicPlace(value, least, greatest) : Number.NEGATIVE_INFINITY;
}

/** The value at a place. */
export function valueAt({ logarithmic, least, greatest }: Scale, place: number): number {
  return logarithmic ? logarithmicValue(place, least, greatest) : least + place * (greatest - least);
}
