import type { Result } from '@kith/core';
import type { Locale } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';

/**
 * Why a value was not taken, for the line under its field; undefined when it was. A schema's refusal is said in the
 * field's own words (`rule`), because it knows what a person should write.
 */
export function refusalText(result: Result<unknown>, locale: Locale, rule?: string): string | undefined {
  if (result.ok) return undefined;
  return rule !== undefined && result.problem.code === 'store/invalid' ? rule : problemText(result.problem, locale);
}
