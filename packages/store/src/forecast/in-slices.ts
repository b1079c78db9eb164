import type { Steps } from '@kith/core/forecast';
import { Observable } from 'rxjs';
import { toKithError } from '../error.js';
import { pauseBy } from '../imports/pause.js';

/** However much there was to work out, the next time does not wait for longer. */
const LONGEST_REST = 10_000;

/**
 * What is worked out from the newest of some inputs, step by step, without holding up the page. One at a time: of what
 * comes meanwhile the newest is next, after a rest as long as the work took, so that a busy book costs half of the machine
 * at most. Errors with a KithError.
 */
export const inSlices = <Input, Answer>(
  inputs$: Observable<Input>,
  workOut: (input: Input) => Steps<Answer>,
): Observable<Answer> =>
  new Observable((subscriber) => {
    let newest: { readonly input: Input } | undefined;
    let isBusy = false;
    let isOver = false;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const work = async (): Promise<void> => {
      if (isBusy || subscriber.closed) return;
      if (!newest) {
        if (isOver) subscriber.complete();
        return;
      }
      const { input } = newest;
      newest = undefined;
      isBusy = true;
      const began = performance.now();
      try {
        const pause = pauseBy();
        const steps = workOut(input);
        let step = steps.next();
        while (!step.done) {
          await pause();
          if (subscriber.closed) return;
          step = steps.next();
        }
        subscriber.next(step.value);
      } catch (cause) {
        subscriber.error(toKithError(cause));
        return;
      }
      const rest = Math.min(LONGEST_REST, performance.now() - began);
      resting = setTimeout(() => {
        isBusy = false;
        void work();
      }, rest);
    };
    const subscription = inputs$.subscribe({
      next: (input) => {
        newest = { input };
        void work();
      },
      error: (cause: unknown) => subscriber.error(cause),
      complete: () => {
        isOver = true;
        void work();
      },
    });
    return () => {
      subscription.unsubscribe();
      clearTimeout(resting);
    };
  });
