import { type Messages, translated } from '../base/locale.js';

/** What is said about one state of storage that somebody has to do something about. */
export interface TroubleSentences {
  readonly title: string;
  readonly text: string;
}

/** What the state of storage says. */
export interface StorageStateSentences {
  readonly title: string;
  readonly reading: string;
  /** In a word how things stand. */
  readonly level: Readonly<
    Record<'fine' | 'unprotected' | 'nearly-full' | 'full' | 'lost' | 'superseded' | 'discarded' | 'memory', string>
  >;
  readonly trouble: Readonly<Record<'nearly-full' | 'full' | 'lost' | 'superseded' | 'memory', TroubleSentences>> & {
    readonly discarded: (when: string) => TroubleSentences;
  };
  readonly where: string;
  readonly kept: Readonly<Record<'memory' | 'device' | 'server', string>>;
  readonly protection: string;
  readonly persisted: string;
  readonly notPersisted: string;
  readonly persistenceUnknown: string;
  readonly protect: string;
  readonly granted: string;
  readonly denied: string;
  readonly usage: string;
  readonly used: (usage: string, quota: string) => string;
  readonly usageUnknown: string;
  readonly reload: string;
  readonly understood: string;
  readonly backUpFirst: string;
  readonly freeSpace: string;
  readonly askToProtect: string;
}

export const storageStateMessages: Messages<StorageStateSentences> = translated<StorageStateSentences>(
  'storageState',
  () => ({
    title: 'Storage',
    reading: 'Looking at the storage',
    level: {
      fine: 'Kept safe',
      unprotected: 'Kept',
      'nearly-full': 'Nearly full',
      full: 'Full',
      lost: 'Not reachable',
      superseded: 'Out of date',
      discarded: 'Lost',
      memory: 'Not kept',
    },
    trouble: {
      'nearly-full': {
        title: 'The space for your data is nearly used up.',
        text: 'When it is full, nothing more can be saved. Do this while there is room:',
      },
      full: {
        title: 'There is no space left: the last change was not saved.',
        text: 'Nothing that was saved before is lost. To go on:',
      },
      lost: {
        title: 'The storage cannot be reached any more.',
        text: 'It may have been cleared, or another program has it. What you change now is not saved. Reload the page; if that does not help, restore your last backup.',
      },
      superseded: {
        title: 'This page is open in a newer version in another tab.',
        text: 'To keep your data safe, this one no longer saves. Reload it to go on with the newer version.',
      },
      discarded: (when) => ({
        title: 'The browser could not read the data any more, and has thrown it away.',
        text: `It was noticed on ${when}; a crash or a power cut may have damaged it. Restore your last backup before you go on.`,
      }),
      memory: {
        title: 'Nothing here is kept.',
        text: 'The browser offers no storage, as in a private window, or the page has chosen none. When the page is closed, the data is gone: save a backup of what you want to keep.',
      },
    },
    where: 'Kept',
    kept: { memory: 'In the memory of this page', device: 'In this browser, on this device', server: 'On a server' },
    protection: 'Protection',
    persisted: 'The browser deletes it only when somebody tells it to.',
    notPersisted: 'When the disk is full, the browser may delete it by itself.',
    persistenceUnknown: 'This browser does not say whether it may delete it.',
    protect: 'Ask for protection',
    granted: 'The browser has agreed to keep it.',
    denied:
      'The browser said no this time. It agrees sooner to pages that are bookmarked, installed or often used. Save backups in the meantime.',
    usage: 'Space',
    used: (usage, quota) => `${usage} of ${quota} used`,
    usageUnknown: 'This browser does not say how much there is.',
    reload: 'Reload the page',
    understood: 'Go on without it',
    backUpFirst: 'Save a backup.',
    freeSpace: 'Free space on this device, or clear the data of pages that you no longer use.',
    askToProtect: 'Ask the browser to protect this data, so that it clears other things first.',
  }),
);
