import { type Messages, translated } from '../base/locale.js';

/** What saving and restoring a backup says. */
export interface BackupSentences {
  readonly title: string;
  readonly rows: (count: number) => string;
  readonly cancel: string;
  readonly saveTitle: string;
  readonly saveText: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly savedText: (rows: string, size: string) => string;
  readonly download: string;
  readonly saveAgain: string;
  readonly saveCancelled: string;
  readonly saveFailed: string;
  readonly restoreTitle: string;
  readonly restoreText: string;
  readonly choose: string;
  readonly orDrop: string;
  readonly oneFile: string;
  readonly checking: (file: string) => string;
  readonly nothingChanged: string;
  readonly mayHaveChanged: string;
  readonly checked: string;
  readonly madeAt: (when: string) => string;
  readonly kind: string;
  readonly count: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly total: string;
  readonly warning: string;
  readonly restore: string;
  readonly askTitle: string;
  readonly askText: string;
  readonly askAction: string;
  readonly restoring: string;
  readonly restored: string;
  readonly restoredText: (rows: string, when: string) => string;
  readonly restoreCancelled: string;
  readonly restoreFailed: string;
}

export const backupMessages: Messages<BackupSentences> = translated<BackupSentences>('backup', (format) => ({
  title: 'Backup',
  rows: (count) => format.plural(count, { one: `${format.number(count)} row`, other: `${format.number(count)} rows` }),
  cancel: 'Cancel',
  saveTitle: 'Save a backup',
  saveText: 'All data, in one file that you keep. It goes to your device and nowhere else.',
  save: 'Save backup',
  saving: 'Saving the backup',
  saved: 'Backup saved',
  savedText: (rows, size) => `${rows}, ${size}. Your browser keeps it with its downloads.`,
  download: 'Download again',
  saveAgain: 'Save another',
  saveCancelled: 'Cancelled. No file was saved.',
  saveFailed: 'The backup could not be made. No file was saved.',
  restoreTitle: 'Restore a backup',
  restoreText: 'You see what is in the file before anything is replaced.',
  choose: 'Choose a file',
  orDrop: 'or drop it here',
  oneFile: 'A backup is one file. Drop only that one.',
  checking: (file) => `Checking ${file}`,
  nothingChanged: 'Nothing was changed.',
  mayHaveChanged: 'Whether it was restored is not known. Look at the data before you try again.',
  checked: 'This backup is whole',
  madeAt: (when) => `Made ${when}`,
  kind: 'What',
  count: 'Rows',
  kinds: {
    contacts: 'Contacts',
    companies: 'Companies',
    deals: 'Deals',
    activities: 'Activities',
    products: 'Products',
    pipelines: 'Pipelines',
    users: 'Users',
    leads: 'Leads',
    priceBooks: 'Price books',
    listPrices: 'List prices',
    scores: 'Scores',
    segments: 'Segments',
    fields: 'Fields of your own',
    roles: 'Roles',
    goals: 'Goals',
    alerts: 'Alerts',
    listViews: 'Saved views',
    teams: 'Teams',
    imports: 'Imports',
    importSteps: 'Steps of imports',
    historySteps: 'Steps that can be undone',
    auditEntries: 'Audit log',
    auditValues: 'Values in the audit log',
    dataLosses: 'Noted losses of data',
  },
  total: 'In all',
  warning:
    'It takes the place of all data that is here now, and undo cannot bring that back. Save a backup of it first.',
  restore: 'Replace all data with it',
  askTitle: 'Replace all data?',
  askText: 'What is here now is gone afterwards, and undo cannot bring it back.',
  askAction: 'Replace all data',
  restoring: 'Restoring the backup',
  restored: 'Backup restored',
  restoredText: (rows, when) => `All data is as it was on ${when}: ${rows}.`,
  restoreCancelled: 'Cancelled. Nothing was changed.',
  restoreFailed: 'The backup could not be restored.',
}));
