/** `fitc/draw`: figures as SVG and PNG. */
export { drawPng, type PngOptions } from "./draw-png.js";
export { drawSvg } from "./draw-svg.js";
