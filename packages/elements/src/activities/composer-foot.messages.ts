import { type Messages, translated } from '../base/locale.js';

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

export const composerFootMessages: Messages<ComposerFootSentences> = translated<ComposerFootSentences>(
  'composerFoot',
  () => ({
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
);
