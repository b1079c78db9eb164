import { sentencesIn } from '../base/locale.js';
import { columnMessages } from '../lists/column-tools.messages.js';
import { cross } from '../parts/icons/heads.js';
import { check, left, right } from '../parts/icons/shown.js';
import { arrowLeft, arrowRight, eye, minus } from '../parts/icons/tools.js';
import type { MenuGroup, MenuItem } from '../parts/menu.js';
import type { BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import type { ColumnOrder } from './column-order.js';
import type { HandsSentences } from './hands.messages.js';
import type { Selecting } from './selecting.js';
import { toolsMessages } from './tools.messages.js';

/** What can be done with a whole column: choose its cards, fold it up, put it elsewhere, hide it. */
export function columnMenu(
  host: BoardHost,
  column: BoardColumn,
  { selecting, order }: { readonly selecting: Selecting; readonly order: ColumnOrder },
  say: HandsSentences,
): readonly MenuGroup[] {
  const folded = host.view.folded ?? [];
  const others = host.columns.filter((each) => each !== column).map(({ stage }) => stage.id);
  const cells = host.laning?.cellsOf(column) ?? [column.cell()];
  const count = cells.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    {
      items: [
        ...(count > 0 ? [{ label: say.selectAll(count), icon: check, choose: () => selecting.all(cells) }] : []),
        ...(host.selected.size > 0
          ? [{ label: say.clearSelection, icon: cross, choose: () => selecting.clear() }]
          : []),
      ],
    },
    {
      items: [
        { label: say.fold, icon: left, choose: () => host.arrange({ folded: [...folded, column.stage.id] }) },
        { label: say.foldOthers, icon: left, choose: () => host.arrange({ folded: others }) },
        ...(folded.length > 0
          ? [{ label: say.unfoldAll, icon: right, choose: () => host.arrange({ folded: undefined }) }]
          : []),
      ],
    },
    { items: orderItems(host, column, order) },
    ...hiddenColumns(host),
  ];
}

/** Where the column can go, and that it can go. */
function orderItems(host: BoardHost, column: BoardColumn, order: ColumnOrder): readonly MenuItem[] {
  const { columns, view, locale } = host;
  const say = sentencesIn(columnMessages, locale);
  const at = columns.indexOf(column);
  const items: MenuItem[] = [];
  if (at > 0)
    items.push({ label: say.toStart, icon: arrowLeft, hint: say.byKey, choose: () => order.step(column, -1) });
  if (at < columns.length - 1)
    items.push({
      label: say.toEnd,
      icon: arrowRight,
      hint: at > 0 ? undefined : say.byKey,
      choose: () => order.step(column, 1),
    });
  if (columns.length > 1) items.push({ label: say.hide, icon: minus, choose: () => order.hide(column) });
  if (view.order)
    items.push({
      label: sentencesIn(toolsMessages, locale).stageOrder,
      icon: check,
      choose: () => host.arrange({ order: undefined }),
    });
  return items;
}

/** The columns that are hidden, to show them again; no group where there are none. */
export function hiddenColumns(host: BoardHost): readonly MenuGroup[] {
  const say = sentencesIn(toolsMessages, host.locale);
  const hidden = host.stages.filter(({ isHidden }) => isHidden);
  const without = (id: string) => host.view.hidden?.filter((each) => each !== id);
  return hidden.length === 0
    ? []
    : [
        {
          caption: say.hiddenColumns(hidden.length),
          items: [
            ...hidden.map(({ stage }) => ({
              label: say.showColumn(stage.name),
              icon: eye,
              choose: () => host.arrange({ hidden: without(stage.id) }),
            })),
            ...(hidden.length > 1
              ? [{ label: say.showAll, icon: eye, choose: () => host.arrange({ hidden: undefined }) }]
              : []),
          ],
        },
      ];
}
