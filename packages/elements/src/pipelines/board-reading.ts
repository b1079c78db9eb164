import {
  type Company,
  type Contact,
  type Filter,
  type Id,
  kindOf,
  type Money,
  type Pipeline,
  type Stage,
  type User,
} from '@kith/core';
import { companies, contacts, type OneQuery, pipelines, type TallyGroup, users } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import type { Locale } from '../base/locale.js';
import { Lookup } from '../base/lookup.js';
import { valueAt } from '../base/value-at.js';
import { BoardColumn } from './board-column.js';
import type { Placed } from './board-host.js';
import { scopeOf, stageRows, stageTally } from './board-queries.js';
import type { BoardRow, BoardSource } from './board-source.js';
import type { BoardView } from './board-view.js';
import type { CardContent, CardRenderer } from './card.js';
import { type ColumnTotals, columnTotals } from './column-totals.js';

/** What reading needs of the board. */
export interface ReadingHost extends LiveHost {
  readonly pipeline: string | undefined;
  readonly source: BoardSource;
  readonly locale: Locale;
  readonly where: Filter | undefined;
  /** What somebody filters by; `pending` while that is not known yet. */
  readonly asked: Filter | 'pending' | undefined;
  /** How somebody has arranged the columns. */
  readonly view: BoardView;
  /** The path of the field of lanes that are drawn. */
  readonly drawnLanes: string | undefined;
  /** What the page draws on the card of a row. */
  rendererOf(row: BoardRow): CardRenderer | undefined;
}

/** All that a board reads: its pipeline, the rows of its stages, what they come to, and the names on the cards. */
export class BoardReading {
  /** A column for each stage of the pipeline, in its order; also for those that are not shown. */
  stages: readonly BoardColumn[] = [];
  /** The columns that are shown, in the order somebody has put them in. */
  columns: readonly BoardColumn[] = [];
  /** What holds for every row that is shown; undefined while that is not known. */
  scope: Filter | undefined;
  readonly #host: ReadingHost;
  readonly #named: Live<ReturnType<typeof pipelines.byId>>;
  readonly #all: Live<ReturnType<typeof pipelines.all>>;
  readonly #expected: Live<ReturnType<typeof stageTally>>;
  readonly #won: Live<ReturnType<typeof stageTally>>;
  readonly #users: Live<ReturnType<typeof users.all>>;
  readonly #names: Lookup<Company | Contact>;
  #source: BoardSource | undefined;
  #columnsOf: string | undefined;
  #usersById: ReadonlyMap<string, User> = new Map();
  #usersFrom: unknown;

  constructor(host: ReadingHost) {
    this.#host = host;
    const tally = (path: (source: BoardSource) => string | undefined, isNeeded = true) =>
      this.scope && (isNeeded || path(host.source))
        ? stageTally(host.source, this.scope, path(host.source))
        : undefined;
    this.#named = new Live(host, () => (host.pipeline ? pipelines.byId(host.pipeline as Id<'pipeline'>) : undefined));
    this.#all = new Live(host, () => (host.pipeline ? undefined : pipelines.all()));
    this.#expected = new Live(host, () => tally(({ amount }) => amount));
    this.#won = new Live(host, () => tally(({ wonAmount }) => wonAmount, false));
    this.#users = new Live(host, () => users.all());
    this.#names = new Lookup<Company | Contact>(host, nameQuery);
  }

  /** The pipeline that is shown, once it is there. */
  get shown(): Pipeline | undefined {
    return this.#host.pipeline ? this.#named.value : this.#all.value?.[0];
  }

  /** How far asking for the pipeline has come. */
  get asking(): { readonly status: string; readonly isSlow: boolean } {
    return this.#host.pipeline ? this.#named : this.#all;
  }

  /** What could not be read. */
  get failed(): { readonly error: unknown } | undefined {
    return this.#reads.find(({ status }) => status === 'error');
  }

  retry(): void {
    for (const each of this.#reads) if (each.status === 'error') each.retry();
  }

  /** What the pipeline's rows are expected to bring. */
  get expected(): readonly TallyGroup[] {
    return this.#expected.value ?? [];
  }

  /** Before each drawing: which columns there are. */
  update(): void {
    const { asked, where, source, view, drawnLanes } = this.#host;
    const pipeline = this.shown;
    this.scope = pipeline && asked !== 'pending' ? scopeOf(pipeline.id, where, asked) : undefined;
    if (pipeline?.id !== this.#columnsOf || source !== this.#source) {
      for (const column of this.stages) column.live.dispose();
      this.stages = [];
      this.#columnsOf = pipeline?.id;
      this.#source = source;
    }
    if (pipeline) this.stages = this.#columnsIn(pipeline);
    for (const column of this.stages) {
      const { id } = column.stage;
      column.isFolded = view.folded?.includes(id) ?? false;
      column.isHidden = view.hidden?.includes(id) ?? false;
      column.lanes = drawnLanes;
    }
    this.columns = inOrder(this.stages, view.order).filter(({ isHidden }) => !isHidden);
    if (this.#usersFrom === this.#users.value) return;
    this.#usersFrom = this.#users.value;
    this.#usersById = new Map(this.#users.value?.map((user) => [user.id, user]));
  }

  /** What a column comes to, counted over all its rows. */
  totalsOf({ stage }: BoardColumn): ColumnTotals | undefined {
    const { amount, wonAmount } = this.#host.source;
    const { value: expected } = this.#expected;
    const won = wonAmount ? this.#won.value : expected;
    return expected && won && columnTotals(stage, expected, won, amount !== undefined);
  }

  /** What a row is called. */
  titleOf(row: BoardRow): string {
    const title = valueAt(row, this.#host.source.title ?? 'name');
    return title === undefined ? row.id : String(title);
  }

  /** A row that is on the board. */
  find(id: string | undefined): Placed | undefined {
    for (const column of this.columns) {
      const found = column.find(id);
      if (found) return found;
    }
    return undefined;
  }

  /** What a row's card shows. */
  contentOf(row: BoardRow, stage: Stage): CardContent {
    const { source } = this.#host;
    const at = (path: string | undefined): unknown => (path === undefined ? undefined : valueAt(row, path));
    const about = at(source.about);
    return {
      row,
      stage,
      title: this.titleOf(row),
      hasAbout: source.about !== undefined,
      about: typeof about === 'string' ? this.#nameOf(about) : undefined,
      hasAmount: source.amount !== undefined,
      amount: (at(source.wonAmount) ?? at(source.amount)) as Money | undefined,
      hasNextStep: source.hasNextSteps ?? false,
      owner: row.ownerId && this.#usersById.get(row.ownerId)?.name,
      renderer: this.#host.rendererOf(row),
    };
  }

  /** What the board cannot be drawn without. */
  get #reads(): readonly { readonly status: string; readonly error: unknown; retry(): void }[] {
    return [this.#named, this.#all, this.#expected, this.#won, ...this.stages.map(({ live }) => live)];
  }

  /** An id stands for the name of a company or a person; any other text for itself. */
  #nameOf(text: string): string | undefined {
    return /^(company|contact)_/.test(text) ? this.#names.get(text)?.name : text;
  }

  #columnsIn(pipeline: Pipeline): readonly BoardColumn[] {
    const known = new Map(this.stages.map((column) => [column.stage.id, column]));
    const stays = pipeline.stages.map((stage) => {
      const column =
        known.get(stage.id) ??
        new BoardColumn(this.#host, stage, (each) =>
          this.scope ? stageRows(this.#host.source, this.scope, each.stage.id) : undefined,
        );
      known.delete(stage.id);
      column.stage = stage;
      return column;
    });
    for (const gone of known.values()) gone.live.dispose();
    return stays;
  }
}

/** Columns in an order of their stages; one that it does not know stays behind the stage before it. */
export function inOrder(columns: readonly BoardColumn[], order: readonly string[] = []): readonly BoardColumn[] {
  let place = -1;
  const places = new Map(
    columns.map((column) => {
      const known = order.indexOf(column.stage.id);
      if (known >= 0) place = known;
      return [column, place];
    }),
  );
  return [...columns].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
}

const nameQuery = (id: string): OneQuery<Company | Contact> =>
  kindOf(id) === 'company' ? companies.byId(id as Id<'company'>) : contacts.byId(id as Id<'contact'>);
