import { type Messages, messages } from '../base/locale.js';
import type { MoveKind } from './entry.js';

/** What the timeline says about moves of deals. */
export interface MoveSentences {
  /** After the name of whoever did it: "won the deal". */
  readonly did: Readonly<Record<MoveKind, string>>;
  /** The same where nobody is known: "Deal won". */
  readonly alone: Readonly<Record<MoveKind, string>>;
  /** Between the stage it came from and the one it went to. */
  readonly to: string;
}

export const moveMessages: Messages<MoveSentences> = messages<MoveSentences>({
  en: () => ({
    did: {
      opened: 'opened the deal',
      moved: 'moved the deal',
      won: 'won the deal',
      lost: 'lost the deal',
      reopened: 'reopened the deal',
    },
    alone: {
      opened: 'Deal opened',
      moved: 'Deal moved',
      won: 'Deal won',
      lost: 'Deal lost',
      reopened: 'Deal reopened',
    },
    to: 'to',
  }),
  'zh-Hans': () => ({
    did: {
      opened: '创建了商机',
      moved: '移动了商机',
      won: '赢得了商机',
      lost: '将商机标为丢单',
      reopened: '重新打开了商机',
    },
    alone: {
      opened: '商机已创建',
      moved: '商机换了阶段',
      won: '商机已赢单',
      lost: '商机已丢单',
      reopened: '商机已重新打开',
    },
    to: '到',
  }),
});
