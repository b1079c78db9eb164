import type { Icon } from '../icon.js';

/* What menus, editors and forms show, which are fetched when they are wanted; and what is there for pages. */

// Actions
export const minus: Icon = { path: 'M6 12h12' };
export const pencil: Icon = {
  path: 'M4.75 19.25l1-4.25L15.6 5.15a1.9 1.9 0 0 1 2.7 0l.55.55a1.9 1.9 0 0 1 0 2.7L9 18.25l-4.25 1ZM13.75 7l3.25 3.25',
};
export const refresh: Icon = {
  path: 'M18.75 5v4.25H14.5M5.25 19v-4.25H9.5M18.4 9.25A6.75 6.75 0 0 0 6.1 8.5M5.6 14.75a6.75 6.75 0 0 0 12.3.75',
};
export const settings: Icon = {
  path: 'M4.5 8h8.25M17.75 8h1.75M15.25 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5ZM4.5 16h1.75M11.25 16h8.25M8.75 13.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5Z',
};
export const download: Icon = { path: 'M12 4.75v10M7.75 10.75L12 15l4.25-4.25M5 19.25h14' };
export const upload: Icon = { path: 'M12 15V5M7.75 9L12 4.75L16.25 9M5 19.25h14' };
export const send: Icon = {
  path: 'M19.75 4.5L4 10.25l6.5 3.25l3.25 6.5l6-15.5ZM10.5 13.5l3.75-3.75',
  isDirectional: true,
};
export const external: Icon = {
  path: 'M13.75 4.75h5.5v5.5M19.25 4.75L11.5 12.5M17 14v3.5a1.75 1.75 0 0 1-1.75 1.75h-8.5A1.75 1.75 0 0 1 5 17.5v-8.5A1.75 1.75 0 0 1 6.75 7.25H10',
};
export const link: Icon = {
  path: 'M10 13.75a3.6 3.6 0 0 0 5.25.25l3-3a3.6 3.6 0 0 0-5.1-5.1l-1 1M14 10.25A3.6 3.6 0 0 0 8.75 10l-3 3a3.6 3.6 0 0 0 5.1 5.1l1-1',
};
export const redo: Icon = {
  path: 'M15.75 5.25l3.5 3.5l-3.5 3.5M19.25 8.75h-9.5a5 5 0 0 0 0 10H14',
  isDirectional: true,
};
export const merge: Icon = {
  path: 'M7 4.75v3.75c0 3 5 3.5 5 6.5v4.25M17 4.75v3.75c0 3-5 3.5-5 6.5M9.25 16.5L12 19.25l2.75-2.75',
};

// Arrows
export const up: Icon = { path: 'M7 14.25l5-5l5 5' };
export const arrowRight: Icon = { path: 'M5 12h14M13.5 6.5L19 12l-5.5 5.5', isDirectional: true };
export const sort: Icon = { path: 'M8.25 9.75L12 6l3.75 3.75M8.25 14.25L12 18l3.75-3.75' };
export const arrowLeft: Icon = { path: 'M19 12H5M10.5 6.5L5 12l5.5 5.5', isDirectional: true };
export const trendUp: Icon = { path: 'M4.5 16l5-5l3.5 3.5L19.5 8M14.75 8h4.75v4.75' };
export const trendDown: Icon = { path: 'M4.5 8l5 5L13 9.5l6.5 6.5M14.75 16h4.75v-4.75' };

// Activities
export const chat: Icon = {
  path: 'M6.25 5h11.5A2.25 2.25 0 0 1 20 7.25v7.5A2.25 2.25 0 0 1 17.75 17H11.5L7.25 20.25V17h-1A2.25 2.25 0 0 1 4 14.75v-7.5A2.25 2.25 0 0 1 6.25 5Z',
};
export const bolt: Icon = { path: 'M13.25 4L6 13.5h5.25L10.5 20L18 10.5h-5.5L13.25 4Z' };
export const cart: Icon = {
  path: 'M3.5 5h1.85a.75.75 0 0 1 .73.58L8 14.5h9.5l2-7.25H6.45M9 17.75a1 1 0 1 0 0 2a1 1 0 0 0 0-2ZM16.25 17.75a1 1 0 1 0 0 2a1 1 0 0 0 0-2Z',
};

// Things
export const users: Icon = {
  path: 'M9 5.25a3.25 3.25 0 1 0 0 6.5a3.25 3.25 0 0 0 0-6.5ZM3 18.75c.55-3.1 2.85-4.75 6-4.75s5.45 1.65 6 4.75M15.5 5.5a3.25 3.25 0 0 1 0 6M17.5 14.4c1.95.75 3.15 2.25 3.5 4.35',
};
export const ticket: Icon = {
  path: 'M6 6h12a2 2 0 0 1 2 2v1.5a2.5 2.5 0 0 0 0 5V16a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-1.5a2.5 2.5 0 0 0 0-5V8a2 2 0 0 1 2-2ZM14 6.25v2.25M14 10.9v2.2M14 15.5v2.25',
};
export const label: Icon = {
  path: 'M5.5 4.25h5.35a1.5 1.5 0 0 1 1.06.44l7.4 7.4a1.5 1.5 0 0 1 0 2.12l-5.1 5.1a1.5 1.5 0 0 1-2.12 0l-7.4-7.4a1.5 1.5 0 0 1-.44-1.06V5.5A1.25 1.25 0 0 1 5.5 4.25ZM8.25 8v.01',
};
export const file: Icon = {
  path: 'M7 4.25h6.25L18.5 9.5v8.5a1.75 1.75 0 0 1-1.75 1.75H7A1.75 1.75 0 0 1 5.25 18V6A1.75 1.75 0 0 1 7 4.25ZM13.25 4.25V9.5h5.25',
};
export const calendar: Icon = {
  path: 'M6.25 5.5h11.5A2.25 2.25 0 0 1 20 7.75v9.5a2.25 2.25 0 0 1-2.25 2.25H6.25A2.25 2.25 0 0 1 4 17.25v-9.5A2.25 2.25 0 0 1 6.25 5.5ZM4 10.25h16M8.5 3.5v4M15.5 3.5v4',
};
export const pin: Icon = {
  path: 'M12 20.25c4-4.1 6-7.4 6-10.25a6 6 0 0 0-12 0c0 2.85 2 6.15 6 10.25ZM12 8a2 2 0 1 0 0 4a2 2 0 0 0 0-4Z',
};
export const globe: Icon = {
  path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM4 12h16M12 4c2.4 2.2 3.6 4.85 3.6 8S14.4 17.8 12 20M12 4C9.6 6.2 8.4 8.85 8.4 12s1.2 5.8 3.6 8',
};
export const star: Icon = {
  path: 'M12 4.5l2.3 4.65l5.15.75l-3.7 3.6l.85 5.1L12 16.2l-4.6 2.4l.85-5.1l-3.7-3.6l5.15-.75L12 4.5Z',
};
export const image: Icon = {
  path: 'M6.25 5h11.5A2.25 2.25 0 0 1 20 7.25v9.5A2.25 2.25 0 0 1 17.75 19H6.25A2.25 2.25 0 0 1 4 16.75v-9.5A2.25 2.25 0 0 1 6.25 5ZM9 8.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3ZM4.75 17l4.75-3.5l3 2l3-3l4 3.5',
};
export const clip: Icon = {
  path: 'M19 11.5l-7.25 7.25a4.5 4.5 0 0 1-6.4-6.35l7.75-7.7a3 3 0 0 1 4.25 4.2L9.6 16.65a1.5 1.5 0 0 1-2.1-2.15l6.9-6.85',
};
export const bookmark: Icon = {
  path: 'M7.25 4.5h9.5A1.25 1.25 0 0 1 18 5.75V19.75l-6-4l-6 4V5.75A1.25 1.25 0 0 1 7.25 4.5Z',
};
export const book: Icon = {
  path: 'M12 7C10.2 5.5 8 5 5 5v12.5c3 0 5.2.5 7 2c1.8-1.5 4-2 7-2V5c-3 0-5.2.5-7 2ZM12 7v12.5',
};

// Views
export const list: Icon = { path: 'M9 7h11M9 12h11M9 17h11M4.75 7v.01M4.75 12v.01M4.75 17v.01', isDirectional: true };
export const columns: Icon = {
  path: 'M6.25 5h11.5A2.25 2.25 0 0 1 20 7.25v9.5A2.25 2.25 0 0 1 17.75 19H6.25A2.25 2.25 0 0 1 4 16.75v-9.5A2.25 2.25 0 0 1 6.25 5ZM9.5 5v14M14.5 5v14',
};
export const group: Icon = { path: 'M4 6h16M8.5 11.5H20M8.5 17H20M4.75 10.5v7.5', isDirectional: true };
export const grid: Icon = {
  path: 'M5.75 4.5h3a1.25 1.25 0 0 1 1.25 1.25v3A1.25 1.25 0 0 1 8.75 10h-3A1.25 1.25 0 0 1 4.5 8.75v-3A1.25 1.25 0 0 1 5.75 4.5ZM15.25 4.5h3a1.25 1.25 0 0 1 1.25 1.25v3A1.25 1.25 0 0 1 18.25 10h-3A1.25 1.25 0 0 1 14 8.75v-3A1.25 1.25 0 0 1 15.25 4.5ZM5.75 14h3A1.25 1.25 0 0 1 10 15.25v3a1.25 1.25 0 0 1-1.25 1.25h-3A1.25 1.25 0 0 1 4.5 18.25v-3A1.25 1.25 0 0 1 5.75 14ZM15.25 14h3a1.25 1.25 0 0 1 1.25 1.25v3a1.25 1.25 0 0 1-1.25 1.25h-3A1.25 1.25 0 0 1 14 18.25v-3A1.25 1.25 0 0 1 15.25 14Z',
};

// Signals
export const eye: Icon = {
  path: 'M3.5 12C5.5 8.35 8.35 6.5 12 6.5s6.5 1.85 8.5 5.5c-2 3.65-4.85 5.5-8.5 5.5S5.5 15.65 3.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5Z',
};
export const inbox: Icon = {
  path: 'M4 13.5L6.35 6.2A1.75 1.75 0 0 1 8 5h8a1.75 1.75 0 0 1 1.65 1.2L20 13.5v3.25A2.25 2.25 0 0 1 17.75 19H6.25A2.25 2.25 0 0 1 4 16.75V13.5ZM4 13.5h4.5l1 2h5l1-2H20',
};
export const bell: Icon = { path: 'M6.5 16.25V11a5.5 5.5 0 0 1 11 0v5.25L19 17.5H5l1.5-1.25ZM10 20h4' };
export const shield: Icon = {
  path: 'M12 4L5.5 6.5v5c0 4 2.6 6.9 6.5 8.5c3.9-1.6 6.5-4.5 6.5-8.5v-5L12 4ZM9.25 12l2 2l3.5-3.75',
};
export const target: Icon = {
  path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM12 8.25a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 0 0 0-7.5ZM12 12v.01',
};
export const sun: Icon = {
  path: 'M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7ZM12 4.25v-1M12 20.75v-1M4.25 12h-1M20.75 12h-1M6.5 6.5l-.7-.7M18.2 18.2l-.7-.7M6.5 17.5l-.7.7M18.2 5.8l-.7.7',
};
export const moon: Icon = { path: 'M19.25 13.75A7.5 7.5 0 0 1 10.25 4.75a7.5 7.5 0 1 0 9 9Z' };
