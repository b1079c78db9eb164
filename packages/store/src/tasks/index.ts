export { tasks as collection } from './collection.js';
export { add, change, completeAndPlan, type Finished, type NewTask, putOff, type TaskChanges } from './commands.js';
export { dueIn, type WantedTasks, wantedWhere } from './queries.js';
