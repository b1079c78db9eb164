/** What a key asks of a list of tasks. */
export type TaskWish =
  | { readonly wish: 'go'; readonly by: number; readonly selects: boolean }
  | { readonly wish: 'goTo'; readonly end: 'first' | 'last' }
  | { readonly wish: 'page'; readonly by: 1 | -1 }
  | {
      readonly wish:
        | 'complete'
        | 'follow up'
        | 'edit'
        | 'put off'
        | 'tomorrow'
        | 'assign'
        | 'priority'
        | 'open'
        | 'remove'
        | 'menu'
        | 'select'
        | 'all'
        | 'none'
        | 'add'
        | 'search'
        | 'fold'
        | 'unfold'
        | 'keys';
    };

type Plain = Exclude<TaskWish, { readonly by: number } | { readonly end: string }>['wish'];

/** Keys by what they do: the first one is the one that is told. */
export const TASK_KEYS: Readonly<Record<Plain, readonly string[]>> = {
  complete: ['x', ' '],
  'follow up': ['c'],
  edit: ['e', 'Enter'],
  'put off': ['p'],
  tomorrow: ['t'],
  assign: ['a'],
  priority: ['h'],
  open: ['o'],
  remove: ['Delete'],
  menu: ['m', 'ContextMenu'],
  select: ['v'],
  all: [],
  none: ['Escape'],
  add: ['n'],
  search: ['/'],
  fold: [],
  unfold: [],
  keys: ['?'],
};

/** What a key means while a task or the head of a group has the focus; undefined for all others. */
export function taskWishOf(event: KeyboardEvent, isRightToLeft: boolean): TaskWish | undefined {
  const { key, shiftKey } = event;
  if (event.isComposing || event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'a') return { wish: 'all' };
    if (key === 'Home' || key === 'End') return { wish: 'goTo', end: key === 'Home' ? 'first' : 'last' };
    return undefined;
  }
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return { wish: 'go', by: 1, selects: shiftKey };
    case 'k':
    case 'K':
    case 'ArrowUp':
      return { wish: 'go', by: -1, selects: shiftKey };
    case 'Home':
    case 'End':
      return { wish: 'goTo', end: key === 'Home' ? 'first' : 'last' };
    case 'PageDown':
    case 'PageUp':
      return { wish: 'page', by: key === 'PageDown' ? 1 : -1 };
    case 'ArrowLeft':
    case 'ArrowRight':
      return { wish: (key === 'ArrowLeft') === isRightToLeft ? 'unfold' : 'fold' };
    case 'F10':
      return shiftKey ? { wish: 'menu' } : undefined;
  }
  const wish = (Object.keys(TASK_KEYS) as Plain[]).find((each) => TASK_KEYS[each].includes(key));
  return wish && { wish };
}
