import { drawAll } from '../base/element.js';
import { ownCountry } from './place-name.js';

let plans: typeof import('./phone-groups.js') | undefined;
let isAskedFor = false;

/**
 * The plans by which telephone numbers are grouped. Those of all countries are 25 kB: they are fetched when they are first
 * asked for, and then everything is drawn anew; offline, when they are asked for later.
 */
export function phonePlans(): typeof plans {
  if (!isAskedFor) void fetchPlans();
  return plans;
}

/** A telephone number as the reader groups it; as it is kept, until the plans are there. */
export const phoneText = (value: string, lang: string): string =>
  phonePlans()?.groupKept(value, ownCountry(lang), lang) ?? value;

async function fetchPlans(): Promise<void> {
  isAskedFor = true;
  try {
    plans = await import('./phone-groups.js');
    drawAll();
  } catch {
    isAskedFor = false;
  }
}
