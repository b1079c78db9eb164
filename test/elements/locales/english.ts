import { composerFootMessages } from '../../../packages/elements/src/activities/composer-foot.messages.js';
import { timelineMessages } from '../../../packages/elements/src/activities/messages.js';
import { moveMessages } from '../../../packages/elements/src/activities/move-view.messages.js';
import { appMessages } from '../../../packages/elements/src/app/messages.js';
import { companyMessages } from '../../../packages/elements/src/companies/messages.js';
import { contactMessages } from '../../../packages/elements/src/contacts/messages.js';
import { dealRowMessages } from '../../../packages/elements/src/deals/deal-row.messages.js';
import { dealMessages } from '../../../packages/elements/src/deals/messages.js';
import { absenceMessages } from '../../../packages/elements/src/lists/absence.messages.js';
import { bulkMessages } from '../../../packages/elements/src/lists/bulk-bar.messages.js';
import { editMessages } from '../../../packages/elements/src/lists/cell-editor.messages.js';
import { columnMessages } from '../../../packages/elements/src/lists/column-tools.messages.js';
import { filterMessages } from '../../../packages/elements/src/lists/filter-tools.messages.js';
import { listMessages } from '../../../packages/elements/src/lists/messages.js';
import { viewMessages } from '../../../packages/elements/src/lists/saved-views.messages.js';
import type { Translation } from '../../../packages/elements/src/locales/translation.js';
import { comboboxMessages } from '../../../packages/elements/src/parts/combobox.messages.js';
import { controlMessages } from '../../../packages/elements/src/parts/control.messages.js';
import { copyMessages } from '../../../packages/elements/src/parts/copy.messages.js';
import { inlineEditMessages } from '../../../packages/elements/src/parts/inline-edit.messages.js';
import { laterMessages } from '../../../packages/elements/src/parts/later.messages.js';
import { lifecycleMessages } from '../../../packages/elements/src/parts/lifecycle.messages.js';
import { handsMessages } from '../../../packages/elements/src/pipelines/hands.messages.js';
import { boardMessages } from '../../../packages/elements/src/pipelines/messages.js';
import { byHandMessages } from '../../../packages/elements/src/scoring/by-hand.messages.js';
import { scoreMessages } from '../../../packages/elements/src/scoring/messages.js';
import { reasonMessages } from '../../../packages/elements/src/scoring/reasons.messages.js';
import { backupMessages } from '../../../packages/elements/src/storage/backup.messages.js';
import { storageStateMessages } from '../../../packages/elements/src/storage/storage-state.messages.js';
import { taskHandsMessages } from '../../../packages/elements/src/tasks/hands.messages.js';
import { taskListMessages } from '../../../packages/elements/src/tasks/messages.js';
import { quickAddMessages } from '../../../packages/elements/src/tasks/quick-add.messages.js';

/** What every element says in English, under the names that the languages have it. */
export const english: Translation['sentences'] = {
  timeline: timelineMessages.en,
  moves: moveMessages.en,
  composerFoot: composerFootMessages.en,
  app: appMessages.en,
  company: companyMessages.en,
  contact: contactMessages.en,
  deal: dealMessages.en,
  dealRow: dealRowMessages.en,
  list: listMessages.en,
  listColumns: columnMessages.en,
  listFilters: filterMessages.en,
  listEdit: editMessages.en,
  listBulk: bulkMessages.en,
  listViews: viewMessages.en,
  listAbsence: absenceMessages.en,
  control: controlMessages.en,
  combobox: comboboxMessages.en,
  copy: copyMessages.en,
  inlineEdit: inlineEditMessages.en,
  later: laterMessages.en,
  lifecycle: lifecycleMessages.en,
  board: boardMessages.en,
  hands: handsMessages.en,
  score: scoreMessages.en,
  scoreReasons: reasonMessages.en,
  scoreByHand: byHandMessages.en,
  backup: backupMessages.en,
  storageState: storageStateMessages.en,
  taskList: taskListMessages.en,
  taskHands: taskHandsMessages.en,
  taskAdd: quickAddMessages.en,
};
