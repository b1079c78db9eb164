import type { Id, Problem, Result } from '@kith/core';

/** Where cards go: a stage and, where the board has lanes, a lane. */
export interface BoardMove {
  /** The rows, from the top of the board. */
  readonly ids: readonly string[];
  readonly stageId: Id<'stage'>;
  /** The value of the lane's field; the empty text takes it away. Undefined leaves it as it is. */
  readonly lane?: string | undefined;
}

/**
 * Cards are about to move, in whatever way somebody moves them; nothing has been written yet. A page that calls
 * `preventDefault()` stops it; one that has to ask somebody first hands over a promise with `waitUntil()`, and the cards
 * wait where they were put until it settles. A refusal in it (`refuse({ code, message })`) is said at the column.
 */
export class BeforeMoveEvent extends Event {
  static readonly type = 'kith-before-move';
  readonly move: BoardMove;
  readonly #answers: Promise<unknown>[] = [];

  constructor(move: BoardMove) {
    super(BeforeMoveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.move = move;
  }

  /** Lets the cards wait for an answer. A result that is not ok, `false` and a rejection refuse; anything else allows. */
  waitUntil(answer: PromiseLike<Result<unknown> | boolean | undefined>): void {
    this.#answers.push(Promise.resolve(answer));
  }

  /** What is waited for. @internal */
  get answers(): readonly Promise<unknown>[] {
    return this.#answers;
  }
}

/** Cards have moved. */
export class MoveEvent extends Event {
  static readonly type = 'kith-move';
  readonly move: BoardMove;

  constructor(move: BoardMove) {
    super(MoveEvent.type, { bubbles: true, composed: true });
    this.move = move;
  }
}

/** Cards stay where they are: the page, the stage or the storage did not take them. */
export class MoveRejectedEvent extends Event {
  static readonly type = 'kith-move-rejected';
  /** What was wanted, of the rows that stay. */
  readonly move: BoardMove;
  readonly problem: Problem;

  constructor(move: BoardMove, problem: Problem) {
    super(MoveRejectedEvent.type, { bubbles: true, composed: true });
    this.move = move;
    this.problem = problem;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-before-move': BeforeMoveEvent;
    'kith-move': MoveEvent;
    'kith-move-rejected': MoveRejectedEvent;
  }
}
