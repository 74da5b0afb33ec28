import { dressed, type FigureStyle, paletteOf } from "../../report/figures/style.js";

/** What may be changed in the figure. */
export interface DecayTexts {
  readonly title?: string;
  readonly subtitle?: readonly string[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly legend?: string;
  readonly tip?: string;
}

const times = Array.from({ length: 25 }, (_, i) => i / 6);
const signal = (t: number) => 2.83 * Math.exp(-0.506 * t) + 0.39;
const noise = (i: number) => 0.2 * Math.sin(3.7 * i * i + 1);

/** A decay with a band, a legend, tooltips and residuals below, as Vega-Lite. */
export function decayFigure(style: FigureStyle, texts: DecayTexts = {}) {
  const colors = paletteOf(style.theme);
  const { title = "Fluorescence decay of a dye", subtitle = ["a = 2.83 ± 0.18 V, b = 0.506 ± 0.090 s⁻¹"] } = texts;
  const { xTitle = "time (s)", yTitle = "signal (V)", legend = "fit", tip = "row" } = texts;
  const rows = times.map((x, i) => ({ x, y: signal(x) + noise(i), r: noise(i), tip: `${tip} ${i + 1}\n${yTitle}` }));
  const curve = times.map((x) => ({ x, y: signal(x), lo: signal(x) - 0.3, hi: signal(x) + 0.3 }));
  const x = (axis: object | null) => ({
    field: "x",
    type: "quantitative",
    scale: { domain: [-0.15, 4.15], nice: false },
    axis,
  });
  const color = (name: string, range: string, symbolType: string) => ({
    datum: name,
    scale: { domain: [name], range: [range] },
    legend: { orient: "top-right", symbolType, ...(symbolType === "circle" ? { symbolSize: 25 } : {}) },
  });
  const residuals = { domain: [-0.28, 0.28], nice: false };
  const width = style.width - 6.5 * style.fontSize;
  return {
    ...dressed(style),
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: "25 rows, the fitted curve with its band, and the residuals below.",
    title: { text: title, subtitle },
    datasets: { rows, curve },
    spacing: 1.5 * style.fontSize,
    bounds: "flush",
    resolve: { scale: { x: "shared" } },
    vconcat: [
      {
        width,
        height: 0.55 * width,
        resolve: { scale: { color: "independent" }, legend: { color: "independent" } },
        layer: [
          {
            data: { name: "curve" },
            mark: { type: "area", clip: true },
            encoding: {
              x: x({ labels: false, title: null }),
              y: { field: "lo", type: "quantitative", title: yTitle, axis: { tickCount: 5 } },
              y2: { field: "hi" },
              color: color("95 % confidence", colors.confidence, "square"),
            },
          },
          {
            data: { name: "curve" },
            mark: { type: "line", clip: true },
            encoding: {
              x: x(null),
              y: { field: "y", type: "quantitative" },
              color: color(legend, colors.curve, "stroke"),
            },
          },
          {
            data: { name: "rows" },
            mark: { type: "point" },
            encoding: {
              x: x(null),
              y: { field: "y", type: "quantitative" },
              color: color("data", colors.data, "circle"),
              tooltip: { field: "tip" },
            },
          },
        ],
      },
      {
        width,
        height: 0.18 * width,
        layer: [
          { data: { values: [{}] }, mark: "rule", encoding: { y: { datum: 0, type: "quantitative" } } },
          {
            data: { name: "rows" },
            mark: { type: "rule", color: colors.error },
            encoding: { x: x({ title: xTitle }), y: { field: "r", type: "quantitative" }, y2: { datum: 0 } },
          },
          {
            data: { name: "rows" },
            mark: { type: "point" },
            encoding: {
              x: x({ title: xTitle }),
              y: { field: "r", type: "quantitative", title: "residual (V)", axis: { tickCount: 3 }, scale: residuals },
            },
          },
        ],
      },
    ],
  };
}
