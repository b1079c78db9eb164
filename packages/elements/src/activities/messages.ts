import type { ActivityKind } from '@kith/core';
import { type Messages, messages } from '../base/locale.js';
import type { EntryKind } from './entry.js';

/** What the timeline says. */
export interface TimelineSentences {
  readonly title: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  /** After the name of whoever did it: "called". */
  readonly did: Readonly<Record<ActivityKind, string>>;
  /** After the name of whoever received it: "took a call". */
  readonly received: Readonly<Record<ActivityKind, string>>;
  /** After the name of whoever will do it: "will call". */
  readonly plans: Readonly<Record<ActivityKind, string>>;
  readonly cancelled: string;
  /** Something that lasted: "called, 18 min". */
  readonly lasting: (what: string, minutes: string) => string;
  /** The same where nobody is known: "Call". */
  readonly things: Readonly<Record<ActivityKind, string>>;
  readonly next: string;
  readonly thisWeek: string;
  readonly earlierIn: (month: string) => string;
  readonly dayAndTime: (day: string, time: string) => string;
  readonly due: (when: string) => string;
  readonly overdue: (days: number) => string;
  readonly complete: (subject: string) => string;
  readonly completed: Readonly<Record<ActivityKind, string>>;
  readonly allKinds: string;
  readonly filter: string;
  readonly older: (chunk: number, left: number) => string;
  readonly laterPlans: (left: number) => string;
  readonly more: string;
  readonly less: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly filteredTitle: (kind: string) => string;
  readonly filteredText: (kind: string) => string;
  readonly showAll: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly again: string;
  readonly loading: string;
  readonly compose: ComposeSentences;
}

/** What the composer says at rest. */
export interface ComposeSentences {
  readonly title: string;
  readonly kindLabel: string;
  readonly kinds: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
  readonly labels: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
  readonly placeholders: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
}

export const timelineMessages: Messages<TimelineSentences> = messages<TimelineSentences>({
  en: (format) => ({
    title: 'Timeline',
    kinds: {
      call: 'Calls',
      email: 'Emails',
      meeting: 'Meetings',
      note: 'Notes',
      task: 'Tasks',
      move: 'Deal moves',
    },
    did: {
      call: 'called',
      email: 'sent an email',
      meeting: 'had a meeting',
      note: 'wrote a note',
      task: 'finished a task',
    },
    received: {
      call: 'took a call',
      email: 'received an email',
      meeting: 'had a meeting',
      note: 'wrote a note',
      task: 'finished a task',
    },
    plans: {
      call: 'will call',
      email: 'will write an email',
      meeting: 'has a meeting',
      note: 'will write a note',
      task: 'has a task',
    },
    cancelled: 'Cancelled',
    lasting: (what, minutes) => `${what}, ${minutes}`,
    things: { call: 'Call', email: 'Email', meeting: 'Meeting', note: 'Note', task: 'Task' },
    next: 'Next',
    thisWeek: 'This week',
    earlierIn: (month) => `Earlier in ${month}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
    due: (when) => `Due ${when}`,
    overdue: (days) =>
      format.plural(days, {
        one: `${format.number(days)} day overdue`,
        other: `${format.number(days)} days overdue`,
      }),
    complete: (subject) => `Mark "${subject}" as done`,
    completed: {
      call: 'Call done',
      email: 'Email done',
      meeting: 'Meeting done',
      note: 'Note done',
      task: 'Task done',
    },
    allKinds: 'All types',
    filter: 'Filter by type',
    older: (chunk, left) =>
      chunk < left
        ? `Show ${format.number(chunk)} of ${format.number(left)} older entries`
        : format.plural(left, {
            one: `Show ${format.number(left)} older entry`,
            other: `Show ${format.number(left)} older entries`,
          }),
    laterPlans: (left) => `Show ${format.number(left)} planned later`,
    more: 'Show more',
    less: 'Show less',
    emptyTitle: 'Nothing here yet',
    emptyText:
      'Notes, calls, emails, meetings and tasks stand here once somebody logs or plans them, and deals as they move.',
    filteredTitle: (kind) => `No ${kind.toLocaleLowerCase('en')} here`,
    filteredText: (kind) => `The filter shows ${kind.toLocaleLowerCase('en')} only.`,
    showAll: 'Show all types',
    failedTitle: 'The timeline could not be read',
    failedText: 'Nothing is lost. Try again, or reload the page.',
    again: 'Try again',
    loading: 'Reading the timeline',
    compose: {
      title: 'Log an activity',
      kindLabel: 'Entry type',
      kinds: { note: 'Note', call: 'Call', email: 'Email', task: 'Task' },
      labels: { note: 'Note', call: 'What was said', email: 'Subject', task: 'What is to be done' },
      placeholders: {
        note: 'Write a note',
        call: 'What was said on the call',
        email: 'Subject of the email',
        task: 'What is to be done',
      },
    },
  }),
  'zh-Hans': (format) => ({
    title: '时间线',
    kinds: { call: '电话', email: '邮件', meeting: '会议', note: '备注', task: '任务', move: '商机动态' },
    did: { call: '打了电话', email: '发了邮件', meeting: '开了会', note: '写了备注', task: '完成了任务' },
    received: { call: '接了电话', email: '收到邮件', meeting: '开了会', note: '写了备注', task: '完成了任务' },
    plans: { call: '将打电话', email: '将发邮件', meeting: '有会议', note: '将写备注', task: '有任务' },
    cancelled: '已取消',
    lasting: (what, minutes) => `${what}，${minutes}`,
    things: { call: '电话', email: '邮件', meeting: '会议', note: '备注', task: '任务' },
    next: '接下来',
    thisWeek: '本周',
    earlierIn: (month) => `${month}早些时候`,
    dayAndTime: (day, time) => `${day} ${time}`,
    due: (when) => `${when}到期`,
    overdue: (days) => `逾期 ${format.number(days)} 天`,
    complete: (subject) => `将“${subject}”标为完成`,
    completed: {
      call: '电话已完成',
      email: '邮件已完成',
      meeting: '会议已完成',
      note: '备注已完成',
      task: '任务已完成',
    },
    allKinds: '全部类型',
    filter: '按类型筛选',
    older: (chunk, left) =>
      chunk < left
        ? `显示更早 ${format.number(left)} 条中的 ${format.number(chunk)} 条`
        : `显示更早的 ${format.number(left)} 条`,
    laterPlans: (left) => `显示之后的 ${format.number(left)} 项计划`,
    more: '展开',
    less: '收起',
    emptyTitle: '这里还没有内容',
    emptyText: '记录或计划的备注、电话、邮件、会议和任务，以及商机的进展，都会显示在这里。',
    filteredTitle: (kind) => `没有${kind}`,
    filteredText: (kind) => `当前只显示${kind}。`,
    showAll: '显示全部类型',
    failedTitle: '无法读取时间线',
    failedText: '数据没有丢失。请重试，或重新加载页面。',
    again: '重试',
    loading: '正在读取时间线',
    compose: {
      title: '记录活动',
      kindLabel: '条目类型',
      kinds: { note: '备注', call: '电话', email: '邮件', task: '任务' },
      labels: { note: '备注', call: '通话内容', email: '主题', task: '要做的事' },
      placeholders: { note: '写备注', call: '通话中说了什么', email: '邮件主题', task: '要做什么' },
    },
  }),
});
