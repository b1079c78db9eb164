import { fieldRegistry } from '@kith/core/fields';
import { checkFields, checkScheme, fieldLabel, type ScoringScheme } from '@kith/core/scoring';
import { expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';

const registry = fieldRegistry({
  host: [{ on: 'contact', name: 'tier', type: 'number', labels: { en: 'Tier', de: 'Stufe' } }],
});
const schemeOn = (fit: string, event: string): ScoringScheme => ({
  id: 'marketing',
  timeZone: 'UTC',
  fit: { rules: [{ id: 'one', where: { field: fit, is: 'exists', value: true }, points: 1 }] },
  engagement: { rules: [{ id: 'two', where: { field: event, is: 'exists', value: true }, points: 1 }] },
});

it('SC90 names the path of a rule that is no field, where the fields are given', () => {
  const fields = { registry, fit: 'contact', engagement: 'activity' } as const;
  valueOf(checkScheme(schemeOn('customFields.tier', 'kind'), fields));
  valueOf(checkScheme(schemeOn('emails.value', 'customFields.any')));
  const unknown = checkScheme(schemeOn('jobTitel', 'kind'), fields);
  expect(problemOf(unknown)).toMatchObject({ code: 'scoring/unknown-field', path: 'fit.rules.one.where' });
  expect(problemOf(unknown).message).toContain('jobTitle');
  const event = checkScheme(schemeOn('name', 'kidn'), fields);
  expect(problemOf(event)).toMatchObject({ code: 'scoring/unknown-field', path: 'engagement.rules.two.where' });
  valueOf(checkScheme(schemeOn('name', 'kidn'), { registry, fit: 'contact' }));
  valueOf(checkFields(registry, 'deal', ['source', 'amount.minor']));
  expect(problemOf(checkFields(registry, 'deal', ['source', 'sourcce']))).toMatchObject({ path: 'sourcce' });
});

it('SC90 calls the fields of an explanation what people call them', () => {
  expect(fieldLabel(registry, 'contact', 'customFields.tier', 'de-AT')).toBe('Stufe');
  expect(fieldLabel(registry, 'deal', 'amount.minor', 'zh-Hans')).toBe('金额');
  expect(fieldLabel(registry, 'deal', 'nowhere', 'en')).toBe('nowhere');
});
