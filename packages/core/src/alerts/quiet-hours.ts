import type { Instant } from '../kernel/instant.js';
import { nextWorkingMoment, type Shift, type WorkingTime } from '../working-time/working-time.js';

/** Hours of each day in which nobody is told: from 22:00 to 07:00, over midnight or not. */
export interface QuietHours {
  /** IANA name of the zone in which the times are meant. */
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The times around quiet hours, as working time. */
export function awakeTime({ timeZone, from, to }: QuietHours): WorkingTime {
  const shifts: readonly Shift[] =
    from > to
      ? [{ from: to, to: from }]
      : [
          { from: '00:00', to: from },
          { from: to, to: '24:00' },
        ].filter((shift) => shift.from !== shift.to);
  return { timeZone, week: Object.fromEntries(DAYS.map((day) => [day, shifts])) };
}

/** The first moment from one on at which somebody may be told: itself outside of quiet hours. */
export const notQuietFrom = (quiet: QuietHours | undefined, at: Instant): Instant =>
  (quiet && nextWorkingMoment(awakeTime(quiet), at)) ?? at;
