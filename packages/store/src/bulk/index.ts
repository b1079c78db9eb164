export { type Done, each, remove, retag } from './commands.js';
