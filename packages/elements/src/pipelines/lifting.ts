import type { Deal, Id, Problem, Result } from '@kith/core';
import { type Command, deals, type Store } from '@kith/store';
import type { LitElement } from 'lit';
import { type CommandNotes, cancelled } from '../base/command-event.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import type { Urgency } from '../base/ui.js';
import type { BoardColumn } from './board-column.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';

/** What moving cards needs of the board. */
export interface MovingHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly columns: readonly BoardColumn[];
  announce(text: string, urgency?: Urgency): void;
  carryOut<Output>(command: Command<Output>, notes: CommandNotes<Output>): Promise<Result<Output>>;
}

/** A card that has been taken up. */
export interface Lift {
  readonly deal: Deal;
  readonly from: BoardColumn;
  readonly by: 'pointer' | 'keys';
  /** How much room it takes where it lands. */
  readonly height: number;
  /** Where it would land: before which row of which column. */
  readonly target: { readonly column: BoardColumn; readonly before: number } | undefined;
  /** Let go, and on its way. */
  readonly isSettling: boolean;
}

/** Whether each stage takes a deal: a problem that fields can mend asks for them first; any other is a refusal. */
export type Verdicts = ReadonlyMap<Id<'stage'>, Problem | undefined>;

/** Takes cards up, aims, and lets them go: the one way to move a card, whether by pointer, by key or by menu. */
export class Lifting {
  current: Lift | undefined;
  verdicts: Verdicts = new Map();
  /** The last refusal, shown at its column until something else is begun. */
  refusal: { readonly stageId: Id<'stage'>; readonly problem: Problem } | undefined;
  readonly #host: MovingHost;

  constructor(host: MovingHost) {
    this.#host = host;
  }

  get #say(): HandsSentences {
    return sentencesIn(handsMessages, this.#host.locale);
  }

  begin(deal: Deal, from: BoardColumn, by: Lift['by'], height: number): void {
    const before = from.indexOf(deal.id);
    const target = by === 'keys' ? { column: from, before } : undefined;
    this.current = { deal, from, by, height, target, isSettling: false };
    this.refusal = undefined;
    this.verdicts = new Map();
    this.#host.announce(this.#say.lifted(deal.name, from.stage.name, before + 1, from.rows.length));
    this.#host.requestUpdate();
    void this.verdictsFor(deal).then((verdicts) => {
      if (this.current?.deal.id !== deal.id) return;
      this.verdicts = verdicts;
      this.#host.requestUpdate();
    });
  }

  /** Asks the store which stages would take a deal. */
  async verdictsFor(deal: Deal): Promise<Verdicts> {
    const store = this.#host.activeStore;
    const asked = this.#host.columns.map(async ({ stage }) => {
      if (!store || stage.id === deal.stageId) return [stage.id, undefined] as const;
      // A question that cannot be asked now refuses nothing: the command itself will tell.
      const result = await store.can(deals.move({ id: deal.id, stageId: stage.id })).catch(() => undefined);
      return [stage.id, result && !result.ok ? result.problem : undefined] as const;
    });
    return new Map(await Promise.all(asked));
  }

  /** Why a column does not take the lifted card; undefined when it does, or asks for something that can be given. */
  refusalAt(column: BoardColumn): Problem | undefined {
    const problem = this.verdicts.get(column.stage.id);
    return problem?.fix?.kind === 'fields' ? undefined : problem;
  }

  /** Whether the target is where the card already is. */
  get isAtHome(): boolean {
    const { target, from, deal } = this.current ?? {};
    if (!target || target.column !== from) return !target;
    const index = from.indexOf(deal?.id);
    return target.before === index || target.before === index + 1;
  }

  aim(column: BoardColumn | undefined, before: number): void {
    const lift = this.current;
    if (!lift || lift.isSettling) return;
    if (lift.target?.column === column && lift.target?.before === before) return;
    this.current = { ...lift, target: column && { column, before } };
    this.#host.requestUpdate();
    if (lift.by === 'keys' && column) this.#tellTarget(column, before);
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
    this.#host.announce(this.#say.putBack(lift.deal.name));
    this.#host.requestUpdate();
  }

  /** Lets the card go where it is aimed at. Answers whether it moved. */
  async drop(): Promise<boolean> {
    const lift = this.current;
    if (!lift?.target || this.isAtHome) {
      this.cancel();
      return false;
    }
    const { column, before } = lift.target;
    const refusal = this.refusalAt(column);
    if (refusal) {
      this.current = undefined;
      this.#refuse(column, refusal);
      return false;
    }
    this.current = { ...lift, isSettling: true };
    this.#host.requestUpdate();
    try {
      return (await this.move(lift.deal, column, before)).ok;
    } finally {
      this.current = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Sends the command that puts a deal before a row of a column. */
  async move(deal: Deal, column: BoardColumn, before: number): Promise<Result<Deal>> {
    const { stage } = column;
    const others = (from: number, step: 1 | -1): Id<'deal'> | undefined => {
      const near = column.rows[from];
      return near?.id === deal.id ? column.rows[from + step]?.id : near?.id;
    };
    const neighbours = { after: others(before - 1, -1), before: others(before, 1) };
    const input = { id: deal.id, stageId: stage.id, ...neighbours, ...(before === 0 ? { at: 'start' as const } : {}) };
    for (const each of this.#host.columns) each.letGo();
    this.refusal = undefined;
    const isOther = stage.id !== deal.stageId;
    const result = await this.#host.carryOut(deals.move(input), {
      done: isOther ? () => ({ text: this.#say.moved(deal.name, stage.name), name: deal.name }) : undefined,
      withAnswers: (answers) => deals.move({ ...input, ...answers, fields: answers }),
    });
    if (result.ok && !isOther)
      this.#host.announce(this.#say.placed(deal.name, column.indexOf(deal.id) + 1, column.rows.length));
    if (!result.ok && result.problem.code !== cancelled.problem.code) this.#refuse(column, result.problem, 'told');
    return result;
  }

  #refuse(column: BoardColumn, problem: Problem, told?: 'told'): void {
    this.refusal = { stageId: column.stage.id, problem };
    const why = problemText(problem, this.#host.locale);
    if (!told) this.#host.announce(this.#say.overRefused(column.stage.name, why), 'assertive');
    this.#host.requestUpdate();
  }

  #tellTarget(column: BoardColumn, before: number): void {
    const { deal, from } = this.current ?? {};
    const refusal = this.refusalAt(column);
    if (refusal) {
      this.#host.announce(this.#say.overRefused(column.stage.name, problemText(refusal, this.#host.locale)));
      return;
    }
    const isHome = column === from;
    const index = from?.indexOf(deal?.id) ?? -1;
    const position = isHome && before > index ? before : before + 1;
    this.#host.announce(this.#say.over(column.stage.name, position, column.rows.length + (isHome ? 0 : 1)));
  }
}
