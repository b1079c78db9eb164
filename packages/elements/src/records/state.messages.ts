import { translated } from '../base/locale.js';

/** What a record's card says about the states it can be in. */
export interface RecordStatesSentences {
  readonly offline: string;
  readonly goneTitle: string;
  readonly goneText: string;
}

export const recordStateMessages = translated<RecordStatesSentences>('recordState', () => ({
  offline: 'Offline. What is known stays here, and changes wait until the connection is back.',
  goneTitle: 'This record is gone',
  goneText: 'It was deleted or erased while it stood here, or it is no longer shared with you.',
}));
