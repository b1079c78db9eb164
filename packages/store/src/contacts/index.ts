export { contacts as collection } from './collection.js';
export { create, edit } from './commands.js';
export { all, byId, byIds, ofCompany } from './queries.js';
