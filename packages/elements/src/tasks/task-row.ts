import { dayIn } from '@kith/core';
import { type DueGroup, dayOfTask, type Task, TIMED_KINDS } from '@kith/core/tasks';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { styled } from '../base/styled.js';
import { avatar } from '../parts/avatar.js';
import { type Icon, icon } from '../parts/icon.js';
import { arrowDown } from '../parts/icons/heads.js';
import { check, flag, mail, more, note, phone, task as taskIcon, video } from '../parts/icons/shown.js';
import { recordLink } from '../parts/record-link.js';
import type { TaskListSentences } from './messages.js';

/** What a row needs of the list that it is in. */
export interface TaskView {
  readonly say: TaskListSentences;
  readonly locale: Locale;
  readonly readOnly: boolean;
  readonly isChoosing: boolean;
  /** The item that Tab reaches. */
  readonly at: number;
  /** The collection field of the record that the whole list is about: it is not named in each row. */
  readonly about: string | undefined;
  /** Whose all of them are, where they are one person's. */
  readonly owner: string | undefined;
  isSelected(id: string): boolean;
  nameOf(id: string): string | undefined;
}

const ICONS: Readonly<Record<Task['kind'], Icon>> = { call: phone, email: mail, meeting: video, note, task: taskIcon };

/** Where a row stands. */
export interface RowPlace {
  readonly item: number;
  readonly top: number;
  readonly group: DueGroup;
}

/** Something to do: a circle to tick, what it is and about whom, when, and whose it is. */
export function taskRow(task: Task, { item, top, group }: RowPlace, view: TaskView): TemplateResult {
  const { say, locale } = view;
  const { subject, kind, priority, ownerId } = task;
  const owner = ownerId === undefined || ownerId === view.owner ? undefined : view.nameOf(ownerId);
  const isSelected = view.isSelected(task.id);
  return html`
    <div
      class="task ${group} ${priority ?? ''}" role="row" aria-level="2" aria-rowindex=${item + 1} aria-selected=${isSelected ? 'true' : 'false'} part="row"
      data-item=${item} data-id=${String(task.id)} tabindex=${item === view.at ? 0 : -1} .style=${styled(`transform:translateY(${top}px)`)}
    >
      <div class="cell" role="gridcell">
        ${
          view.isChoosing
            ? html`<span class="mark ${isSelected ? 'on' : ''}" aria-hidden="true">${isSelected ? icon(check) : nothing}</span>`
            : html`<button type="button" class="tick" tabindex="-1" aria-label=${say.complete(subject)} data-act="complete" ?disabled=${view.readOnly}>${icon(check)}</button>`
        }
      </div>
      <div class="cell what" role="gridcell">
        ${kind === 'task' ? nothing : html`<span class="kind icon-small">${icon(ICONS[kind])}</span>`}
        <bdi class="subject">${subject}</bdi>
        ${priority ? html`<span class="priority icon-small" title=${say[priority]}>${icon(priority === 'high' ? flag : arrowDown)}<span class="unseen">${say[priority]}</span></span>` : nothing}
      </div>
      <div class="cell record" role="gridcell">${recordOf(task, view)}</div>
      <div class="cell due number" role="gridcell">${dueText(task, group, locale, say)}</div>
      <div class="cell owner" role="gridcell" ?hidden=${view.owner !== undefined}>${ownerId && owner ? avatar({ id: ownerId, name: owner, size: 20, label: owner }, locale.format) : nothing}</div>
      <div class="cell" role="gridcell">
        ${view.readOnly ? nothing : html`<button type="button" class="button quiet small square more" tabindex="-1" aria-haspopup="menu" aria-label=${say.more(subject)} data-act="menu">${icon(more)}</button>`}
      </div>
    </div>
  `;
}

/** A task that is on its way. */
export const waitingRow = ({ item, top }: Pick<RowPlace, 'item' | 'top'>): TemplateResult => html`
  <div class="task waiting" role="row" aria-rowindex=${item + 1} .style=${styled(`transform:translateY(${top}px)`)}>
    <div class="cell" role="gridcell"><span class="mark"></span></div>
    <div class="cell what" role="gridcell"><span class="skeleton ${item % 3 ? 'half' : 'wide'}"></span></div>
    <div class="cell" role="gridcell"></div>
  </div>
`;

/** The head of a group: its name and how many there are; a press closes it. */
export const groupHead = (
  { item, top, group }: RowPlace,
  count: number,
  isOpen: boolean,
  { say, locale, at }: TaskView,
): TemplateResult => html`
  <div class="group ${group}" role="row" aria-level="1" aria-rowindex=${item + 1} aria-expanded=${isOpen ? 'true' : 'false'} part="group" data-item=${item} data-group=${group} tabindex=${item === at ? 0 : -1} .style=${styled(`transform:translateY(${top}px)`)}>
    <div class="group-name" role="rowheader" aria-colspan="6"><b>${say.groups[group]}</b><span class="count number">${locale.format.number(count)}</span></div>
  </div>
`;

/** The first thing that it is about, and that is not the record of the whole list. */
function recordOf(task: Task, { about, nameOf }: TaskView): unknown {
  for (const field of ['dealId', 'contactId', 'companyId'] as const) {
    const id = task[field];
    const name = id && field !== about ? nameOf(id) : undefined;
    if (id && name) return recordLink(field.slice(0, -2), id, name);
  }
  return nothing;
}

/** When it is due, as far as its group does not say it. */
function dueText(task: Task, group: DueGroup, { format, timeZone }: Locale, say: TaskListSentences): unknown {
  const isTimed = task.dueDay === undefined && TIMED_KINDS.includes(task.kind);
  const day = dayOfTask(task, timeZone);
  if (day === undefined) return nothing;
  const isSaid = group === 'today' || group === 'tomorrow';
  const dayText = format.relative(day);
  if (!isTimed)
    return isSaid ? nothing : html`<time datetime=${day} title=${format.day(day)}><bdi>${dayText}</bdi></time>`;
  const time = format.time(task.at);
  const text = isSaid || group === 'overdue' ? time : say.dayAndTime(format.day(dayIn(timeZone, task.at)), time);
  return html`<time datetime=${task.at} title=${format.instant(task.at)}><bdi>${group === 'overdue' ? dayText : text}</bdi></time>`;
}
