import { type Id, type Problem, type Result, refuse } from '@kith/core';
import type { Command, Identified } from '@kith/store';
import { type CommandNotes, cancelled } from '../base/command-event.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { changesFor } from '../lists/editable.js';
import { type BoardCell, laneOf } from './board-column.js';
import { BeforeMoveEvent, type BoardMove, MoveEvent, MoveRejectedEvent } from './board-events.js';
import type { BoardHost } from './board-host.js';
import type { BoardMoveInput, BoardRow, BoardSource } from './board-source.js';
import { handsMessages } from './hands.messages.js';

/** Where rows go: before which row of which cell. */
export interface Target {
  readonly cell: BoardCell;
  readonly before: number;
}

/** What became of a move. */
export interface Moved {
  /** The rows that are where they should be. */
  readonly ids: readonly string[];
  /** Those that stay, and why. */
  readonly refused: readonly { readonly row: BoardRow; readonly problem: Problem }[];
  /** Why nothing moved at all; told already unless it is the page that did not want it. */
  readonly problem?: Problem;
}

type Answers = Readonly<Record<string, unknown>>;
type Step = (answers?: Answers) => Command<Identified>;

/** Writes moves: asks the page, waits for its answer, sends one command, and tells what became of it. */
export class Moving {
  /** The rows that wait for an answer. */
  readonly waiting = new Set<string>();
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
  }

  /** Puts rows before a row of a cell, one behind the other. */
  async move(rows: readonly BoardRow[], target: Target): Promise<Moved> {
    const ids = rows.map(({ id }) => id);
    const { stage, lane } = target.cell;
    const move: BoardMove = { ids, stageId: stage.id, ...(lane !== undefined && { lane }) };
    const asked = await this.#ask(move);
    if (!asked.ok) {
      if (asked.problem.code !== cancelled.problem.code) this.#tell(asked.problem);
      return this.#rejected(rows, move, asked.problem);
    }
    for (const column of this.#host.columns) column.cell().letGo();
    const steps = await this.#steps(rows, target);
    const [only] = steps;
    if (!only) return { ids: [], refused: [] };
    return steps.length === 1 ? this.#one(only, rows, move, target) : this.#many(steps, rows, move, target);
  }

  get #say() {
    return sentencesIn(handsMessages, this.#host.locale);
  }

  async #one(step: Step, rows: readonly BoardRow[], move: BoardMove, { cell }: Target): Promise<Moved> {
    const [row] = rows;
    if (!row) return { ids: [], refused: [] };
    const name = this.#host.titleOf(row);
    const isOther = cell.stage.id !== row.stageId || !this.#isInLane(row, cell);
    const result = await this.#carryOut(step(), {
      done: isOther ? () => ({ text: this.#say.moved(name, this.nameOf(cell)), name }) : undefined,
      withAnswers: step,
    });
    if (!result.ok) return this.#rejected(rows, move, result.problem);
    if (!isOther) this.#host.announce(this.#say.placed(name, cell.indexOf(row.id) + 1, cell.rows.length));
    this.#host.dispatchEvent(new MoveEvent(move));
    return { ids: move.ids, refused: [] };
  }

  async #many(steps: readonly Step[], rows: readonly BoardRow[], move: BoardMove, { cell }: Target): Promise<Moved> {
    const { moveTogether } = await import('./move-together.js');
    const command = (answers?: Answers) =>
      moveTogether(
        steps.map((step) => step(answers)),
        { ids: move.ids, stageId: move.stageId },
        answers !== undefined,
      );
    const result = await this.#carryOut(command(), {
      done: ({ done }) => ({ text: this.#say.movedMany(done, this.nameOf(cell)) }),
      withAnswers: command,
    });
    if (!result.ok) return this.#rejected(rows, move, result.problem);
    const refused = result.value.refused.flatMap(({ index, problem }) => {
      const row = rows[index];
      return row ? [{ row, problem }] : [];
    });
    const stays = new Set<string>(refused.map(({ row }) => row.id));
    const ids = move.ids.filter((id) => !stays.has(id));
    this.#host.dispatchEvent(new MoveEvent({ ...move, ids }));
    const [first] = refused;
    if (first) this.#host.dispatchEvent(new MoveRejectedEvent({ ...move, ids: [...stays] }, first.problem));
    return { ids, refused };
  }

  /** One command for each row; each goes behind the one before it. */
  async #steps(rows: readonly BoardRow[], { cell, before }: Target): Promise<readonly Step[]> {
    const { source, lanePath } = this.#host;
    const moving = new Set<string>(rows.map(({ id }) => id));
    const beyond = (from: number, step: 1 | -1): Id | undefined => {
      for (let at = from; at >= 0 && at < cell.rows.length; at += step) {
        const id = cell.rows[at]?.id;
        if (id !== undefined && !moving.has(id)) return id;
      }
      return undefined;
    };
    const commandOf = source.move ?? (await this.plainMove());
    const first = {
      after: beyond(before - 1, -1),
      before: beyond(before, 1),
      ...(before === 0 && { at: 'start' as const }),
    };
    return rows.map((row, index): Step => {
      const last = rows[index - 1];
      const place = last ? { after: last.id } : first;
      const changes =
        lanePath === undefined || cell.lane === undefined || this.#isInLane(row, cell)
          ? undefined
          : changesFor(row, lanePath, cell.lane === '' ? undefined : cell.lane);
      return (answers) => {
        const move = commandOf({ id: row.id, stageId: cell.stage.id, ...place, ...(answers && { answers }) });
        return changes && source.edit ? both(source, row.id, move, source.edit(row.id, changes), changes) : move;
      };
    });
  }

  /** How rows of a kind move that brings no command of its own. */
  async plainMove(): Promise<(input: BoardMoveInput) => Command<Identified>> {
    const { move } = await import('@kith/store/pipelines');
    const { collection } = this.#host.source;
    return ({ answers, ...input }) => move(collection, { ...input, fields: answers });
  }

  /** Asks the page; the cards wait visibly while it asks somebody else. */
  async #ask(move: BoardMove): Promise<Result<undefined>> {
    const event = new BeforeMoveEvent(move);
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented) return cancelled;
    if (event.answers.length === 0) return { ok: true, value: undefined };
    for (const id of move.ids) this.waiting.add(id);
    this.#host.announce(this.#say.waitingFor(move.ids.length));
    this.#host.requestUpdate();
    try {
      for (const answer of await Promise.all(event.answers)) {
        if (answer === false) return refuse({ code: 'elements/not-allowed', message: this.#say.notAllowed });
        if (isRefusal(answer)) return answer;
      }
      return this.#host.isConnected ? { ok: true, value: undefined } : cancelled;
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    } finally {
      for (const id of move.ids) this.waiting.delete(id);
      this.#host.requestUpdate();
    }
  }

  async #carryOut<Output>(command: Command<Output>, notes: CommandNotes<Output>): Promise<Result<Output>> {
    return this.#host.carryOut(command, notes);
  }

  /** What the page refuses nobody else tells. */
  #tell(problem: Problem): void {
    const text = problemText(problem, this.#host.locale);
    this.#host.page?.toast({ text, tone: 'refused' });
    this.#host.announce(text, 'assertive');
  }

  #rejected(rows: readonly BoardRow[], move: BoardMove, problem: Problem): Moved {
    this.#host.dispatchEvent(new MoveRejectedEvent(move, problem));
    return { ids: [], refused: rows.map((row) => ({ row, problem })), problem };
  }

  #isInLane(row: BoardRow, { lane }: BoardCell): boolean {
    const { lanePath } = this.#host;
    return lane === undefined || lanePath === undefined || laneOf(row, lanePath) === lane;
  }

  /** What a cell is called: its stage and, where there are lanes, its lane. */
  nameOf({ stage, lane }: BoardCell): string {
    return lane === undefined ? stage.name : this.#say.inLane(stage.name, this.#host.laning?.labelOf(lane) ?? lane);
  }
}

/** A move and what it changes besides, in one commit; what either refuses leaves the row as it was. */
const both = (
  { collection }: BoardSource,
  id: string,
  move: Command<Identified>,
  edit: Command<Identified>,
  changes: Readonly<Record<string, unknown>>,
): Command<Identified> => ({
  ...move,
  input: { ...(move.input as object), changes },
  carryOut: async (work) => {
    const before = await work.get<Identified>(collection, id);
    const edited = await edit.carryOut(work);
    if (!edited.ok) return edited;
    const moved = await move.carryOut(work);
    // Among others that go on, what was staged has to be taken back.
    if (!moved.ok && before) work.put<Identified>(collection, before);
    return moved;
  },
});

const isRefusal = (answer: unknown): answer is Extract<Result<undefined>, { ok: false }> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
