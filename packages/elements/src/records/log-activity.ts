import type { LitElement } from 'lit';
import type { KithTimeline } from '../activities/timeline.js';
import type { Later } from '../base/later.js';
import type { Areas } from './areas.js';

/** Goes to the timeline of a record, fetched where it is not there yet, and opens the line in which a note is written. */
export async function logActivity(card: LitElement, areas: Areas, timeline: Later<typeof KithTimeline>): Promise<void> {
  areas.select('timeline');
  if (!(await timeline.load())) return;
  await card.updateComplete;
  await card.renderRoot.querySelector<KithTimeline>('.timeline > .later > *')?.compose('note');
}
