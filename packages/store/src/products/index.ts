export { products as collection } from './collection.js';
export { create, edit } from './commands.js';
export { all, byId, byIds } from './queries.js';
