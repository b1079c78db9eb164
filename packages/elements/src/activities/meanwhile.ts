import type { Activity, Id } from '@kith/core';
import { activities } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';

/** What somebody else makes of an activity while a form is open for it. */
export class Meanwhile {
  /** The activity as the form began with it; undefined while none is open. */
  seen: Activity | undefined;

  readonly #isOther: (now: Activity, seen: Activity) => boolean;
  readonly #now: Live<ReturnType<typeof activities.byId>>;

  /** `isOther` says whether something that the form changes has another value now: that is a conflict. */
  constructor(host: LiveHost, isOther: (now: Activity, seen: Activity) => boolean) {
    this.#isOther = isOther;
    this.#now = new Live(host, () => (this.seen ? activities.byId(this.seen.id as Id<'activity'>) : undefined));
  }

  /** The activity as it is now, where it is still there. */
  get now(): Activity | undefined {
    return this.#now.value;
  }

  get conflict(): 'changed' | 'gone' | undefined {
    const { status, value } = this.#now;
    const { seen } = this;
    if (status !== 'ready' || !seen) return undefined;
    if (!value) return 'gone';
    return value.id === seen.id && this.#isOther(value, seen) ? 'changed' : undefined;
  }
}
