import type { Problem, Result } from '@kith/core';
import type { Command } from '@kith/store';

/** What the element that sends a command knows about it, for whoever carries it out. */
export interface CommandNotes<Output> {
  /** What to tell the person when it is done, and the name in it. Left out, nothing is said; undo works all the same. */
  readonly done?: ((output: Output) => { readonly text: string; readonly name?: string } | undefined) | undefined;
  /** The same command with the answers that a problem's `fix` asks for, by field. */
  readonly withAnswers?: ((answers: Readonly<Record<string, unknown>>) => Command<Output>) | undefined;
  /** Whether the element shows a refusal itself, so that nobody else needs to. */
  readonly showsRefusal?: ((problem: Problem) => boolean) | undefined;
}

/**
 * An element's wish to change something. It bubbles, leaves shadow roots and can be cancelled: a page that calls
 * `preventDefault()` on the way stops it, and a page that calls `respondWith()` carries it out itself.
 */
export class CommandEvent<Output = unknown> extends Event {
  static readonly type = 'kith-command';
  readonly command: Command<Output>;
  readonly notes: CommandNotes<Output>;
  /** How it ended. Never settles when nobody answers. */
  readonly result: Promise<Result<Output>>;
  #resolve: (result: Result<Output> | PromiseLike<Result<Output>>) => void = () => {};
  #isAnswered = false;

  constructor(command: Command<Output>, notes: CommandNotes<Output> = {}) {
    super(CommandEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.command = command;
    this.notes = notes;
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Whether somebody has taken it on. */
  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Takes the command on and promises its result. The first answer counts. */
  respondWith(result: Result<Output> | PromiseLike<Result<Output>>): void {
    if (this.#isAnswered) return;
    this.#isAnswered = true;
    this.#resolve(result);
  }
}

/** The answer to a command that the page, or the person, did not let happen. */
export const cancelled = {
  ok: false,
  problem: { code: 'elements/cancelled', message: 'The page did not allow this.' },
} as const satisfies Result<never>;

/** An element's wish to go somewhere: the page decides what that means (a route, a panel, nothing). */
export class NavigateEvent extends Event {
  static readonly type = 'kith-navigate';
  /** The kind of what to show: `deal`, `contact`, `company`. */
  readonly kind: string;
  readonly id: string;

  constructor(kind: string, id: string) {
    super(NavigateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.kind = kind;
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-command': CommandEvent;
    'kith-navigate': NavigateEvent;
  }
}
