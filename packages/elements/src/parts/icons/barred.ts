// What cannot be seen, done or reached: apart, for it is fetched when that is so.
import type { Icon } from '../icon.js';

export const ban: Icon = { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16ZM6.35 6.35l11.3 11.3' };
export const board: Icon = {
  path: 'M5.25 5h2A1.25 1.25 0 0 1 8.5 6.25v11.5A1.25 1.25 0 0 1 7.25 19h-2A1.25 1.25 0 0 1 4 17.75V6.25A1.25 1.25 0 0 1 5.25 5ZM11 5h2a1.25 1.25 0 0 1 1.25 1.25v6.5A1.25 1.25 0 0 1 13 14h-2a1.25 1.25 0 0 1-1.25-1.25v-6.5A1.25 1.25 0 0 1 11 5ZM16.75 5h2A1.25 1.25 0 0 1 20 6.25v8.5A1.25 1.25 0 0 1 18.75 16h-2a1.25 1.25 0 0 1-1.25-1.25v-8.5A1.25 1.25 0 0 1 16.75 5Z',
};
export const offline: Icon = {
  path: 'M9.25 6.6a5.5 5.5 0 0 1 8 3.65a4 4 0 0 1 2.25 6.35M16.25 18H7.5a4 4 0 0 1-.75-7.9M4.5 4.5l15 15',
};
export const lock: Icon = {
  path: 'M7.5 10.5h9a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
};
