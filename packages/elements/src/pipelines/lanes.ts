import type { Field } from '@kith/core/fields';
import type { TallyGroup, TallyQuery } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { styled } from '../base/styled.js';
import { optionLabel } from '../lists/cell.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { right } from '../parts/icons/shown.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import { sumsView } from './board-frame.js';
import type { BoardHost, Laning } from './board-host.js';
import { type CellContent, cellView } from './cell-view.js';
import { columnTotals } from './column-totals.js';
import { type HeadContent, headView } from './column-view.js';
import { lanesStyles } from './lanes.styles.js';
import { rowsInSight, type Stack, stackOf } from './stack.js';
import { toolsMessages } from './tools.messages.js';

/** The head of a lane, and what is around its cells. */
const HEAD = 44;
const PADDING = 6;
const LEAST_CELL = 88;
const GAP = 8;
/** The height of the columns' heads and of the form for a new card, until they have been measured. */
const HEADS = 58;
const FORM = 132;

/** What the lanes need for drawing besides the board. */
export interface LanesContent {
  /** What the head of a column shows. */
  readonly headOf: (column: BoardColumn) => HeadContent;
  readonly contentOf: (cell: BoardCell) => CellContent;
}

/** The board by stage and, across it, by the values of a field. Only lanes in sight are drawn, and of them only the cards in sight. */
export class Lanes implements Laning {
  readonly #host: BoardHost;
  readonly #totals: Live<TallyQuery>;
  readonly #references: References;
  #order: string[] = [];
  #orderOf = '';
  #stack: Stack = stackOf(0, () => 0, 0);
  #heads = HEADS;
  #form = FORM;
  #formLane: string | undefined;
  #activeLane: string | undefined;
  #drawn = '';

  constructor(host: BoardHost) {
    this.#host = host;
    this.#totals = new Live(host, () => this.#ask());
    this.#references = new References(host, () => false);
    addStyles(host, lanesStyles);
  }

  /** The lanes that are there, in their order. */
  get names(): readonly string[] {
    return this.#order;
  }

  labelOf(lane: string): string {
    const { locale } = this.#host;
    const field = this.#field;
    if (lane === '') return sentencesIn(toolsMessages, locale).without(field ? labelOf(field, locale) : '');
    if (field?.valueType === 'boolean') {
      const say = sentencesIn(toolsMessages, locale);
      return lane === 'true' ? say.yes : say.no;
    }
    return (field?.options ? optionLabel(field, lane, locale) : this.#references.nameOf(lane)) ?? '…';
  }

  cellsOf(column: BoardColumn): readonly BoardCell[] {
    return this.#order.filter((lane) => !this.#isFolded(lane)).map((lane) => column.cell(lane));
  }

  laneAt(y: number): string | undefined {
    const { sheet } = this.#host;
    if (!sheet) return undefined;
    const distance = y - sheet.getBoundingClientRect().top + sheet.scrollTop - this.#heads;
    return this.#order[this.#stack.rowAt(distance)];
  }

  reveal(lane: string): void {
    const { sheet } = this.#host;
    const index = this.#order.indexOf(lane);
    if (!sheet || index < 0) return;
    this.#activeLane = lane;
    if (this.#isFolded(lane)) this.#fold(lane);
    const top = this.#stack.topOf(index);
    const height = sheet.clientHeight - this.#heads;
    if (top + HEAD < sheet.scrollTop || top > sheet.scrollTop + height) sheet.scrollTop = top;
  }

  /** The focus is on a card of it: it stays in the document. */
  stay(lane: string): void {
    this.#activeLane = lane;
  }

  /** Draws anew when other lanes or cards have come into sight. */
  scrolled(): void {
    const before = this.#drawn;
    this.#lay();
    if (before !== this.#drawn) this.#host.requestUpdate();
  }

  /** After drawing: how high is what it could not know. */
  measured(): void {
    const { renderRoot } = this.#host;
    const heads = renderRoot.querySelector<HTMLElement>('.heads')?.offsetHeight ?? HEADS;
    const form = renderRoot.querySelector<HTMLElement>('.lane .quick');
    const lane = form?.closest<HTMLElement>('.lane')?.dataset.lane;
    const height = (form?.offsetHeight ?? FORM) + PADDING;
    if (heads === this.#heads && lane === this.#formLane && (!form || height === this.#form)) return;
    this.#heads = heads;
    this.#form = height;
    this.#formLane = lane;
    queueMicrotask(() => this.#host.requestUpdate());
  }

  render({ headOf, contentOf }: LanesContent): TemplateResult {
    const { columns } = this.#host;
    this.#sort();
    const drawn = this.#lay();
    return html`
      <div class="heads">${columns.map((column) => this.#renderHead(column, headOf(column), contentOf))}</div>
      <div class="lanes" .style=${styled(`block-size:${this.#stack.size}px`)}>
        ${repeat(
          drawn,
          (index) => this.#order[index],
          (index) => this.#renderLane(this.#order[index] ?? '', this.#stack.topOf(index), contentOf),
        )}
      </div>
    `;
  }

  #renderHead(column: BoardColumn, head: HeadContent, contentOf: LanesContent['contentOf']): TemplateResult {
    const { locale, say } = this.#host;
    const { handling } = contentOf(column.cell(this.#order[0] ?? ''));
    const said = handling?.reason ?? (column.isFolded ? nothing : head.limits?.notice(column.stage, head.totals));
    return html`<div class="lanes-head ${handling?.look ?? ''} ${column.isFolded ? 'folded' : ''}" data-stage=${String(column.stage.id)}>${headView(head, locale, say)}${said}</div>`;
  }

  #renderLane(lane: string, top: number, contentOf: LanesContent['contentOf']): TemplateResult {
    const { columns, stages, locale, say, columnLevel } = this.#host;
    const words = sentencesIn(toolsMessages, locale);
    const isFolded = this.#isFolded(lane);
    const label = this.labelOf(lane);
    const groups = this.#groupsOf(lane);
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    const open = stages
      .filter(({ stage }) => stage.type === 'open')
      .map(({ stage }) => columnTotals(stage, groups, undefined, this.#host.source.amount !== undefined));
    const name = isFolded ? words.unfoldLane(label) : words.foldLane(label);
    return html`
      <div class="lane" role="group" data-lane=${lane} aria-label=${label} .style=${styled(`transform:translateY(${top}px)`)}>
        <header class="lane-head">
          <button type="button" class="button quiet small square" aria-expanded=${isFolded ? 'false' : 'true'} aria-label=${name} title=${name} @click=${() => this.#fold(lane)}>${icon(isFolded ? right : down)}</button>
          <span class="head-name truncate" role="heading" aria-level=${columnLevel}><bdi>${label}</bdi></span>
          <span class="count" aria-hidden="true">${locale.format.number(count)}</span><span class="unseen">${say.dealCount(count)}</span>
          ${sumsView(open, locale, say)}
        </header>
        ${
          isFolded
            ? nothing
            : html`<div class="lane-cells" .style=${styled(`block-size:${this.#cellHeight(lane)}px`)}>
              ${columns.map((column) => {
                const content = contentOf(column.cell(lane));
                const { handling } = content;
                return html`<div class="cell ${handling?.look ?? ''} ${column.isFolded ? 'folded' : content.cell.rows.length === 0 && !handling?.hole ? 'bare' : ''}">${column.isFolded ? nothing : cellView(content, locale, say)}${handling?.quickAdd}</div>`;
              })}
            </div>`
        }
      </div>
    `;
  }

  /** Where the lanes lie, and which of them are in sight. */
  #lay(): readonly number[] {
    const { sheet, columns } = this.#host;
    this.#stack = stackOf(
      this.#order.length,
      (index) => {
        const lane = this.#order[index] ?? '';
        return this.#isFolded(lane) ? HEAD : HEAD + this.#cellHeight(lane) + GAP;
      },
      0,
    );
    const top = sheet?.scrollTop ?? 0;
    const height = sheet?.clientHeight ?? 800;
    const drawn = rowsInSight(this.#stack, top, top + height - this.#heads, 0, [
      this.#order.indexOf(this.#activeLane ?? '\u0000'),
    ]);
    let seen = '';
    for (const [index, lane] of this.#order.entries()) {
      const offset = this.#heads + this.#stack.topOf(index) + HEAD + PADDING;
      for (const column of columns) {
        const cell = column.cell(lane);
        if (sheet) cell.see(sheet, offset, top, this.#heads);
        if (drawn.includes(index)) seen += `${cell.drawn(cell.stack(), []).join()};`;
      }
    }
    this.#drawn = `${drawn.join()}:${seen}`;
    return drawn;
  }

  #cellHeight(lane: string): number {
    const highest = Math.max(
      ...this.#host.columns.map((column) => (column.isFolded ? 0 : column.cell(lane).stack().size)),
    );
    return Math.max(LEAST_CELL, highest + 2 * PADDING) + (lane === this.#formLane ? this.#form : 0);
  }

  /** Choices stand in the order of their options, people by name, others by how many cards they have; none comes last. */
  #sort(): void {
    const { columns, lanePath = '' } = this.#host;
    if (this.#orderOf !== lanePath) this.#order = [];
    this.#orderOf = lanePath;
    const field = this.#field;
    const counts = new Map<string, number>(field?.options?.map(({ value }) => [value, 0]) ?? []);
    for (const { byLane } of columns)
      for (const [lane, rows] of byLane) counts.set(lane, (counts.get(lane) ?? 0) + rows.length);
    // A lane stays where it is while cards come and go, and with its last card it goes.
    const known = this.#order.filter((lane) => counts.has(lane));
    const isKnown = new Set(known);
    const added = [...counts.keys()].filter((lane) => !isKnown.has(lane));
    const options = field?.options?.map(({ value }) => value);
    const rank = (lane: string): number => (lane === '' ? 1 : 0);
    const compare = (left: string, right: string): number => {
      if (rank(left) !== rank(right)) return rank(left) - rank(right);
      if (options) return options.indexOf(left) - options.indexOf(right);
      if (field?.valueType === 'user')
        return this.labelOf(left).localeCompare(this.labelOf(right), this.#host.locale.lang);
      return (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || left.localeCompare(right);
    };
    const byWeight = !options && field?.valueType !== 'user';
    this.#order = byWeight
      ? [...known, ...added.sort(compare)].sort((a, b) => rank(a) - rank(b))
      : [...known, ...added].sort(compare);
  }

  get #field(): Field | undefined {
    const { activeStore, source, lanePath } = this.#host;
    return registryOf(activeStore)
      .fieldsOf(source.kind)
      .find(({ path }) => path === lanePath);
  }

  #groupsOf(lane: string): readonly TallyGroup[] {
    return (this.#totals.value ?? [])
      .filter(({ key: [value] }) => (value === null || value === undefined ? '' : String(value)) === lane)
      .map((group) => ({ ...group, key: group.key.slice(1) }));
  }

  #ask(): TallyQuery | undefined {
    const { source, scope, lanePath } = this.#host;
    if (!scope || lanePath === undefined) return undefined;
    const { collection, amount } = source;
    return {
      ask: 'tally',
      collection,
      where: scope,
      by: [lanePath, 'stageId', ...(amount ? [`${amount}.currency`] : [])],
      ...(amount && { sum: [`${amount}.minor`] }),
    };
  }

  #isFolded(lane: string): boolean {
    return this.#host.view.foldedLanes?.includes(lane) ?? false;
  }

  #fold(lane: string): void {
    const folded = this.#host.view.foldedLanes ?? [];
    const foldedLanes = folded.includes(lane) ? folded.filter((each) => each !== lane) : [...folded, lane];
    this.#host.arrange({ foldedLanes });
  }
}
