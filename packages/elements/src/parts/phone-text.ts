import { drawAll } from '../base/element.js';

let plans: typeof import('./phone-groups.js') | undefined;
let isAskedFor = false;

/**
 * A telephone number as the reader groups it. The plans of all countries are 25 kB: they are fetched with the first
 * number, which stands there as it is kept until then; offline, with a later one.
 */
export function phoneText(value: string, lang: string): string {
  if (!isAskedFor) void fetchPlans();
  return plans?.groupPhone(value, lang) ?? value;
}

async function fetchPlans(): Promise<void> {
  isAskedFor = true;
  try {
    plans = await import('./phone-groups.js');
    drawAll();
  } catch {
    isAskedFor = false;
  }
}
