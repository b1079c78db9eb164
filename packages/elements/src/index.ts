export { CommandEvent, type CommandNotes, NavigateEvent } from './base/command-event.js';
export { localeContext, setDefaultStore, storeContext, uiContext } from './base/contexts.js';
export { type DefineOptions, defineElement, type ElementClass } from './base/define-element.js';
export { KithElement } from './base/element.js';
export type { Format, PluralForms } from './base/format.js';
export { Live, type LiveHost } from './base/live.js';
export { type Language, type Locale, type LocaleSettings, type Messages, messages } from './base/locale.js';
export type { Question, Toast, Ui, Urgency } from './base/ui.js';
export { installTokens } from './themes/install-tokens.js';
