import type { Activity, Day, Problem } from '@kith/core';
import type { LitElement } from 'lit';
import type { Locale } from '../base/locale.js';
import type { Written } from './note.js';

/** The kinds that are written by hand into the timeline. */
export type ComposedKind = 'note' | 'call' | 'email' | 'task';

/** What somebody has written: something done, or with kind `task` something to do. */
export interface Draft extends Written {
  readonly kind: ComposedKind;
  readonly direction?: NonNullable<Activity['direction']>;
  readonly durationMinutes?: number;
  readonly dueDay?: Day;
}

/** Carries a draft out, says `done` when it is, and answers why not; tells that itself where the box is about something else by then. */
export type SaveDraft = (draft: Draft, done: string, isHere: () => boolean) => Promise<Problem | undefined>;

/** What Composer needs of its element. */
export interface ComposerHost extends LitElement {
  readonly locale: Locale;
}

/** What stands in the fields of the composer, as it was typed. */
export interface ComposerFields {
  readonly text: string;
  readonly body: string;
  readonly minutes: string;
  readonly direction: string;
  readonly dueDay: string;
}

/** An open composer, and what is done in it. */
export interface OpenComposer {
  readonly kind: ComposedKind;
  readonly fields: ComposerFields;
  readonly host: ComposerHost;
  readonly isSaving: boolean;
  /** A control was changed: one with a name and a value. */
  readonly input: (event: Event) => void;
  readonly cancel: () => void;
}
