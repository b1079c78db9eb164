import { type Deal, isDay } from '@kith/core';
import type { Format } from '../base/format.js';
import type { EditableField } from '../parts/inline-edit.js';
import type { DealChanges } from './fields.js';
import type { DealSentences } from './messages.js';

/** What the rows need besides the deal. */
export interface NextStepOptions {
  readonly say: DealSentences;
  readonly format: Format;
  readonly save: (changes: DealChanges) => Promise<string | undefined>;
}

/** What was agreed to do next, and when. The day can be set once there is something to do. */
export function nextStepFields({ nextStep }: Deal, { say, format, save }: NextStepOptions): readonly EditableField[] {
  const what: EditableField = {
    name: 'nextStepSubject',
    label: say.nextSubject,
    text: nextStep?.subject ?? '',
    save: (subject) => save({ nextStep: subject ? { kind: 'task', ...nextStep, subject } : undefined }),
  };
  if (!nextStep) return [what];
  const when: EditableField = {
    name: 'nextStepDay',
    label: say.nextDay,
    kind: 'day',
    text: nextStep.day ?? '',
    shown: nextStep.day && format.day(nextStep.day),
    save: (day) => save({ nextStep: { ...nextStep, day: isDay(day) ? day : undefined } }),
  };
  return [what, when];
}
