export { KithTimeline } from './activities/timeline.js';
export { type TimelineView, TimelineViewEvent } from './activities/timeline-view.js';
export { KithApp } from './app/app.js';
export { carryOutCommands } from './app/carry-out.js';
export { CommandEvent, type CommandNotes, NavigateEvent } from './base/command-event.js';
export { localeContext, setDefaultStore, storeContext, uiContext } from './base/contexts.js';
export { type DefineOptions, defineElement, type ElementClass } from './base/define-element.js';
export { KithElement } from './base/element.js';
export type { Format, PluralForms } from './base/format.js';
export { Live, type LiveHost } from './base/live.js';
export { type Language, type Locale, type Messages, messages } from './base/locale.js';
export type { LocaleSettings } from './base/locale-settings.js';
export type { Question, Toast, Ui, Urgency } from './base/ui.js';
export { KithCompanyCard } from './companies/company-card.js';
export { KithContactCard } from './contacts/contact-card.js';
export { KithDealPanel } from './deals/deal-panel.js';
export { define } from './define-all.js';
export { KithFieldEditor } from './fields/field-editor.js';
export type { InboxPlace, InboxSort, InboxStatus } from './leads/inbox-place.js';
export { KithLeadInbox } from './leads/lead-inbox.js';
export { KithContactList } from './lists/contact-list.js';
export { KithList } from './lists/list.js';
export type { ListFilter } from './lists/list-filter.js';
export { type ListOrder, type ListView, ListViewEvent, type NamedView, type ViewColumn } from './lists/list-view.js';
export type { Selection } from './lists/selection.js';
export { SelectionEvent } from './lists/selection-event.js';
export { companySource, contactSource, dealSource, type ListSource } from './lists/source.js';
export { KithPipelineEditor } from './pipeline-editor/pipeline-editor.js';
export {
  BeforeMoveEvent,
  type BoardMove,
  MoveEvent,
  MoveRejectedEvent,
} from './pipelines/board-events.js';
export {
  type BoardDraft,
  type BoardMoveInput,
  type BoardRow,
  type BoardSource,
  dealBoard,
} from './pipelines/board-source.js';
export { type BoardView, BoardViewEvent } from './pipelines/board-view.js';
export type { CardContent, CardRenderer } from './pipelines/card.js';
export type { MoveOutcome, MoveTo } from './pipelines/move-to.js';
export { KithPipelineBoard } from './pipelines/pipeline-board.js';
export { KithScoreExplain } from './scoring/score-explain.js';
export { KithBackup } from './storage/backup.js';
export { RestoreEvent } from './storage/restore-event.js';
export { KithStorageState } from './storage/storage-state.js';
export { KithTaskList } from './tasks/task-list.js';
export { installTokens } from './themes/install-tokens.js';
