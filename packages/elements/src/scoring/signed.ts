import type { Format } from '../base/format.js';

/** A number with its sign and at most one decimal: `+12`, `−3.5`. A true minus, so that figures line up. */
export function signed(value: number, format: Format): string {
  const rounded = Math.round(value * 10) / 10;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '\u2212' : '';
  return `${sign}${format.number(Math.abs(rounded))}`;
}

/** A number with at most one decimal and a true minus. */
export const plain = (value: number, format: Format): string =>
  value < 0 ? signed(value, format) : format.number(Math.round(value * 10) / 10);

/** How many times the odds are what they would be without something, from log-odds: `×2.4`. */
export function oddsText(logOdds: number, format: Format): string {
  const times = Math.exp(logOdds);
  return `×${format.number(times >= 10 ? Math.round(times) : Number(times.toPrecision(2)))}`;
}
