import type { Icon } from '../icon.js';

/* What the heads of lists show: how they are sorted, and that they are searched. */

export const cross: Icon = { path: 'M6.75 6.75l10.5 10.5M17.25 6.75l-10.5 10.5' };
export const search: Icon = {
  path: 'M10.75 4.5a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM15.25 15.25L19.75 19.75',
};
export const down: Icon = { path: 'M7 9.75l5 5l5-5' };
export const arrowUp: Icon = { path: 'M12 19V5M6.5 10.5L12 5l5.5 5.5' };
export const arrowDown: Icon = { path: 'M12 5v14M6.5 13.5L12 19l5.5-5.5' };
