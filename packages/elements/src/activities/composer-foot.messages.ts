import { type Messages, messages } from '../base/locale.js';

/** What the open composer says, apart from what it says at rest. */
export interface ComposerFootSentences {
  readonly body: string;
  readonly minutes: string;
  readonly direction: string;
  readonly outbound: Readonly<Record<'call' | 'email', string>>;
  readonly inbound: Readonly<Record<'call' | 'email', string>>;
  readonly dueDay: string;
  readonly save: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
  readonly cancel: string;
  readonly empty: string;
  readonly done: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
}

export const composerFootMessages: Messages<ComposerFootSentences> = messages<ComposerFootSentences>({
  en: () => ({
    body: 'Text',
    minutes: 'Minutes',
    direction: 'Direction',
    outbound: { call: 'We called', email: 'We wrote' },
    inbound: { call: 'They called', email: 'They wrote' },
    dueDay: 'Due day',
    save: { note: 'Save note', call: 'Log call', email: 'Log email', task: 'Add task' },
    cancel: 'Cancel',
    empty: 'Write something first.',
    done: { note: 'Note saved', call: 'Call logged', email: 'Email logged', task: 'Task added' },
  }),
  'zh-Hans': () => ({
    body: '正文',
    minutes: '分钟',
    direction: '方向',
    outbound: { call: '我方打出', email: '我方发出' },
    inbound: { call: '对方打来', email: '对方发来' },
    dueDay: '到期日',
    save: { note: '保存备注', call: '记录电话', email: '记录邮件', task: '添加任务' },
    cancel: '取消',
    empty: '请先写些内容。',
    done: { note: '备注已保存', call: '电话已记录', email: '邮件已记录', task: '任务已添加' },
  }),
});
