import { translated } from '../base/locale.js';

/** What saved views say. */
export const viewMessages = translated('listViews', () => ({
  title: 'Saved views',
  all: 'All',
  saveNew: 'Save as a new view',
  name: 'Name',
  save: 'Save',
  changed: 'View changed.',
  reset: 'Reset',
  more: (name: string) => `More about ${name}`,
  rename: 'Rename',
  remove: 'Delete the view',
  saved: (name: string) => `View ${name} saved`,
  removed: (name: string) => `View ${name} deleted`,
}));

/** The sentences of {@link viewMessages}. */
export type ViewSentences = ReturnType<typeof viewMessages.en>;
