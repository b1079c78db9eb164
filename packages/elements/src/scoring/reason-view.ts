import type { Field } from '@kith/core/fields';
import type { EngagementRule } from '@kith/core/scoring';
import type { ScoringPlan } from '@kith/store/scoring';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { filterText, isSayable } from '../conditions/filter-text.js';
import type { Reason, Reasons } from './reasons.js';
import type { ReasonSentences } from './reasons.messages.js';
import { ruleWords, textOf } from './rule-words.js';
import { oddsText, signed } from './signed.js';

/** What reasons are put in words with. */
export interface ReasonContext {
  readonly plan: ScoringPlan;
  /** What rules are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** Fields of what is scored, and of what is done. */
  readonly fields: readonly Field[];
  readonly eventFields: readonly Field[];
  /** Whether the score is older than what explains it. */
  readonly isDue: boolean;
  readonly locale: Locale;
  readonly say: ReasonSentences;
}

/** What a reason is called. */
export function reasonLabel({ about }: Reason, context: ReasonContext): string {
  const { plan, names, fields, eventFields, say, locale, isDue } = context;
  switch (about.kind) {
    case 'rest':
      return isDue ? say.sinceThen : say.unseen;
    case 'limit':
      return about.group === undefined ? say.limitOf[about.of] : say.limitOfGroup(names[about.group] ?? about.group);
    case 'rule': {
      const { rule: id, axis } = about;
      const rule = 'scheme' in plan ? plan.scheme[axis].rules.find((each) => each.id === id) : undefined;
      const known = axis === 'fit' ? fields : eventFields;
      if (names[id] !== undefined || !rule) return names[id] ?? id;
      const words = ruleWords(rule.where, { fields: known, locale, say });
      return words ?? (isSayable(rule.where, known) ? filterText(rule.where, known, locale) : id);
    }
    case 'value': {
      const field = fields.find(({ path }) => path === about.field);
      const label = names[about.field] ?? (field ? labelOf(field, locale) : nameOf(about.field, say));
      if (about.value === undefined) return say.empty(label);
      const shown = names[about.value] ?? textOf(about.value, field, { locale, say });
      // An id says nothing to a person.
      return shown === undefined ? label : say.is(label, shown);
    }
  }
}

/** What a counted stage is called; any other field that nobody knows keeps its path. */
const nameOf = (path: string, say: ReasonSentences): string => (path === 'stage' ? say.stage : path);

/** What was counted of a rule and what was taken off again, and why; empty for what simply holds. */
export function reasonNotes({ about, events }: Reason, { plan, say, locale }: ReasonContext): readonly string[] {
  if (!events || about.kind !== 'rule' || !('scheme' in plan)) return [];
  const { format } = locale;
  const rule: EngagementRule | undefined = plan.scheme.engagement.rules.find(({ id }) => id === about.rule);
  const isCut = Math.abs(events.dailyCap) + Math.abs(events.decay) + Math.abs(events.cap) > 0.05;
  return [
    say.times(events.times),
    ...(isCut ? [say.inFull(signed(events.full, format))] : []),
    ...(isAny(events.dailyCap)
      ? [say.dailyCap(signed(events.dailyCap, format), format.number(rule?.dailyCap ?? 0))]
      : []),
    ...(isAny(events.decay) ? [say.decay(signed(events.decay, format))] : []),
    ...(isAny(events.cap) ? [say.cap(signed(events.cap, format), format.number(rule?.cap ?? 0))] : []),
    ...(rule?.halfLifeDays === undefined ? [] : [say.halfLife(rule.halfLifeDays)]),
    ...(rule?.windowDays === undefined ? [] : [say.window(rule.windowDays)]),
  ];
}

const isAny = (points: number): boolean => Math.abs(points) >= 0.05;

/** How much a reason pushes, as it is written in its row. */
export const reasonFigure = ({ push }: Reason, unit: Reasons['unit'], { locale }: ReasonContext): string =>
  unit === 'odds' ? oddsText(push, locale.format) : signed(push, locale.format);
