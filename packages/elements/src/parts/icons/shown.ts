import type { Icon } from '../icon.js';

/* What an element shows as soon as it is there. */

// Actions
export const plus: Icon = { path: 'M12 5.25v13.5M5.25 12h13.5' };
export const check: Icon = { path: 'M4.75 12.75l4.5 4.5L19.25 7.25' };
export const trash: Icon = {
  path: 'M4.75 7h14.5M9.25 7V5.75A1.5 1.5 0 0 1 10.75 4.25h2.5a1.5 1.5 0 0 1 1.5 1.5V7M6.75 7l.75 11.35a1.5 1.5 0 0 0 1.5 1.4h6a1.5 1.5 0 0 0 1.5-1.4L17.25 7M10.25 11v5M13.75 11v5',
};
export const copy: Icon = {
  path: 'M10.5 8.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2ZM15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2',
};
export const undo: Icon = { path: 'M8.25 5.25L4.75 8.75l3.5 3.5M4.75 8.75h9.5a5 5 0 0 1 0 10H10', isDirectional: true };
export const filter: Icon = { path: 'M4.25 7.25h15.5M7.25 12h9.5M10.25 16.75h3.5' };
export const more: Icon = {
  path: 'M5.5 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM12 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM18.5 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5Z',
};
export const grip: Icon = {
  path: 'M9.25 5.75a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM14.75 5.75a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM9.25 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM14.75 11.25a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM9.25 16.75a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5ZM14.75 16.75a.75.75 0 1 0 0 1.5a.75.75 0 0 0 0-1.5Z',
};

// Arrows
export const right: Icon = { path: 'M9.75 7l5 5l-5 5', isDirectional: true };
export const left: Icon = { path: 'M14.25 7l-5 5l5 5', isDirectional: true };

// Activities
export const phone: Icon = {
  path: 'M6.25 4.5H8.5a1 1 0 0 1 .95.7l.9 2.85a1 1 0 0 1-.3 1.05L8.6 10.35a11.5 11.5 0 0 0 5.05 5.05l1.25-1.45a1 1 0 0 1 1.05-.3l2.85.9a1 1 0 0 1 .7.95v2.25a1.75 1.75 0 0 1-1.85 1.75A14.25 14.25 0 0 1 4.5 6.35A1.75 1.75 0 0 1 6.25 4.5Z',
};
export const mail: Icon = {
  path: 'M6 5.5h12a2.25 2.25 0 0 1 2.25 2.25v8.5A2.25 2.25 0 0 1 18 18.5H6a2.25 2.25 0 0 1-2.25-2.25v-8.5A2.25 2.25 0 0 1 6 5.5ZM4.5 7.75L12 13l7.5-5.25',
};
export const video: Icon = {
  path: 'M6 6.5h6.75A2.25 2.25 0 0 1 15 8.75v6.5a2.25 2.25 0 0 1-2.25 2.25H6a2.25 2.25 0 0 1-2.25-2.25v-6.5A2.25 2.25 0 0 1 6 6.5ZM15 10.75l5.25-3v8.5l-5.25-3',
};
export const note: Icon = {
  path: 'M7 4.25h6.25L18.5 9.5v8.5A1.75 1.75 0 0 1 16.75 19.75H7A1.75 1.75 0 0 1 5.25 18V6A1.75 1.75 0 0 1 7 4.25ZM13.25 4.25V9.5h5.25M8.75 13h6.5M8.75 16h4',
};
export const task: Icon = { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM8.5 12.25l2.5 2.5l4.5-5' };

// Things
export const user: Icon = {
  path: 'M12 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7ZM5 19.5c.7-3.35 3.4-5.25 7-5.25s6.3 1.9 7 5.25',
};
export const building: Icon = {
  path: 'M5.25 19.75V5.75A1.5 1.5 0 0 1 6.75 4.25h6.5a1.5 1.5 0 0 1 1.5 1.5v14M14.75 10h2.5a1.5 1.5 0 0 1 1.5 1.5v8.25M3.5 19.75h17M8.5 8h3M8.5 12h3M8.5 16h3',
};
export const briefcase: Icon = {
  path: 'M6 7.75h12A2.25 2.25 0 0 1 20.25 10v6.75A2.25 2.25 0 0 1 18 19H6a2.25 2.25 0 0 1-2.25-2.25V10A2.25 2.25 0 0 1 6 7.75ZM8.75 7.75V6.25a1.5 1.5 0 0 1 1.5-1.5h3.5a1.5 1.5 0 0 1 1.5 1.5v1.5M3.75 12.75h16.5',
};
export const clock: Icon = { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM12 7.75V12l2.75 2' };
export const flag: Icon = { path: 'M6 20V5.25c4-2 8 2 12 0v8.5c-4 2-8-2-12 0' };

// Views
export const chart: Icon = { path: 'M4.5 4.5V17.25A2.25 2.25 0 0 0 6.75 19.5H19.5M9 15.75v-4M13 15.75v-8M17 15.75v-6' };
export const table: Icon = {
  path: 'M6.25 5h11.5A2.25 2.25 0 0 1 20 7.25v9.5A2.25 2.25 0 0 1 17.75 19H6.25A2.25 2.25 0 0 1 4 16.75v-9.5A2.25 2.25 0 0 1 6.25 5ZM4 9.75h16M4 14.25h16M10 9.75V19',
};

// Signals
export const warning: Icon = {
  path: 'M10.6 5.05L3.9 16.85a1.6 1.6 0 0 0 1.4 2.4h13.4a1.6 1.6 0 0 0 1.4-2.4L13.4 5.05a1.6 1.6 0 0 0-2.8 0ZM12 9.75v4M12 16.4v.01',
};
export const alert: Icon = { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM12 8v4.75M12 15.75v.01' };
export const info: Icon = { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM12 11.25V16M12 8.25v.01' };
export const hourglass: Icon = {
  path: 'M6.75 4.5h10.5M6.75 19.5h10.5M8 4.5v2.75c0 2.25 4 3 4 4.75s-4 2.5-4 4.75v2.75M16 4.5v2.75c0 2.25-4 3-4 4.75s4 2.5 4 4.75v2.75',
};
