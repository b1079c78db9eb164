import { checkParent, type Id } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';

const id = (name: string) => `company_${name}` as Id<'company'>;
const check = (parents: Readonly<Record<string, string>>, company: string, parent: string) => {
  const before = JSON.stringify(parents);
  const result = checkParent(id(company), id(parent), (child) => {
    const name = parents[child.slice('company_'.length)];
    return name === undefined ? undefined : id(name);
  });
  expect(JSON.stringify(parents)).toBe(before);
  return result;
};

describe('companies', () => {
  it('E4, E11 is no ancestor of itself, however deep', () => {
    const parents = { plant: 'subsidiary', subsidiary: 'holding', other: 'holding' };
    expect(valueOf(check(parents, 'other', 'subsidiary'))).toBe('company_subsidiary');
    expect(problemOf(check(parents, 'holding', 'plant'))).toMatchObject({
      code: 'companies/own-ancestor',
      path: 'parentId',
    });
    expect(problemOf(check(parents, 'holding', 'holding')).code).toBe('companies/own-ancestor');
    const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index + 1}`, `c${index}`]));
    expect(problemOf(check(chain, 'c0', 'c10000')).code).toBe('companies/own-ancestor');
  });

  it('E5 is not hung by a circle that is there already', () => {
    expect(valueOf(check({ a: 'b', b: 'a' }, 'c', 'a'))).toBe('company_a');
    expect(valueOf(check({ a: 'a' }, 'c', 'a'))).toBe('company_a');
  });
});
