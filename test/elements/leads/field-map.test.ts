import { fieldRegistry } from '@kith/core/fields';
import { describe, expect, it } from 'vitest';
import { fieldsFor, gainedBy, unmappedOf } from '../../../packages/elements/src/leads/field-map.js';

const lead = {
  id: 'lead_1',
  name: 'Léa',
  status: 'qualified',
  companyName: 'Brama',
  message: 'Hello',
  source: 'Fair',
  answers: { size: 'L' },
  utm: { campaign: 'Autumn' },
  description: 'Old customer',
  createdAt: 'x',
  modifiedAt: 'x',
  statusEnteredAt: 'x',
} as never as Parameters<typeof unmappedOf>[0];

describe('what of a lead goes where', () => {
  it('IB12 names what no target takes by itself, and what only another one would take', () => {
    const paths = (...targets: Parameters<typeof unmappedOf>[1][number][]) =>
      unmappedOf(lead, targets).map(({ from }) => from);
    expect(paths('company', 'contact', 'deal')).toEqual(['answers.size', 'utm.campaign', 'description']);
    expect(paths('company')).toEqual(['name', 'message', 'source', 'answers.size', 'utm.campaign', 'description']);
  });

  it('IB12 offers the fields that could take a value', () => {
    const fields = fieldRegistry().fieldsOf('deal');
    const texts = fieldsFor('L', fields).map(({ path }) => path);
    expect(texts).toContain('description');
    expect(texts).not.toContain('amount');
    expect(texts).not.toContain('status');
    expect(fieldsFor({ minor: 1, currency: 'EUR' }, fields).map(({ path }) => path)).toContain('amount');
  });

  it('IB11 tells what an existing row gains', () => {
    const before = { id: 'company_1', name: 'Brama', website: 'x' } as never;
    expect(
      gainedBy(before, { id: 'company_1', name: 'Brama', website: 'x', industry: 'Retail', modifiedAt: 'y' }),
    ).toEqual(['industry']);
  });
});
