import { categories, categoryPairs, charts, sequence } from './categories.js';
import { accents, lines, surfaces, texts } from './colors.js';
import { elevation } from './elevation.js';
import { densities, layers, motion, radii, rings, spaces, type } from './scales.js';
import { statuses } from './statuses.js';
import type { Token, TokenGroup } from './token.js';

/** The whole design language, in the order in which it is read. */
export const tokenGroups: readonly TokenGroup[] = [
  surfaces,
  lines,
  texts,
  accents,
  statuses,
  categories,
  categoryPairs,
  sequence,
  charts,
  type,
  spaces,
  radii,
  elevation,
  rings,
  motion,
  layers,
  densities,
];

/** Every token by its name without `--kith-`. */
export const tokensByName: ReadonlyMap<string, Token> = new Map(
  tokenGroups.flatMap((group) => Object.entries(group.tokens)),
);
