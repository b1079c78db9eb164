export { users as collection } from './collection.js';
export { create, edit } from './commands.js';
export { all, byId } from './queries.js';
