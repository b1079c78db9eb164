import type { ActiveCell } from './grid-view.js';

/** What a key asks of the grid. */
export type GridWish =
  | { readonly wish: 'go'; readonly to: ActiveCell; readonly selects?: boolean }
  | { readonly wish: 'open' | 'edit' | 'toggle' | 'all' | 'none' | 'sort' | 'sort more' | 'menu' }
  | { readonly wish: 'expand' | 'collapse' }
  | { readonly wish: 'move' | 'resize'; readonly by: -1 | 1 };

/** The grid as the keys need to know it. */
export interface GridShape {
  readonly active: ActiveCell;
  readonly items: number;
  readonly columns: number;
  /** Items that fit into the window. */
  readonly page: number;
  readonly isRightToLeft: boolean;
  readonly isGroup: boolean;
}

/** What a key means where the focus is: the pattern of the ARIA Authoring Practices for a grid; undefined for all others. */
export function wishOf(event: KeyboardEvent, shape: GridShape): GridWish | undefined {
  const { active, items, columns, page, isRightToLeft, isGroup } = shape;
  const { key, shiftKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  const isHead = active.item === -1;
  const go = (item: number, column: number, selects = false): GridWish => ({
    wish: 'go',
    to: {
      item: Math.max(-1, Math.min(items - 1, item)),
      column: Math.max(0, Math.min(columns - 1, column)),
    },
    ...(selects && { selects }),
  });
  const { item, column } = active;
  const aside = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (aside !== 0) {
    const by = (isRightToLeft ? -aside : aside) as -1 | 1;
    if (isHead && shiftKey && (isMod || event.altKey)) return { wish: event.altKey ? 'resize' : 'move', by };
    if (event.altKey) return undefined;
    if (isGroup && !isMod && column === 0) return by > 0 ? { wish: 'expand' } : { wish: 'collapse' };
    return isMod ? go(item, by > 0 ? columns : 0) : go(item, column + by);
  }
  switch (key) {
    case 'ArrowDown':
      if (event.altKey) return isHead ? { wish: 'menu' } : undefined;
      return go(isMod ? items : item + 1, column, shiftKey && !isHead);
    case 'ArrowUp':
      if (event.altKey) return undefined;
      return go(isMod ? -1 : item - 1, column, shiftKey && item > 0);
    case 'PageDown':
      return go(item + page, column, shiftKey && !isHead);
    case 'PageUp':
      return go(Math.max(isHead ? -1 : 0, item - page), column, shiftKey && !isHead);
    case 'Home':
      return isMod ? go(Math.min(0, items - 1), 0) : go(item, 0);
    case 'End':
      return isMod ? go(items - 1, columns - 1) : go(item, columns - 1);
    case 'Enter':
      if (isHead) return { wish: shiftKey ? 'sort more' : 'sort' };
      return { wish: 'open' };
    case 'F2':
      return isHead || isGroup ? undefined : { wish: 'edit' };
    case ' ':
      return { wish: isHead ? 'all' : 'toggle' };
    case 'Escape':
      return { wish: 'none' };
    case 'a':
      return isMod ? { wish: 'all' } : undefined;
    case 'ContextMenu':
    case 'F10':
      return isHead && (key === 'ContextMenu' || shiftKey) ? { wish: 'menu' } : undefined;
    default:
      return undefined;
  }
}
