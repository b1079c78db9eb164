export { listViews as collection, type StoredView } from './collection.js';
export { create, edit, remove } from './commands.js';
export { ofList } from './queries.js';
