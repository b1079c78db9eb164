import type { changeMessages } from '../activities/change-view.messages.js';
import type { composerFootMessages } from '../activities/composer-foot.messages.js';
import type { entryHandsMessages } from '../activities/entry-hands.messages.js';
import type { timelineMessages } from '../activities/messages.js';
import type { moveMessages } from '../activities/move-view.messages.js';
import type { timelineToolsMessages } from '../activities/timeline-tools.messages.js';
import type { appMessages } from '../app/messages.js';
import type { Messages, Words } from '../base/locale.js';
import type { companyMessages } from '../companies/messages.js';
import type { companyPanelMessages } from '../companies/panels.messages.js';
import type { conditionMessages } from '../conditions/condition-rows.messages.js';
import type { consentMessages } from '../contacts/consent.messages.js';
import type { contactMessages } from '../contacts/messages.js';
import type { dealRowMessages } from '../deals/deal-row.messages.js';
import type { lineItemMessages } from '../deals/line-items.messages.js';
import type { dealMessages } from '../deals/messages.js';
import type { dealPartMessages } from '../deals/parts.messages.js';
import type { fieldEditorMessages } from '../fields/field-editor.messages.js';
import type { fieldFormMessages } from '../fields/field-form.messages.js';
import type { removeFieldMessages } from '../fields/remove-field.messages.js';
import type { convertMessages } from '../leads/convert.messages.js';
import type { deskMessages } from '../leads/desk.messages.js';
import type { detailMessages } from '../leads/detail.messages.js';
import type { inboxMessages } from '../leads/messages.js';
import type { absenceMessages } from '../lists/absence.messages.js';
import type { bulkMessages } from '../lists/bulk-bar.messages.js';
import type { editMessages } from '../lists/cell-editor.messages.js';
import type { columnMessages } from '../lists/column-tools.messages.js';
import type { filterMessages } from '../lists/filter-tools.messages.js';
import type { listMessages } from '../lists/messages.js';
import type { viewMessages } from '../lists/saved-views.messages.js';
import type { addressMessages } from '../parts/address.messages.js';
import type { comboboxMessages } from '../parts/combobox.messages.js';
import type { controlMessages } from '../parts/control.messages.js';
import type { copyMessages } from '../parts/copy.messages.js';
import type { detailsMessages } from '../parts/details.messages.js';
import type { inlineEditMessages } from '../parts/inline-edit.messages.js';
import type { laterMessages } from '../parts/later.messages.js';
import type { lifecycleMessages } from '../parts/lifecycle.messages.js';
import type { orderMessages } from '../parts/order.messages.js';
import type { pipelineEditorMessages } from '../pipeline-editor/pipeline-editor.messages.js';
import type { publishMessages } from '../pipeline-editor/publish.messages.js';
import type { stageFormMessages } from '../pipeline-editor/stage-form.messages.js';
import type { templateMessages } from '../pipeline-editor/templates.messages.js';
import type { absenceMessages as boardAbsenceMessages } from '../pipelines/absence.messages.js';
import type { handsMessages } from '../pipelines/hands.messages.js';
import type { limitsMessages } from '../pipelines/limits.messages.js';
import type { boardMessages } from '../pipelines/messages.js';
import type { toolsMessages } from '../pipelines/tools.messages.js';
import type { recordMessages } from '../records/messages.js';
import type { recordStateMessages } from '../records/state.messages.js';
import type { byHandMessages } from '../scoring/by-hand.messages.js';
import type { scoreMessages } from '../scoring/messages.js';
import type { reasonMessages } from '../scoring/reasons.messages.js';
import type { backupMessages } from '../storage/backup.messages.js';
import type { storageStateMessages } from '../storage/storage-state.messages.js';
import type { taskHandsMessages } from '../tasks/hands.messages.js';
import type { taskListMessages } from '../tasks/messages.js';
import type { quickAddMessages } from '../tasks/quick-add.messages.js';

/**
 * The sentences of each feature, under the names they were given by `translated()`. A feature is a folder of src, and has
 * a file in the folder of each language.
 */
export interface Features {
  readonly activities: Said<{
    timeline: typeof timelineMessages;
    moves: typeof moveMessages;
    composerFoot: typeof composerFootMessages;
    timelineTools: typeof timelineToolsMessages;
    fieldChanges: typeof changeMessages;
    entryHands: typeof entryHandsMessages;
  }>;
  readonly app: Said<{ app: typeof appMessages }>;
  readonly companies: Said<{ company: typeof companyMessages; companyPanels: typeof companyPanelMessages }>;
  readonly contacts: Said<{ contact: typeof contactMessages; consent: typeof consentMessages }>;
  readonly conditions: Said<{ conditions: typeof conditionMessages }>;
  readonly deals: Said<{
    deal: typeof dealMessages;
    dealRow: typeof dealRowMessages;
    lineItems: typeof lineItemMessages;
    dealParts: typeof dealPartMessages;
  }>;
  readonly leads: Said<{
    leadInbox: typeof inboxMessages;
    leadDetail: typeof detailMessages;
    leadDesk: typeof deskMessages;
    leadConvert: typeof convertMessages;
  }>;
  readonly fields: Said<{
    fieldEditor: typeof fieldEditorMessages;
    fieldForm: typeof fieldFormMessages;
    removeField: typeof removeFieldMessages;
  }>;
  readonly lists: Said<{
    list: typeof listMessages;
    listColumns: typeof columnMessages;
    listFilters: typeof filterMessages;
    listEdit: typeof editMessages;
    listBulk: typeof bulkMessages;
    listViews: typeof viewMessages;
    listAbsence: typeof absenceMessages;
  }>;
  readonly parts: Said<{
    address: typeof addressMessages;
    control: typeof controlMessages;
    combobox: typeof comboboxMessages;
    copy: typeof copyMessages;
    details: typeof detailsMessages;
    inlineEdit: typeof inlineEditMessages;
    later: typeof laterMessages;
    lifecycle: typeof lifecycleMessages;
    order: typeof orderMessages;
  }>;
  readonly pipelines: Said<{
    boardAbsence: typeof boardAbsenceMessages;
    board: typeof boardMessages;
    hands: typeof handsMessages;
    boardTools: typeof toolsMessages;
    boardLimits: typeof limitsMessages;
  }>;
  readonly pipelineEditor: Said<{
    pipelineEditor: typeof pipelineEditorMessages;
    publishPipeline: typeof publishMessages;
    stageForm: typeof stageFormMessages;
    pipelineTemplates: typeof templateMessages;
  }>;
  readonly scoring: Said<{
    score: typeof scoreMessages;
    scoreReasons: typeof reasonMessages;
    scoreByHand: typeof byHandMessages;
  }>;
  readonly records: Said<{ record: typeof recordMessages; recordState: typeof recordStateMessages }>;
  readonly storage: Said<{ backup: typeof backupMessages; storageState: typeof storageStateMessages }>;
  readonly tasks: Said<{
    taskList: typeof taskListMessages;
    taskHands: typeof taskHandsMessages;
    taskAdd: typeof quickAddMessages;
  }>;
}

/** Everything a language has to say, fetched where a page speaks it. */
export interface Translation extends Words {
  readonly sentences: Together<Features[keyof Features]>;
}

type Said<Feature> = {
  readonly [Name in keyof Feature]: Feature[Name] extends Messages<infer Sentences> ? Messages<Sentences>['en'] : never;
};

type Together<Union> = (Union extends unknown ? (part: Union) => void : never) extends (whole: infer All) => void
  ? All
  : never;
