import type { Id, Problem } from '@kith/core';
import { countedAmount } from '@kith/core/pipelines';
import type { Command, Identified } from '@kith/store';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import type { BoardRow } from './board-source.js';
import { heldAmount } from './column-limits.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';
import type { Moved, Moving, Target } from './moving.js';

/** Cards that have been taken up. */
export interface Lift {
  /** The card that is carried; the others go along with it. */
  readonly row: BoardRow;
  /** All of them, from the top of the board. */
  readonly rows: readonly BoardRow[];
  readonly from: BoardCell;
  readonly by: 'pointer' | 'keys';
  /** How much room it takes where it lands. */
  readonly height: number;
  /** Where it would land: before which row of which cell. */
  readonly target: Target | undefined;
  /** Let go, and on its way. */
  readonly isSettling: boolean;
}

/** Whether a stage takes some cards. */
export interface Verdict {
  /** Why it takes none of them. */
  readonly refusal: Problem | undefined;
  /** It takes them when something is filled in. */
  readonly asks: boolean;
  /** How many it does not take, and why the first of them. */
  readonly refused: number;
  readonly why: Problem | undefined;
}

/** What stages say to the cards that are taken up, by the stage; one that has not been asked takes all. */
export type Verdicts = ReadonlyMap<Id<'stage'>, Verdict>;

/** So many cards are asked about, for each stage, while they are in the air; the command itself asks about all. */
const ASKED = 25;

/** Takes cards up, aims, and lets them go: the one way to move a card, whether by pointer, by key or by menu. */
export class Lifting {
  current: Lift | undefined;
  verdicts: Verdicts = new Map();
  /** The last refusal, shown at its column until something else is begun. */
  refusal: { readonly stageId: Id<'stage'>; readonly moved: Moved; readonly of: number } | undefined;
  readonly #host: BoardHost;
  readonly #moving: Moving;

  constructor(host: BoardHost, moving: Moving) {
    this.#host = host;
    this.#moving = moving;
  }

  get #say(): HandsSentences {
    return sentencesIn(handsMessages, this.#host.locale);
  }

  /** Takes up a card, and those that go along with it. */
  begin(row: BoardRow, rows: readonly BoardRow[], from: BoardCell, by: Lift['by'], height: number): void {
    // What is on its way already, or waits for an answer, cannot be taken up.
    if (this.current?.isSettling || this.#moving.waiting.has(row.id)) return;
    const before = from.indexOf(row.id);
    const target = by === 'keys' ? { cell: from, before } : undefined;
    this.current = { row, rows, from, by, height, target, isSettling: false };
    this.refusal = undefined;
    this.verdicts = new Map();
    this.#host.announce(this.#say.lifted(this.#nameOf(this.current), from.stage.name, before + 1, from.rows.length));
    this.#host.requestUpdate();
    void this.verdictsFor(rows).then((verdicts) => {
      if (this.current?.row.id !== row.id) return;
      this.verdicts = verdicts;
      this.#host.requestUpdate();
    });
  }

  /** Asks the store which stages would take some cards. */
  async verdictsFor(rows: readonly BoardRow[]): Promise<Verdicts> {
    const { stages, activeStore: store, source } = this.#host;
    const commandOf = source.move ?? (await this.#moving.plainMove());
    const asked = rows.slice(0, ASKED);
    const problemOf = async (command: Command<Identified>): Promise<Problem | undefined> => {
      // A question that cannot be asked now refuses nothing: the command itself will tell.
      const result = await store?.can(command).catch(() => undefined);
      return result && !result.ok ? result.problem : undefined;
    };
    const verdicts = stages.map(async ({ stage }) => {
      const problems = await Promise.all(
        asked.map(async ({ id, stageId }) =>
          stageId === stage.id ? undefined : problemOf(commandOf({ id, stageId: stage.id })),
        ),
      );
      const asks = problems.some((problem) => problem?.fix?.kind === 'fields');
      const hard = problems.filter((problem) => problem !== undefined && problem.fix?.kind !== 'fields');
      const isNone = hard.length > 0 && hard.length === asked.length && asked.length === rows.length;
      return [stage.id, { refusal: isNone ? hard[0] : undefined, asks, refused: hard.length, why: hard[0] }] as const;
    });
    return new Map(await Promise.all(verdicts));
  }

  /** Why a stage takes none of the lifted cards; undefined when it does, or asks for something that can be given. */
  refusalAt({ stage }: BoardColumn): Problem | undefined {
    return this.verdicts.get(stage.id)?.refusal;
  }

  /** What has to be said of a stage that takes the cards all the same: a soft limit, or some that stay. */
  warningAt(column: BoardColumn): string | undefined {
    const { stage } = column;
    const lift = this.current;
    if (!lift) return undefined;
    const verdict = this.verdicts.get(stage.id);
    if (verdict?.why && !verdict.refusal)
      return `${this.#say.stay(verdict.refused, lift.rows.length)}: ${problemText(verdict.why, this.#host.locale)}`;
    const coming = lift.rows.filter((row) => row.stageId !== stage.id);
    if (coming.length === 0) return undefined;
    const { number, roundMoney } = this.#host.locale.format;
    const most = stage.rules?.limit?.most;
    if (most !== undefined && this.#host.countOf(column) + coming.length > most)
      return this.#say.wouldExceed(number(most));
    const { limit, held } = heldAmount(this.#host, stage) ?? {};
    if (!limit || !held) return undefined;
    const more = coming.reduce((sum, row) => sum + countedAmount(limit, row), 0);
    return more > 0 && held.minor + more > limit.most.minor ? this.#say.wouldExceed(roundMoney(limit.most)) : undefined;
  }

  /** Whether somebody is asked first whether the lifted cards may go where they were put. */
  get isWaiting(): boolean {
    return this.current !== undefined && this.#moving.waiting.has(this.current.row.id);
  }

  /** Whether the target is where the card already is. */
  get isAtHome(): boolean {
    const { target, from, row, rows } = this.current ?? {};
    if (!target) return true;
    if (target.cell !== from || (rows && rows.length > 1)) return false;
    const index = from.indexOf(row?.id);
    return target.before === index || target.before === index + 1;
  }

  aim(cell: BoardCell | undefined, before: number): void {
    const lift = this.current;
    if (!lift || lift.isSettling) return;
    if (lift.target?.cell === cell && lift.target?.before === before) return;
    this.current = { ...lift, target: cell && { cell, before } };
    this.#host.requestUpdate();
    if (lift.by === 'keys' && cell) this.#tellTarget(cell, before);
  }

  /** Sees whether what is in the air is still where it was taken up; whoever else moved it has the last word. */
  check(): void {
    const lift = this.current;
    if (!lift || lift.isSettling) return;
    const found = this.#host.find(lift.row.id);
    if (found && found.row.stageId === lift.row.stageId) return;
    // A column that is being read anew has no rows for a moment.
    if (!found && this.#host.columns.some(({ live }) => live.status === 'loading')) return;
    this.current = undefined;
    const name = this.#host.titleOf(lift.row);
    const say = this.#say;
    const text = found ? say.movedMeanwhile(name, found.cell.stage.name) : say.goneMeanwhile(name);
    this.#host.page?.toast({ text, name, tone: 'refused' });
    this.#host.announce(text, 'assertive');
    this.#host.requestUpdate();
  }

  /** Takes the last refusal off the board. */
  clearRefusal(): void {
    if (!this.refusal) return;
    this.refusal = undefined;
    this.#host.requestUpdate();
  }

  cancel(): void {
    const lift = this.current;
    if (!lift) return;
    this.current = undefined;
    this.#host.announce(this.#say.putBack(this.#nameOf(lift)));
    this.#host.requestUpdate();
  }

  /** Lets the cards go where they are aimed at. Answers whether any of them moved. */
  async drop(): Promise<boolean> {
    const lift = this.current;
    if (!lift?.target || this.isAtHome) {
      this.cancel();
      return false;
    }
    const { column } = lift.target.cell;
    const problem = this.refusalAt(column);
    if (problem) {
      this.current = undefined;
      const refused = lift.rows.map((row) => ({ row, problem }));
      this.#refuse(column, { ids: [], refused, problem }, lift.rows.length);
      this.#host.announce(
        this.#say.overRefused(column.stage.name, problemText(problem, this.#host.locale)),
        'assertive',
      );
      return false;
    }
    this.current = { ...lift, isSettling: true };
    this.#host.requestUpdate();
    try {
      return (await this.move(lift.rows, lift.target)).ids.length > 0;
    } finally {
      this.current = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Moves cards, and shows at the column what it did not take. */
  async move(rows: readonly BoardRow[], target: Target): Promise<Moved> {
    this.refusal = undefined;
    const moved = await this.#moving.move(rows, target);
    if (moved.refused.length > 0 && moved.problem?.code !== 'elements/cancelled')
      this.#refuse(target.cell.column, moved, rows.length);
    return moved;
  }

  /** The rows that stayed behind at the last move. */
  get refusedIds(): readonly string[] {
    return this.refusal?.moved.refused.map(({ row }) => row.id) ?? [];
  }

  #refuse({ stage }: BoardColumn, moved: Moved, of: number): void {
    this.refusal = { stageId: stage.id, moved, of };
    this.#host.requestUpdate();
  }

  #tellTarget(cell: BoardCell, before: number): void {
    const { row, from } = this.current ?? {};
    const refusal = this.refusalAt(cell.column);
    const name = cell.lane === undefined ? cell.stage.name : this.#moving.nameOf(cell);
    if (refusal) {
      this.#host.announce(this.#say.overRefused(name, problemText(refusal, this.#host.locale)));
      return;
    }
    const isHome = cell === from;
    const index = from?.indexOf(row?.id) ?? -1;
    const position = isHome && before > index ? before : before + 1;
    const where = this.#say.over(name, position, cell.rows.length + (isHome ? 0 : 1));
    const warning = this.warningAt(cell.column);
    this.#host.announce(warning ? `${where} ${warning}` : where);
  }

  #nameOf({ row, rows }: Lift): string {
    return rows.length > 1 ? this.#say.cards(rows.length) : this.#host.titleOf(row);
  }
}
