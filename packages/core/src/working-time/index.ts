export { clockText, readClockText } from './clock-text.js';
export {
  addWorkingDays,
  addWorkingTime,
  checkWorkingTime,
  isWorking,
  isWorkingDay,
  nextWorkingMoment,
  type Shift,
  type WorkingTime,
  workingTimeBetween,
} from './working-time.js';
