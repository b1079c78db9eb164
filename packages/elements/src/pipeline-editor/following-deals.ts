import type { Id } from '@kith/core';
import type { Store } from '@kith/store';
import type { KithElement } from '../base/element.js';
import { problemOf, problemText } from '../base/problem-text.js';
import type { Ui } from '../base/ui.js';
import type { settle } from './editor-work.js';

/** Deals on their way to where a new definition of their pipeline wants them, for whoever shows how far they are. */
export class FollowingDeals {
  readonly #host: KithElement;
  readonly #ui: () => Ui | undefined;
  /** Those that have come, of all that have to; undefined while none are on their way. */
  progress: readonly [done: number, all: number] | undefined;
  /** Those that could not follow the last time. */
  stuck = 0;

  constructor(host: KithElement, ui: () => Ui | undefined) {
    this.#host = host;
    this.#ui = ui;
  }

  /** Brings all of them there. What is done stays done, whatever happens in the middle of it. */
  async bring(store: Store, id: Id<'pipeline'>, by: typeof settle): Promise<void> {
    this.#set([0, 0]);
    this.stuck = 0;
    try {
      const done = await by(store, id, (...progress) => this.#set(progress));
      if (done.ok) this.stuck = done.value.stuck.length;
      else this.#ui()?.toast({ text: problemText(done.problem, this.#host.locale), tone: 'refused' });
    } catch (cause) {
      this.#ui()?.toast({ text: problemText(problemOf(cause), this.#host.locale), tone: 'failed' });
    } finally {
      this.#set(undefined);
    }
  }

  #set(progress: FollowingDeals['progress']): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}
