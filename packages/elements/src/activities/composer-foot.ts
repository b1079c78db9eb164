import { type Activity, isDay, type Problem } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { readNumber } from '../base/read-number.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { composerFootMessages } from './composer-foot.messages.js';
import { composerFootStyles } from './composer-foot.styles.js';
import type { ComposedKind, ComposerFields, ComposerHost, Draft, OpenComposer } from './draft.js';
import { splitNote } from './note.js';

/** Gives the element of a composer the looks of what follows. */
export const styleFoot = (host: ComposerHost): void => addStyles(host, fieldStyles, composerFootStyles);

/** The text of an e-mail, under its subject. */
export const composerBody = ({ fields, locale, input }: OpenComposer): TemplateResult => {
  const say = sentencesIn(composerFootMessages, locale);
  return html`<textarea class="bare body" name="body" rows="3" dir="auto" aria-label=${say.body} placeholder=${say.body} .value=${fields.body} @input=${input}></textarea>`;
};

/** What an open composer asks beyond the text, by kind, and the buttons that end it. Fetched when it is first opened. */
export function composerFoot({ kind, fields, locale, isSaving, input, cancel }: OpenComposer): TemplateResult {
  const say = sentencesIn(composerFootMessages, locale);
  return html`
    <div class="foot">
      ${
        kind === 'call' || kind === 'email'
          ? html`
            <span class="select icon-small">
              <select class="input" name="direction" aria-label=${say.direction} .value=${fields.direction} @change=${input}>
                <option value="outbound">${say.outbound[kind]}</option>
                <option value="inbound">${say.inbound[kind]}</option>
              </select>
              ${icon(down)}
            </span>
          `
          : nothing
      }
      ${kind === 'call' ? html`<label class="input minutes"><input name="minutes" inputmode="numeric" maxlength="4" autocomplete="off" aria-label=${say.minutes} .value=${fields.minutes} @input=${input} /><span class="affix">${say.minutes}</span></label>` : nothing}
      ${kind === 'task' ? html`<label class="due"><span class="small muted">${say.dueDay}</span><input class="input" type="date" name="dueDay" .value=${fields.dueDay} @input=${input} /></label>` : nothing}
      <span class="actions">
        <button type="button" class="button quiet small" @click=${cancel}>${say.cancel}</button>
        <button type="submit" class="button primary small" aria-disabled=${isSaving ? 'true' : nothing}>${say.save[kind]}</button>
      </span>
    </div>
  `;
}

/** What is written, in the shape of its kind. */
export function draftOf(kind: ComposedKind, fields: ComposerFields, { lang }: Locale): Draft {
  const { text, body, minutes, direction, dueDay } = fields;
  switch (kind) {
    case 'note':
      return { kind, ...splitNote(text) };
    case 'call': {
      const count = Number.parseInt(readNumber(minutes, lang) ?? '', 10);
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

/** What is said when nothing was written. */
export const nothingWritten = (locale: Locale): string => sentencesIn(composerFootMessages, locale).empty;

/** What is said when an entry of a kind has been saved. */
export const savedText = (kind: ComposedKind, locale: Locale): string =>
  sentencesIn(composerFootMessages, locale).done[kind];

/** Why an entry was not taken. */
export const refusedText = (problem: Problem, locale: Locale): string => problemText(problem, locale);

const directionOf = (value: string): NonNullable<Activity['direction']> =>
  value === 'inbound' ? 'inbound' : 'outbound';
