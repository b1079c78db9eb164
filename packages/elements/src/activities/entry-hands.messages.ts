import { translated } from '../base/locale.js';

/** What the menus and forms of entries say. */
export const entryHandsMessages = translated('entryHands', () => ({
  complete: 'Mark as done',
  followUp: 'Mark as done and plan what follows…',
  edit: 'Edit…',
  remove: 'Delete',
  removed: (subject: string) => `“${subject}” deleted`,
  saved: (subject: string) => `“${subject}” saved`,
  /** What is proposed to follow something that was done. */
  following: (subject: string) => `Follow up: ${subject}`,
  form: {
    title: 'Edit entry',
    subject: 'Subject',
    body: 'Text',
    direction: 'Direction',
    outbound: 'Outbound',
    inbound: 'Inbound',
    minutes: 'Minutes',
    outcome: 'Outcome',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    noSubject: 'Say in a few words what it was about.',
    noMinutes: 'Write how many minutes as a number.',
    changed: 'Somebody changed this entry while you were editing it.',
    mine: 'Keep mine',
    theirs: 'Take theirs',
    gone: 'Somebody deleted this entry while you were editing it.',
  },
}));
