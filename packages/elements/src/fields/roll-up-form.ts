import { type Field, type FieldDefinition } from '@kith/core/fields';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import type { ConditionRows } from '../conditions/condition-rows.js';
import { select } from '../parts/controls.js';
import { field } from '../parts/field.js';
import type { FieldEditing } from './field-editing.js';
import { fieldFormMessages } from './field-form.messages.js';

type RollUp = NonNullable<FieldDefinition['rollUp']>;

const TAKES = ['count', 'sum', 'min', 'max', 'last'] as const;
const SUMMED: readonly Field['valueType'][] = ['number', 'percent', 'money'];
const ORDERED: readonly Field['valueType'][] = [...SUMMED, 'day', 'instant'];

/** The kinds whose rows point at a kind, each with the fields that do. */
const pointersAt = ({ registry, draft }: FieldEditing): readonly Field[] =>
  registry.entities.flatMap(({ kind }) =>
    registry
      .fieldsOf(kind)
      .filter(
        ({ valueType, to, isReadOnly }) =>
          !isReadOnly && (valueType === 'reference' ? to === draft.on : valueType === 'user' && draft.on === 'user'),
      ),
  );

/** The first roll-up that a kind can have: how many rows point at it. */
export function firstRollUp(editing: FieldEditing): RollUp | undefined {
  const [pointer] = pointersAt(editing);
  return pointer && { of: pointer.on, by: pointer.path, take: 'count' };
}

/** What a roll-up counts or adds up: which rows, by which link, what of them, and which of them count. */
export function rollUpForm(
  editing: FieldEditing,
  conditions: ConditionRows,
  errorAt: (path: string) => string | undefined,
): TemplateResult {
  const say = editing.say(fieldFormMessages);
  const { registry, draft, host } = editing;
  const { locale } = host;
  const { rollUp } = draft;
  const pointers = pointersAt(editing);
  if (!rollUp || pointers.length === 0) return html`<p class="field-help">${say.rollUpNone}</p>`;
  const set = (changes: Partial<RollUp>): void => {
    const next = Object.entries({ ...rollUp, ...changes }).filter(([, value]) => value !== undefined && value !== '');
    editing.set({ rollUp: Object.fromEntries(next) as RollUp });
  };
  const choiceOf = (each: Field): { readonly value: string; readonly label: string } => ({
    value: each.path,
    label: labelOf(each, locale),
  });
  const kinds = [...new Set(pointers.map(({ on }) => on))].map((kind) => ({
    value: kind,
    label: labelOf({ labels: registry.entity(kind)?.plural, name: kind }, locale),
  }));
  const by = pointers.filter(({ on }) => on === rollUp.of);
  const theirs = registry.fieldsOf(rollUp.of).filter(({ isMany, valueType }) => !isMany || valueType === 'money');
  const taken = theirs.filter(
    ({ valueType }) => rollUp.take === 'last' || (rollUp.take === 'sum' ? SUMMED : ORDERED).includes(valueType),
  );
  const part = (path: 'of' | 'by' | 'take' | 'field' | 'order', label: string) => ({
    id: `roll-up-${path}`,
    label,
    error: errorAt(`rollUp.${path}`),
    value: rollUp[path] ?? '',
  });
  const ofOptions = part('of', say.rollUpOf);
  const byOptions = part('by', say.rollUpBy);
  const takeOptions = part('take', say.take);
  const fieldOptions = part('field', say.takenField);
  const orderOptions = part('order', say.orderField);
  return html`
    <div class="pair">
      ${field(ofOptions, select({ ...ofOptions, choices: kinds, onChange: (of) => set({ of, by: pointers.find(({ on }) => on === of)?.path ?? '', field: undefined, order: undefined, where: undefined }) }))}
      ${by.length > 1 ? field(byOptions, select({ ...byOptions, choices: by.map(choiceOf), onChange: (path) => set({ by: path }) })) : nothing}
      ${field(takeOptions, select({ ...takeOptions, choices: TAKES.map((value) => ({ value, label: say.takes[value] })), onChange: (take) => set({ take: take as RollUp['take'], field: undefined, order: undefined }) }))}
      ${rollUp.take === 'count' ? nothing : field(fieldOptions, select({ ...fieldOptions, none: '', choices: taken.map(choiceOf), onChange: (path) => set({ field: path }) }))}
      ${rollUp.take === 'last' ? field(orderOptions, select({ ...orderOptions, none: '', choices: theirs.filter(({ valueType }) => ORDERED.includes(valueType) && valueType !== 'money').map(choiceOf), onChange: (path) => set({ order: path }) })) : nothing}
    </div>
    ${conditions.render({
      label: say.where,
      none: say.whereAll,
      fields: registry.fieldsOf(rollUp.of),
      filter: rollUp.where,
      set: (where) => set({ where }),
      error: errorAt('rollUp.where'),
    })}
  `;
}
