export { companies as collection } from './collection.js';
export { create, edit } from './commands.js';
export { all, byId, subsidiaries } from './queries.js';
