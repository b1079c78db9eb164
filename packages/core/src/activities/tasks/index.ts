export {
  DUE_GROUPS,
  type DueCalendar,
  type DueGroup,
  dayOfPutOff,
  dueGroupOf,
  dueGroupWhere,
  lastOfWeek,
  PUT_OFFS,
  type PutOff,
} from './groups.js';
export { onDay } from './move.js';
export { asTask, dayOfTask, Priority, Task, TIMED_KINDS } from './task.js';
