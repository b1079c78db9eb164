import { chanceOf } from './logistic.js';
import type { SaidPoint } from './said.js';

/** Platt's sigmoid: chance = 1 ÷ (1 + exp(−(slope · log-odds + intercept))). */
export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

const MOST_ROUNDS = 100;
const SMALLEST_STEP = 1e-10;
const RIDGE = 1e-12;

/**
 * Fits the sigmoid with targets drawn a little towards the middle, (won + 1) ÷ (won + 2) and 1 ÷ (lost + 2), so that few
 * cases do not promise certainty (Platt 1999), by Newton's method with backtracking (Lin, Lin & Weng 2007).
 */
export function plattOf(points: readonly SaidPoint[]): Platt {
  const won = points.reduce((count, each) => count + each.won, 0);
  const lost = points.reduce((count, each) => count + each.lost, 0);
  const targets = { won: (won + 1) / (won + 2), lost: 1 / (lost + 2) };
  const expected = ({ won, lost }: SaidPoint): number => won * targets.won + lost * targets.lost;
  const lossAt = (slope: number, intercept: number): number =>
    points.reduce((sum, each) => {
      const margin = slope * each.logOdds + intercept;
      const softplus = Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
      return sum + (each.won + each.lost) * softplus - expected(each) * margin;
    }, 0);
  let slope = 0;
  let intercept = Math.log((won + 1) / (lost + 1));
  let loss = lossAt(slope, intercept);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [h11, h12, h22, g1, g2] = [RIDGE, 0, RIDGE, 0, 0];
    for (const each of points) {
      const cases = each.won + each.lost;
      const chance = chanceOf(slope * each.logOdds + intercept);
      const spread = cases * chance * (1 - chance);
      const error = cases * chance - expected(each);
      h11 += spread * each.logOdds ** 2;
      h12 += spread * each.logOdds;
      h22 += spread;
      g1 += error * each.logOdds;
      g2 += error;
    }
    if (Math.abs(g1) < 1e-9 && Math.abs(g2) < 1e-9) break;
    const determinant = h11 * h22 - h12 * h12;
    const [stepSlope, stepIntercept] = [-(h22 * g1 - h12 * g2) / determinant, -(h11 * g2 - h12 * g1) / determinant];
    const slant = g1 * stepSlope + g2 * stepIntercept;
    let share = 1;
    for (; share >= SMALLEST_STEP; share /= 2) {
      const there = lossAt(slope + share * stepSlope, intercept + share * stepIntercept);
      if (there < loss + 1e-4 * share * slant) {
        slope += share * stepSlope;
        intercept += share * stepIntercept;
        loss = there;
        break;
      }
    }
    if (share < SMALLEST_STEP) break;
  }
  return { slope, intercept };
}
