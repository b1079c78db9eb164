import { type Activity, isDay, type Problem } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { input, select, textarea } from '../parts/controls.js';
import { KithDayInput } from '../parts/day-input.js';
import { fieldStyles } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { composerFootMessages } from './composer-foot.messages.js';
import { composerFootStyles } from './composer-foot.styles.js';
import type { ComposedKind, ComposerFields, ComposerHost, Draft, OpenComposer } from './draft.js';
import { entryHandsMessages } from './entry-hands.messages.js';
import { minutesIn } from './minutes.js';
import { splitNote } from './note.js';

/** Gives the element of a composer the looks of what follows. */
export const styleFoot = (host: ComposerHost): void => addStyles(host, fieldStyles, composerFootStyles);

/** The text of an e-mail, under its subject. */
export const composerBody = ({ fields, host, input }: OpenComposer): TemplateResult => {
  const { body } = sentencesIn(composerFootMessages, host.locale);
  const of = { id: 'composer-body', label: body, isBare: true, name: 'body', placeholder: body, value: fields.body };
  return html`<div class="text" @input=${input}>${textarea(of)}</div>`;
};

/** What an open composer asks beyond the text, by kind, and the buttons that end it. Fetched when it is first opened. */
export function composerFoot(composer: OpenComposer): TemplateResult {
  const { kind, host, isSaving, input: changed, cancel } = composer;
  const say = sentencesIn(composerFootMessages, host.locale);
  return html`
    <div class="foot" @input=${changed} @change=${changed}>
      ${kind === 'call' || kind === 'email' ? directionField(kind, composer) : nothing}
      ${kind === 'call' ? minutesField(composer) : nothing}
      ${kind === 'task' ? dueField(composer) : nothing}
      <span class="actions">
        <button type="button" class="button quiet small" @click=${cancel}>${say.cancel}</button>
        <button type="submit" class="button primary small" aria-disabled=${isSaving ? 'true' : nothing}>${say.save[kind]}</button>
      </span>
    </div>
  `;
}

function directionField(kind: 'call' | 'email', { fields, host }: OpenComposer): TemplateResult {
  const say = sentencesIn(composerFootMessages, host.locale);
  return select({
    id: 'composer-direction',
    label: say.direction,
    isBare: true,
    name: 'direction',
    value: fields.direction,
    choices: (['outbound', 'inbound'] as const).map((value) => ({ value, label: say[value][kind] })),
  });
}

function minutesField({ fields, host }: OpenComposer): TemplateResult {
  const { minutes } = sentencesIn(composerFootMessages, host.locale);
  const of = {
    id: 'composer-minutes',
    label: minutes,
    isBare: true,
    name: 'minutes',
    mode: 'numeric',
    longest: 4,
  } as const;
  return html`<span class="minutes">${input({ ...of, after: minutes, value: fields.minutes })}</span>`;
}

function dueField({ fields, host }: OpenComposer): TemplateResult {
  const { dueDay } = sentencesIn(composerFootMessages, host.locale);
  const of = { id: 'composer-day', label: dueDay };
  const value = isDay(fields.dueDay) ? fields.dueDay : undefined;
  return html`<span class="due"><label for="composer-day" class="small muted">${dueDay}</label>${nest(host, KithDayInput, wired(of, { name: 'dueDay', value }))}</span>`;
}

/** What is written, in the shape of its kind. */
export function draftOf(kind: ComposedKind, fields: ComposerFields, { lang }: Locale): Draft {
  const { text, body, minutes, direction, dueDay } = fields;
  switch (kind) {
    case 'note':
      return { kind, ...splitNote(text) };
    case 'call': {
      const count = minutesIn(minutes, lang) ?? 0;
      return {
        kind,
        ...splitNote(text),
        direction: directionOf(direction),
        ...(count > 0 && { durationMinutes: count }),
      };
    }
    case 'email':
      return {
        kind,
        subject: text.trim(),
        direction: directionOf(direction),
        ...(body.trim() && { body: body.trim() }),
      };
    case 'task':
      return { kind, subject: text.trim(), ...(isDay(dueDay) && { dueDay }) };
  }
}

/** Why what was written cannot be saved as it is; undefined where it can. */
export function unreadText(kind: ComposedKind, { text, minutes }: ComposerFields, locale: Locale): string | undefined {
  if (text.trim() === '') return sentencesIn(composerFootMessages, locale).empty;
  const isUnread = kind === 'call' && minutes.trim() !== '' && minutesIn(minutes, locale.lang) === undefined;
  return isUnread ? sentencesIn(entryHandsMessages, locale).form.noMinutes : undefined;
}

/** What is said when an entry of a kind has been saved. */
export const savedText = (kind: ComposedKind, locale: Locale): string =>
  sentencesIn(composerFootMessages, locale).done[kind];

/** Why an entry was not taken. */
export const refusedText = (problem: Problem, locale: Locale): string => problemText(problem, locale);

const directionOf = (value: string): NonNullable<Activity['direction']> =>
  value === 'inbound' ? 'inbound' : 'outbound';
