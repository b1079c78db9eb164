import { css, html, nothing, type TemplateResult } from 'lit';
import { advise } from '#advise';

/** What stands in one column. */
export interface TableColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => unknown;
  /** In the foot: a sum or a count. */
  readonly foot?: unknown;
  /** Figures stand at the end, so that they line up. */
  readonly isFigure?: boolean | undefined;
}

/** A small table, all of whose rows are there. */
export interface TableOptions<Row> {
  /** What the rows are. */
  readonly label: string;
  /** The first one names its row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly isSelected?: ((row: Row) => boolean) | undefined;
}

/** A native table for some rows: it scrolls by itself where it is too wide, also by key. Long lists are a grid of their own. Needs {@link tableStyles}. */
export function table<Row>({ label, columns, rows, isSelected }: TableOptions<Row>): TemplateResult {
  advise(() => label.trim() === '' && 'A table has no label: say what its rows are.');
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  const kind = ({ isFigure }: TableColumn<Row>): string => (isFigure ? 'figure' : '');
  return html`
    <div class="table-scroll" role="region" tabindex="0" aria-label=${label}>
      <table class="table">
        <caption class="unseen">${label}</caption>
        <thead><tr>${columns.map((column) => html`<th scope="col" class=${kind(column)}>${column.head}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(
            (row) => html`
              <tr class=${isSelected?.(row) ? 'selected' : ''}>
                ${columns.map((column, index) => (index === 0 ? html`<th scope="row" class=${kind(column)}>${column.cell(row)}</th>` : html`<td class=${kind(column)}>${column.cell(row)}</td>`))}
              </tr>
            `,
          )}
        </tbody>
        ${hasFoot ? html`<tfoot><tr>${columns.map((column) => html`<td class=${kind(column)}>${column.foot ?? nothing}</td>`)}</tr></tfoot>` : nothing}
      </table>
    </div>
  `;
}

/** The looks of {@link table}. */
export const tableStyles = css`
  .table-scroll { position: relative; overflow-x: auto; border-radius: var(--kith-radius-sm); }
  .table { inline-size: 100%; border-collapse: collapse; }
  .table :is(th, td) { block-size: var(--kith-row); padding: 4px var(--kith-cell-x); text-align: start; font-weight: var(--kith-weight); }
  .table thead th { block-size: var(--kith-head-row); font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); white-space: nowrap; }
  .table tbody th { font-weight: var(--kith-weight-medium); }
  .table tbody tr { border-block-start: 1px solid var(--kith-border); }
  .table tbody tr:hover { background: var(--kith-hover); }
  .table tbody tr.selected { background: var(--kith-accent-subtle); }
  .table tfoot tr { border-block-start: 1px solid var(--kith-border); color: var(--kith-text-muted); }
  .table tfoot .figure { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .table .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  @media (forced-colors: active) { .table tbody tr.selected { outline: 1px solid Highlight; outline-offset: -1px; } }
`;
