export { contacts as collection } from './collection.js';
export { create, edit } from './commands.js';
export { all, byId, ofCompany } from './queries.js';
