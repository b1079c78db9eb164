import type { Problem } from '@kith/core';
import { type Locale, wordsOf } from './locale.js';

/** A refusal in the reader's language; in the problem's own English where nobody has translated its code. */
export const problemText = ({ code, message, params = {} }: Problem, { language, format }: Locale): string => {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.number(value) : value,
  ]);
  return wordsOf(language)?.problems[code]?.(Object.fromEntries(shown)) ?? message;
};

/** What went wrong in the world, as a problem: an error with a code keeps it. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  return { code: typeof code === 'string' ? code : 'store/failed', message };
}
