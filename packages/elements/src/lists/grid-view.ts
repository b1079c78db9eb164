import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { arrowDown, arrowUp, down } from '../parts/icons/heads.js';
import { skeleton } from '../parts/waiting.js';
import { type CellContext, cellContent, pointedAt } from './cell.js';
import type { Column } from './columns.js';
import type { ListRow, ListRows, Section } from './list-rows.js';
import type { ListOrder } from './list-view.js';
import type { RowElements } from './row-elements.js';
import type { ListSource } from './source.js';

/** Which cell has the focus, or gets it: an item of the list (-1 is the head) and a column. */
export interface ActiveCell {
  readonly item: number;
  readonly column: number;
}

/** Everything that the drawing of the grid depends on. */
export interface GridContent extends CellContext {
  readonly source: ListSource;
  readonly columns: readonly Column[];
  readonly order: ListOrder;
  readonly rows: ListRows;
  /** The items to draw, in their order. */
  readonly items: readonly number[];
  readonly active: ActiveCell;
  readonly isNarrow: boolean;
  readonly groupColumn: Pick<Column, 'field' | 'label'> | undefined;
  /** What is chosen of all: none, some or everything. */
  readonly chosen: 'none' | 'some' | 'all';
  readonly isChosen: (id: string) => boolean;
  readonly things: string;
  readonly rowHeight: number;
  /** Draws the head of a group, once it is there. */
  readonly groupView: GroupView | undefined;
  /** What opens menus, drags columns, edits cells and adds up, once it is there. */
  readonly tools: DrawingTools | undefined;
}

/** What of the tools of a list the drawing asks. */
export interface DrawingTools {
  /** Which elements rows are drawn into. */
  readonly elements: RowElements;
  /** What stands in a cell that is being edited; undefined in every other. */
  editor(id: string, path: string): unknown;
  /** What the rows of a group add up to in a column. */
  sumOf(section: Section, column: Column): unknown;
}

/** Draws the head of a group where it lies. */
export type GroupView = (
  content: GridContent,
  item: number,
  section: Section,
  at: CSSStyleDeclaration,
) => TemplateResult;

/** The line of heads: each sorts, and has a menu. */
export function headView({ columns, order, active, chosen, say, things, tools }: GridContent): TemplateResult {
  return html`
    <div class="head" role="rowgroup" part="head">
      <div class="line" role="row" aria-rowindex="1">
        ${repeat(
          columns,
          ({ path }) => path,
          (column, index) => {
            const at = order.findIndex(([path]) => path === column.orderPath);
            const direction = order[at]?.[1];
            const sort = direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none';
            return html`
              <div class="cell ${classOf(column)}" role="columnheader" aria-colindex=${index + 1} aria-sort=${column.orderPath ? sort : nothing} data-column=${column.path} tabindex=${active.item === -1 && active.column === index ? 0 : -1} .style=${styled(pinStyle(column))}>
                ${column.isTitle ? html`<input type="checkbox" class="box" tabindex="-1" aria-label=${say.selectAll(things)} .checked=${chosen === 'all'} .indeterminate=${chosen === 'some'} data-select="all" />` : nothing}
                <bdi class="head-label truncate">${column.label}</bdi>
                ${direction ? html`<span class="icon-small sorted">${icon(direction === 'asc' ? arrowUp : arrowDown)}</span>${order.length > 1 ? html`<span class="rank number">${at + 1}</span>` : nothing}` : nothing}
                ${
                  tools
                    ? html`<button type="button" class="head-menu icon-small" tabindex="-1" aria-label=${say.columnMenu(column.label)} data-menu=${column.path}>${icon(down)}</button>
                <span class="resizer" data-resize=${column.path} aria-hidden="true"></span>`
                    : nothing
                }
              </div>
            `;
          },
        )}
      </div>
    </div>
  `;
}

/** The rows in sight, each where it lies. */
export function bodyView(content: GridContent): TemplateResult {
  const { rows, items } = content;
  const { layout } = rows;
  const drawn = items.map((item) => {
    const place = layout.placeOf(item);
    const section = rows.sections[place.section];
    const row = rows.rowAt(place);
    const element = place.row < 0 ? `group ${section?.name}` : (row?.id ?? `item ${item}`);
    return { item, place, section, row, element };
  });
  return html`
    <div class="body" role="rowgroup" part="body" .style=${styled(`block-size:${layout.size}px`)}>
      ${repeat(
        content.tools?.elements.place(drawn, content.active.item) ?? drawn,
        ({ element }) => element,
        ({ item, place, section, row }) => {
          const at = styled(`transform:translateY(${layout.topOf(item)}px)`);
          if (place.row < 0 && section) return content.groupView?.(content, item, section, at) ?? nothing;
          return row ? settledRow(content, item, row, at) : waitingView(content, item, at);
        },
      )}
    </div>
  `;
}

/** The shape of rows, while nobody knows how many there are. */
export const waitingRows = (content: GridContent): TemplateResult => html`
  <div class="body" role="rowgroup">
    ${Array.from({ length: 8 }, (_, index) => waitingView(content, index, styled(`transform:translateY(${index * content.rowHeight}px)`)))}
  </div>
`;

/** A row that is left as it stands while nothing is other that it shows: most of what scrolling would draw anew. */
function settledRow(content: GridContent, item: number, row: ListRow, at: CSSStyleDeclaration): unknown {
  const { columns, active, isChosen, tools, references, source, locale, say, isNarrow, grouped } = content;
  const draw = (): TemplateResult => rowView(content, item, row, at);
  if (columns.some(({ path }) => tools?.editor(row.id, path))) return draw();
  const column = active.item === item ? active.column : -1;
  const names = columns.flatMap(({ field }) => pointedAt(row, field).map((id) => references.nameOf(id)));
  // "3 minutes ago" holds for a minute.
  const minute = locale.now().slice(0, 16);
  return guard(
    [row, item, at, columns, column, isChosen(row.id), source, locale, minute, say, isNarrow, grouped, ...names],
    draw,
  );
}

function rowView(content: GridContent, item: number, row: ListRow, at: CSSStyleDeclaration): TemplateResult {
  const { columns, active, isChosen, tools, source, say, isNarrow } = content;
  const chosen = isChosen(row.id);
  const name = row.name ?? '';
  return html`
    <div class="line entry" role="row" part="row" aria-rowindex=${item + 2} aria-selected=${chosen ? 'true' : 'false'} data-id=${String(row.id)} data-item=${item} .style=${at}>
      ${columns.map((column, index) => {
        const isActive = active.item === item && active.column === index;
        const editing = tools?.editor(row.id, column.path);
        if (column.isTitle)
          return html`
            <div class="cell title ${classOf(column)} ${editing ? 'editing' : ''}" role="rowheader" aria-colindex=${index + 1} data-column=${column.path} tabindex=${isActive ? 0 : -1} .style=${styled(pinStyle(column))}>
              <input type="checkbox" class="box" tabindex="-1" aria-label=${say.selectRow(name)} .checked=${chosen} data-select=${String(row.id)} />
              ${editing ?? html`${avatar({ id: row.id, name, size: 24, shape: source.kind === 'contact' ? 'person' : 'company' }, content.locale.format)}<button type="button" class="name" tabindex="-1" data-open=${String(row.id)}><bdi class="truncate">${name}</bdi></button>`}
            </div>
          `;
        return html`
          <div class="cell ${classOf(column)} ${editing ? 'editing' : ''}" role="gridcell" aria-colindex=${index + 1} data-column=${column.path} data-label=${isNarrow ? column.label : nothing} tabindex=${isActive ? 0 : -1} .style=${styled(pinStyle(column))}>${editing ?? cellContent(row, column.field, content)}</div>
        `;
      })}
    </div>
  `;
}

/** A row that is on its way: its shape, so that nothing moves when it comes. */
function waitingView({ columns, active }: GridContent, item: number, at: CSSStyleDeclaration): TemplateResult {
  return html`
    <div class="line entry waiting" role="row" aria-rowindex=${item + 2} aria-busy="true" data-item=${item} .style=${at}>
      ${columns.map(
        (column, index) => html`
          <div class="cell ${classOf(column)} ${column.isTitle ? 'title' : ''}" role="gridcell" aria-colindex=${index + 1} data-column=${column.path} tabindex=${active.item === item && active.column === index ? 0 : -1} .style=${styled(pinStyle(column))}>
            ${column.isTitle ? html`<span class="box" aria-hidden="true"></span><span class="avatar size-24" aria-hidden="true"></span>` : nothing}${skeleton(column.isTitle ? 'half' : 'short')}
          </div>
        `,
      )}
    </div>
  `;
}

/** The classes of a cell. */
export const classOf = ({ isFigure, isPinned, isLastPinned, isPointer }: Column): string =>
  `${isFigure ? 'figure number' : ''} ${isPinned ? 'pinned' : ''} ${isLastPinned ? 'last-pinned' : ''} ${isPointer ? 'pointer' : ''}`;

/** Pinned columns stand behind each other at the inline start. */
export const pinStyle = ({ isPinned, start }: Column): string => (isPinned ? `inset-inline-start:${start}px` : '');

/** The widths of all columns; the last one takes what is left. */
export const columnWidths = (columns: readonly Column[]): string =>
  columns
    .map(({ width }, index) => (index === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
