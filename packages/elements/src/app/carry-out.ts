import type { Store } from '@kith/store';
import { type CommandEvent, cancelled } from '../base/command-event.js';
import { problemOf } from '../base/problem-text.js';

/**
 * Carries out the commands of elements that have no `<kith-app>` around them: every `kith-command` that reaches the
 * target and was neither answered nor cancelled. Nothing is shown; a page that wants toasts and questions uses
 * `<kith-app>`. Answers a function that ends it.
 */
export function carryOutCommands(target: EventTarget, store: Store): () => void {
  const listener = (event: Event): void => {
    const command = event as CommandEvent;
    answerAfterwards(command, async () => {
      try {
        return await store.run(command.command);
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    });
  };
  target.addEventListener('kith-command', listener);
  return () => target.removeEventListener('kith-command', listener);
}

/** Takes a command on, but begins only when its event has gone all the way up, so that a page above can still cancel it. */
export function answerAfterwards<Output>(
  event: CommandEvent<Output>,
  answer: () => CommandEvent<Output>['result'],
): void {
  if (event.isAnswered) return;
  event.respondWith(Promise.resolve().then(() => (event.defaultPrevented ? cancelled : answer())));
}
