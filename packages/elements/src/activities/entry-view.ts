import type { Activity, Day } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { minutesText } from '../base/duration.js';
import type { Locale } from '../base/locale.js';
import { badge } from '../parts/badge.js';
import { type Icon, icon } from '../parts/icon.js';
import { briefcase, check, mail, more, note, phone, task, video } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import type { ActivityEntry, Entry, EntryKind } from './entry.js';
import type { TimelineSentences } from './messages.js';
import { dueBadge, moment } from './when.js';

/** What the entries need of the timeline that they are in. */
export interface EntryView {
  readonly locale: Locale;
  readonly say: TimelineSentences;
  /** The name of a user, or undefined for nobody and for somebody who is not known. */
  nameOf(userId: string | undefined): string | undefined;
  /** The name of the contact whose timeline it is, where the activity is about that contact. */
  contactOf(activity: Activity): string | undefined;
  isExpanded(entryId: string): boolean;
  toggle(entryId: string): void;
  complete(activity: Activity): void;
  /** Whether entries can be changed here. */
  readonly canChange: boolean;
  /** Whether Tab reaches an entry. */
  isActive(entryId: string): boolean;
}

/** What every entry needs to be drawn. */
export interface Drawn {
  readonly isLast: boolean;
  readonly day: Day;
}

/** The icon of each kind; the filter shows the same ones. */
export const ENTRY_ICONS: Readonly<Record<EntryKind, Icon>> = {
  call: phone,
  email: mail,
  meeting: video,
  note,
  task,
  move: briefcase,
  change: pencil,
};

/** Text longer than this, or of more lines, is folded. */
const FOLDED_LENGTH = 220;
const FOLDED_LINES = 3;

/** What all entries have around what they say. */
export const entryFrame = (
  { id, kind }: Pick<Entry, 'id' | 'kind'>,
  classes: string,
  { isLast }: Drawn,
  { isActive }: EntryView,
  what: TemplateResult,
): TemplateResult => html`
  <article class="entry ${classes} ${isLast ? 'last' : ''}" tabindex=${isActive(id) ? 0 : -1} data-entry=${id} data-key=${id}>
    <span class="disc icon-small">${icon(ENTRY_ICONS[kind])}</span>
    <div class="what">${what}</div>
  </article>
`;

/** Something that is still to be done, with a box to tick. */
export function plannedEntry(entry: ActivityEntry, drawn: Drawn, view: EntryView): TemplateResult {
  const { locale, say } = view;
  const { activity, kind } = entry;
  const { subject, body } = activity;
  const day = activity.dueDay ?? drawn.day;
  return entryFrame(
    entry,
    'ahead',
    drawn,
    view,
    html`
      <p class="line">${who(view.nameOf(activity.ownerId), say.plans[kind], say.things[kind])}${menuButton(subject, view)}${plannedTime(activity, day, locale, say)}</p>
      <div class="card planned">
        ${view.canChange ? html`<input type="checkbox" class="box" .checked=${live(false)} aria-label=${say.complete(subject)} @change=${() => view.complete(activity)} />` : nothing}
        <span class="grow"><bdi>${subject}</bdi></span>
        ${dueBadge(day, locale, say)}
        ${body ? foldedText(entry.id, body, view) : nothing}
      </div>
    `,
  );
}

/** Something that has been done. */
export function doneEntry(entry: ActivityEntry, drawn: Drawn, view: EntryView): TemplateResult {
  const { locale, say } = view;
  const { activity, kind } = entry;
  const minutes = activity.durationMinutes ? minutesText(activity.durationMinutes, locale.lang) : undefined;
  const lasting = (what: string): string => (minutes ? say.lasting(what, minutes) : what);
  const isCancelled = activity.status === 'cancelled';
  // What came in was done by the other side: by name where it is known.
  const caller = activity.direction === 'inbound' ? view.contactOf(activity) : undefined;
  const name = isCancelled ? undefined : (caller ?? view.nameOf(activity.ownerId));
  const verb = (activity.direction === 'inbound' && !caller ? say.received : say.did)[kind];
  return entryFrame(
    entry,
    activity.status,
    drawn,
    view,
    html`
      <p class="line">${who(name, lasting(verb), lasting(say.things[kind]))}${isCancelled ? badge(say.cancelled) : nothing}${menuButton(activity.subject, view)}${moment(entry.at, drawn.day, locale, say)}</p>
      ${kind === 'email' ? html`<div class="card">${content(entry, view)}</div>` : content(entry, view)}
    `,
  );
}

const menuButton = (subject: string, { canChange, say }: EntryView): unknown =>
  canChange
    ? html`<button type="button" class="button quiet small square icon-small act" data-act="menu" aria-haspopup="menu" aria-label=${say.actions(subject)}>${icon(more)}</button>`
    : nothing;

function content(entry: ActivityEntry, view: EntryView): TemplateResult {
  const { subject, body, outcome, kind } = entry.activity;
  const title =
    kind === 'task'
      ? html`<p class="subject done icon-small">${icon(check)}<bdi>${subject}</bdi></p>`
      : html`<p class="subject ${kind}" dir="auto">${subject}</p>`;
  return html`${title}${body ? foldedText(entry.id, body, view) : nothing}${outcome ? html`<p class="outcome">${badge(outcome)}</p>` : nothing}`;
}

function foldedText(id: string, text: string, { isExpanded, toggle, say }: EntryView): TemplateResult {
  const isLong = text.length > FOLDED_LENGTH || text.split('\n').length > FOLDED_LINES;
  const isOpen = !isLong || isExpanded(id);
  return html`
    <p class="body muted ${isOpen ? '' : 'folded'}" dir="auto">${text}</p>
    ${isLong ? html`<button type="button" class="button link fold" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => toggle(id)}>${isOpen ? say.less : say.more}</button>` : nothing}
  `;
}

/** Who did what, or what was done where nobody is known. */
export const who = (name: string | undefined, verb: string, alone: string): TemplateResult =>
  html`<span class="who">${name === undefined ? html`<b>${alone}</b>` : html`<b><bdi>${name}</bdi></b> ${verb}`}</span>`;

/** A task is promised for a day; a call or a meeting has a time on it as well. */
function plannedTime(activity: Activity, day: Day, { format }: Locale, say: TimelineSentences): TemplateResult {
  if (activity.dueDay) return html`<time datetime=${activity.dueDay}>${format.day(activity.dueDay)}</time>`;
  return html`<time datetime=${activity.at} title=${format.instant(activity.at)}>${say.dayAndTime(format.day(day), format.time(activity.at))}</time>`;
}
