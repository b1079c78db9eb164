export { activities as collection } from './collection.js';
export { complete, edit, log, type LogInput, remove, schedule, type ScheduleInput } from './commands.js';
export { about, byId, type Subject } from './queries.js';
