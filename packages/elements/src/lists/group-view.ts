import { html, type TemplateResult } from 'lit';
import { styled } from '../base/styled.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { right } from '../parts/icons/shown.js';
import { classOf, type GridContent, pinStyle } from './grid-view.js';
import { groupStyles } from './group.styles.js';
import type { Section } from './list-rows.js';
import { valueText } from './value-text.js';

export { groupStyles };

/** The head of a group: what its rows share, how many there are, and what they come to. */
export function groupView(
  content: GridContent,
  item: number,
  section: Section,
  at: CSSStyleDeclaration,
): TemplateResult {
  const { columns, active, groupColumn, say, locale, tools } = content;
  const isEmpty = section.key === null || section.key === undefined;
  const label = groupColumn?.label ?? '';
  const name =
    isEmpty || !groupColumn ? say.without(label) : (valueText(section.key, groupColumn.field, content) ?? '…');
  return html`
    <div class="line group" role="row" aria-rowindex=${item + 2} aria-expanded=${section.isOpen ? 'true' : 'false'} data-group=${section.name} data-item=${item} .style=${at}>
      ${columns.map((column, index) => {
        const isActive = active.item === item && active.column === index;
        const head = html`<span class="icon-small">${icon(section.isOpen ? down : right)}</span><bdi class="truncate"><b>${name}</b></bdi><span class="count">${locale.format.number(section.count)}</span>`;
        return html`<div class="cell ${classOf(column)}" role=${column.isTitle ? 'rowheader' : 'gridcell'} aria-colindex=${index + 1} data-column=${column.path} tabindex=${isActive ? 0 : -1} .style=${styled(pinStyle(column))}>${column.isTitle ? head : tools?.sumOf(section, column)}</div>`;
      })}
    </div>
  `;
}
