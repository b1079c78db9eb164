// A plot of growth: cost against the number of rows, both logarithmic. Pure: results in, SVG out.
import { median } from './figures.mjs';

const WIDTH = 960;
const HEIGHT = 420;
const TOP = 56;
const BOTTOM = 44;
const LEFT = 64;
const GAP = 40;
const LABELS = 130;
const LINE_HEIGHT = 15;

const SHORT = {
  load: 'bulk load',
  get: 'get by id',
  page: 'page of 50',
  count: 'count by group',
  updateOne: 'update of one',
  live: 'live update',
};

const STYLE = `text { font: 12px system-ui, sans-serif; fill: #1f2733; }
.title { font-weight: 600; font-size: 13px; }
.grid { stroke: #dfe4ea; }
.line { fill: none; stroke-width: 2; }
.s0 { stroke: #8a5a00; } .s1 { stroke: #0b7a53; } .s2 { stroke: #1f5fbf; } .s3 { stroke: #a0327a; } .s4 { stroke: #4c4f8f; } .s5 { stroke: #b3361e; }
.d0 { fill: #8a5a00; } .d1 { fill: #0b7a53; } .d2 { fill: #1f5fbf; } .d3 { fill: #a0327a; } .d4 { fill: #4c4f8f; } .d5 { fill: #b3361e; }
.sheet { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
  text { fill: #dfe4ea; }
  .grid { stroke: #37404d; }
  .s0 { stroke: #e0a93f; } .s1 { stroke: #4fc598; } .s2 { stroke: #7fb0ff; } .s3 { stroke: #e58ac8; } .s4 { stroke: #aeb2f0; } .s5 { stroke: #ff8f75; }
  .d0 { fill: #e0a93f; } .d1 { fill: #4fc598; } .d2 { fill: #7fb0ff; } .d3 { fill: #e58ac8; } .d4 { fill: #aeb2f0; } .d5 { fill: #ff8f75; }
  .sheet { fill: #14181f; }
}`;

/** One panel for each part of growth that was measured; undefined when none was. */
export function plotOf(parts, results) {
  const panels = Object.entries(parts)
    .filter(([name, part]) => part.growth && results[name] !== undefined)
    .map(([name, part]) => ({ part, result: results[name] }));
  if (panels.length === 0) return undefined;
  const width = (WIDTH - LEFT - (panels.length - 1) * GAP) / panels.length - LABELS;
  const all = panels.flatMap(({ part, result }) => curvesOf(part, result).flatMap(({ points }) => points));
  const scale = scaleOf(all, width);
  const drawn = panels.map((panel, index) =>
    panelOf(panel, LEFT + index * (width + LABELS + GAP), width, scale, index === 0),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="CPU time against the number of rows">`,
    `<style>${STYLE}</style>`,
    `<rect class="sheet" width="${WIDTH}" height="${HEIGHT}"/>`,
    ...drawn.flat(),
    '</svg>\n',
  ].join('\n');
}

function curvesOf(part, { lines }) {
  return lines.map(({ key, costs }) => ({
    key,
    points: part.seats.map((seat) => ({ rows: seat.rows, millis: median(costs[seat.key].cpu) })),
  }));
}

function scaleOf(points, width) {
  const exponents = (values) => [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const rows = exponents(points.map((point) => point.rows));
  const millis = exponents(points.map((point) => point.millis));
  return {
    rows,
    millis,
    x: (value) => ((Math.log10(value) - rows[0]) / (rows[1] - rows[0])) * width,
    y: (value) => TOP + (1 - (Math.log10(value) - millis[0]) / (millis[1] - millis[0])) * (HEIGHT - TOP - BOTTOM),
  };
}

function panelOf({ part, result }, left, width, { rows, millis, x, y }, withUnits) {
  const svg = [`<text class="title" x="${left}" y="${TOP - 28}">${part.title}: CPU time by number of rows</text>`];
  for (let power = millis[0]; power <= millis[1]; power++) {
    const at = round(y(10 ** power));
    svg.push(`<line class="grid" x1="${left}" x2="${round(left + width)}" y1="${at}" y2="${at}"/>`);
    if (withUnits) svg.push(`<text x="${left - 8}" y="${at + 4}" text-anchor="end">${unit(power)}</text>`);
  }
  for (let power = rows[0]; power <= rows[1]; power++) {
    const at = round(left + x(10 ** power));
    svg.push(
      `<text x="${at}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`,
    );
  }
  const curves = curvesOf(part, result);
  const labels = spaced(curves.map(({ points }) => y(points.at(-1).millis)));
  for (const [index, { key, points }] of curves.entries()) {
    const places = points.map((point) => `${round(left + x(point.rows))},${round(y(point.millis))}`);
    svg.push(`<polyline class="line s${index}" points="${places.join(' ')}"/>`);
    for (const place of places) {
      const [cx, cy] = place.split(',');
      svg.push(`<circle class="d${index}" cx="${cx}" cy="${cy}" r="3"/>`);
    }
    const end = round(left + x(points.at(-1).rows) + 10);
    svg.push(`<text class="d${index}" x="${end}" y="${round(labels[index] + 4)}">${SHORT[key] ?? key}</text>`);
  }
  return svg;
}

/** Moves labels apart so that none covers another. */
function spaced(places) {
  const order = places.map((place, index) => ({ place, index })).sort((left, right) => left.place - right.place);
  for (let at = 1; at < order.length; at++)
    order[at].place = Math.max(order[at].place, order[at - 1].place + LINE_HEIGHT);
  const moved = [];
  for (const { place, index } of order) moved[index] = place;
  return moved;
}

const unit = (power) =>
  power >= 3 ? `${10 ** (power - 3)} s` : power >= 0 ? `${10 ** power} ms` : `${10 ** (power + 3)} µs`;
const round = (value) => Math.round(value * 10) / 10;
