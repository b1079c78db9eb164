import { cross } from '../parts/icons/heads.js';
import { check, left, right } from '../parts/icons/shown.js';
import type { MenuGroup } from '../parts/menu.js';
import type { BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import type { HandsSentences } from './hands.messages.js';
import type { Selecting } from './selecting.js';

/** What can be done with a whole column: choose its cards, fold it up, or all others. */
export function columnMenu(
  host: BoardHost,
  column: BoardColumn,
  selecting: Selecting,
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
  ];
}
