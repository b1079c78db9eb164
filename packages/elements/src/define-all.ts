import { KithTimeline } from './activities/timeline.js';
import { KithApp } from './app/app.js';
import { type DefineOptions, defineElement, type ElementClass } from './base/define-element.js';
import { KithCompanyCard } from './companies/company-card.js';
import { KithContactCard } from './contacts/contact-card.js';
import { KithDealPanel } from './deals/deal-panel.js';
import { KithFieldEditor } from './fields/field-editor.js';
import { KithLeadInbox } from './leads/lead-inbox.js';
import { KithContactList } from './lists/contact-list.js';
import { KithList } from './lists/list.js';
import { KithPipelineEditor } from './pipeline-editor/pipeline-editor.js';
import { KithPipelineBoard } from './pipelines/pipeline-board.js';
import { KithScoreExplain } from './scoring/score-explain.js';
import { KithBackup } from './storage/backup.js';
import { KithStorageState } from './storage/storage-state.js';
import { KithTaskList } from './tasks/task-list.js';

/** Every element of Kith. The app stands first, so that it is there when those inside it wake up. */
export const elementClasses: readonly ElementClass[] = [
  KithApp,
  KithPipelineBoard,
  KithList,
  KithContactList,
  KithContactCard,
  KithCompanyCard,
  KithDealPanel,
  KithTimeline,
  KithScoreExplain,
  KithTaskList,
  KithLeadInbox,
  KithBackup,
  KithStorageState,
  KithFieldEditor,
  KithPipelineEditor,
];

/** Registers every element: `define({ prefix: 'my' })` makes `<my-app>`, `<my-pipeline-board>` and so on. */
export function define(options: DefineOptions = {}): void {
  for (const elementClass of elementClasses) defineElement(elementClass, options);
}
