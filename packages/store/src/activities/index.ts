export { activities as collection } from './collection.js';
export { complete, edit, type LogInput, log, remove, type ScheduleInput, schedule } from './commands.js';
export { about, byId, type Subject } from './queries.js';
