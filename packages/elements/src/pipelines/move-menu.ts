import type { Deal, Stage } from '@kith/core';
import type { Locale } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { arrowDown, arrowUp } from '../parts/icons.js';
import type { MenuGroup, MenuItem } from '../parts/menu.js';
import type { BoardColumn } from './board-column.js';
import type { HandsSentences } from './hands.messages.js';
import type { Verdicts } from './lifting.js';
import { stagePie } from './stage-pie.js';

/** What a menu of moves is about. */
export interface MoveMenu {
  readonly deal: Deal;
  readonly column: BoardColumn;
  readonly columns: readonly BoardColumn[];
  readonly verdicts: Verdicts;
  readonly move: (column: BoardColumn, before: number) => void;
}

/** Every stage, the refused ones with their reason, and the ends of the column: all that dragging can do, by plain clicks. */
export function moveMenu(
  { deal, column, columns, verdicts, move }: MoveMenu,
  locale: Locale,
  say: HandsSentences,
): readonly MenuGroup[] {
  const index = column.indexOf(deal.id);
  const stageItem = (to: BoardColumn): MenuItem => {
    const { stage }: { stage: Stage } = to;
    const problem = verdicts.get(stage.id);
    const asks = problem?.fix?.kind === 'fields';
    return {
      label: asks ? say.asksFirst(stage.name) : stage.name,
      picture: stagePie(stage),
      isCurrent: to === column,
      reason: problem && !asks ? problemText(problem, locale) : undefined,
      choose: () => {
        if (to !== column) move(to, 0);
      },
    };
  };
  const place: MenuItem[] = [];
  if (index > 0) place.push({ label: say.toTop, icon: arrowUp, choose: () => move(column, 0) });
  if (index < column.rows.length - 1)
    place.push({ label: say.toBottom, icon: arrowDown, choose: () => move(column, column.rows.length) });
  return [
    { caption: say.moveTo, items: columns.map(stageItem) },
    { caption: say.place, items: place },
  ];
}
