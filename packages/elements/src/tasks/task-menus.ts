import type { Day } from '@kith/core';
import { dayOfPutOff, type Priority, PUT_OFFS, type PutOff, type Task } from '@kith/core/tasks';
import { NavigateEvent } from '../base/command-event.js';
import { sentencesIn } from '../base/locale.js';
import { arrowDown, cross } from '../parts/icons/heads.js';
import { check, clock, flag, trash, user } from '../parts/icons/shown.js';
import { calendar, external, pencil, redo } from '../parts/icons/tools.js';
import type { MenuGroup, MenuItem } from '../parts/menu.js';
import { taskHandsMessages } from './hands.messages.js';
import type { TaskHost } from './task-host.js';

/** What the menus do. */
export interface TaskActs {
  complete(): void;
  followUp(): void;
  edit(): void;
  putOff(to: Day | undefined): void;
  pickDay(): void;
  assign(): void;
  assignTo(owner: { readonly id: string; readonly name: string } | undefined): void;
  prioritise(priority: Priority | undefined): void;
  remove(): void;
}

/** Everything that can be done with one task. */
export function taskMenu(host: TaskHost, task: Task, acts: TaskActs): readonly MenuGroup[] {
  const say = sentencesIn(taskHandsMessages, host.locale);
  return [
    {
      items: [
        { label: say.complete, icon: check, hint: 'X', choose: acts.complete },
        { label: say.followUp, icon: redo, hint: 'C', choose: acts.followUp },
        { label: say.edit, icon: pencil, hint: 'E', choose: acts.edit },
        { label: `${say.assign}…`, icon: user, hint: 'A', choose: acts.assign },
      ],
    },
    { caption: say.putOff, items: putOffItems(host, acts, task, ['tomorrow', 'nextWeek']) },
    { caption: say.priority, items: priorityItems(host, task, acts) },
    {
      items: [
        ...openItems(host, task),
        { label: say.remove, icon: trash, tone: 'danger', hint: 'Del', choose: acts.remove },
      ],
    },
  ];
}

/** The days that it can be put off to at once, one to pick, and none. */
export function putOffItems(
  host: TaskHost,
  acts: TaskActs,
  task?: Task,
  offered: readonly PutOff[] = PUT_OFFS,
): readonly MenuItem[] {
  const { locale } = host;
  const say = sentencesIn(taskHandsMessages, locale);
  const today = locale.format.today();
  const dayItem = (putOff: PutOff): MenuItem => {
    const day = dayOfPutOff(putOff, { today });
    const isCurrent = task?.dueDay === day;
    return {
      label: say.putOffs[putOff],
      icon: calendar,
      hint: locale.format.day(day),
      isCurrent,
      choose: () => acts.putOff(day),
    };
  };
  return [
    ...offered.map(dayItem),
    { label: say.pickDay, icon: clock, choose: acts.pickDay },
    ...(offered === PUT_OFFS ? [{ label: say.noDay, icon: cross, choose: () => acts.putOff(undefined) }] : []),
  ];
}

/** Whom it can be handed to. */
export function ownerItems({ locale, references }: TaskHost, acts: TaskActs, current?: string): readonly MenuGroup[] {
  const say = sentencesIn(taskHandsMessages, locale);
  return [
    {
      items: references.users
        .filter(({ active }) => active !== false)
        .map(({ id, name }) => ({ label: name, isCurrent: id === current, choose: () => acts.assignTo({ id, name }) })),
    },
    { items: [{ label: say.nobody, choose: () => acts.assignTo(undefined) }] },
  ];
}

function priorityItems({ locale }: TaskHost, task: Task, acts: TaskActs): readonly MenuItem[] {
  const say = sentencesIn(taskHandsMessages, locale);
  return (['high', 'low'] as const).map((priority) => ({
    label: say.priorities[priority],
    icon: priority === 'high' ? flag : arrowDown,
    isCurrent: task.priority === priority,
    choose: () => acts.prioritise(task.priority === priority ? undefined : priority),
  }));
}

/** What it is about, to go there. */
function openItems(host: TaskHost, task: Task): readonly MenuItem[] {
  const say = sentencesIn(taskHandsMessages, host.locale);
  return recordsOf(task).map(({ kind, id }) => ({
    label: say.open,
    hint: host.references.nameOf(id),
    icon: external,
    choose: () => host.dispatchEvent(new NavigateEvent(kind, id)),
  }));
}

/** What a task is about. */
export const recordsOf = (task: Task): readonly { readonly kind: string; readonly id: string }[] =>
  (['deal', 'contact', 'company'] as const).flatMap((kind) => {
    const id = task[`${kind}Id`];
    return id ? [{ kind, id }] : [];
  });
