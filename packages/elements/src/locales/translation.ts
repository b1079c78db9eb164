import type { composerFootMessages } from '../activities/composer-foot.messages.js';
import type { timelineMessages } from '../activities/messages.js';
import type { moveMessages } from '../activities/move-view.messages.js';
import type { appMessages } from '../app/messages.js';
import type { Messages, Words } from '../base/locale.js';
import type { companyMessages } from '../companies/messages.js';
import type { contactMessages } from '../contacts/messages.js';
import type { dealRowMessages } from '../deals/deal-row.messages.js';
import type { dealMessages } from '../deals/messages.js';
import type { absenceMessages } from '../lists/absence.messages.js';
import type { bulkMessages } from '../lists/bulk-bar.messages.js';
import type { editMessages } from '../lists/cell-editor.messages.js';
import type { columnMessages } from '../lists/column-tools.messages.js';
import type { filterMessages } from '../lists/filter-tools.messages.js';
import type { listMessages } from '../lists/messages.js';
import type { viewMessages } from '../lists/saved-views.messages.js';
import type { comboboxMessages } from '../parts/combobox.messages.js';
import type { controlMessages } from '../parts/control.messages.js';
import type { copyMessages } from '../parts/copy.messages.js';
import type { inlineEditMessages } from '../parts/inline-edit.messages.js';
import type { laterMessages } from '../parts/later.messages.js';
import type { lifecycleMessages } from '../parts/lifecycle.messages.js';
import type { handsMessages } from '../pipelines/hands.messages.js';
import type { boardMessages } from '../pipelines/messages.js';
import type { backupMessages } from '../storage/backup.messages.js';
import type { storageStateMessages } from '../storage/storage-state.messages.js';

/** Everything a language has to say: one file for each, which is fetched where a page speaks it.
 * Of the refusals, by the codes of docs/spec/problems.md, what is left out is told in English. */
export interface Translation extends Words {
  readonly sentences: AllSentences;
}

/** Makers of the sentences of each feature, under the names they were given by `translated()`. */
export interface AllSentences {
  readonly contact: Sentences<typeof contactMessages>;
  readonly company: Sentences<typeof companyMessages>;
  readonly deal: Sentences<typeof dealMessages>;
  readonly dealRow: Sentences<typeof dealRowMessages>;
  readonly board: Sentences<typeof boardMessages>;
  readonly app: Sentences<typeof appMessages>;
  readonly hands: Sentences<typeof handsMessages>;
  readonly control: Sentences<typeof controlMessages>;
  readonly combobox: Sentences<typeof comboboxMessages>;
  readonly copy: Sentences<typeof copyMessages>;
  readonly inlineEdit: Sentences<typeof inlineEditMessages>;
  readonly timeline: Sentences<typeof timelineMessages>;
  readonly moves: Sentences<typeof moveMessages>;
  readonly composerFoot: Sentences<typeof composerFootMessages>;
  readonly backup: Sentences<typeof backupMessages>;
  readonly storageState: Sentences<typeof storageStateMessages>;
  readonly later: Sentences<typeof laterMessages>;
  readonly lifecycle: Sentences<typeof lifecycleMessages>;
  readonly list: Sentences<typeof listMessages>;
  readonly listFilters: Sentences<typeof filterMessages>;
  readonly listAbsence: Sentences<typeof absenceMessages>;
  readonly listBulk: Sentences<typeof bulkMessages>;
  readonly listViews: Sentences<typeof viewMessages>;
  readonly listEdit: Sentences<typeof editMessages>;
  readonly listColumns: Sentences<typeof columnMessages>;
}

type Sentences<Of> = Of extends Messages<infer One> ? Messages<One>['en'] : never;
