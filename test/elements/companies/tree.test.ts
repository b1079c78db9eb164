import type { Company } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { type CompanyFigures, companyTree, countOf } from '../../../packages/elements/src/companies/tree.js';

const company = (name: string, parent?: string): Company =>
  ({ id: `company_${name}`, name, ...(parent && { parentId: `company_${parent}` }) }) as unknown as Company;
const open = (minor: number, currency = 'EUR'): CompanyFigures => ({
  openCount: 1,
  open: [{ minor, currency }],
  won: [],
});
const treeOf = (root: string, ...all: readonly Company[]) =>
  companyTree(
    `company_${root}` as Company['id'],
    all,
    new Map(all.map(({ id }, index) => [id, open(10 ** index, index === 3 ? 'USD' : 'EUR')])),
  );

describe('a group of companies', () => {
  it('CD61 is a tree by name, its figures rolled up for each currency by itself', () => {
    const root = treeOf('a', company('a'), company('c', 'a'), company('b', 'a'), company('d', 'b'));
    expect(root?.subsidiaries.map((node) => node.company.name)).toEqual(['b', 'c']);
    expect(root?.own.open).toEqual([{ minor: 1, currency: 'EUR' }]);
    expect(root?.all).toMatchObject({ openCount: 4 });
    expect(root?.all.open).toEqual(
      expect.arrayContaining([
        { minor: 111, currency: 'EUR' },
        { minor: 1_000, currency: 'USD' },
      ]),
    );
    expect(root && countOf(root)).toBe(4);
  });

  it('CD61 cuts a circle of parents and counts each company once', () => {
    const root = treeOf('a', company('a', 'c'), company('b', 'a'), company('c', 'b'));
    expect(root && countOf(root)).toBe(3);
    expect(root?.all.openCount).toBe(3);
    const own = treeOf('a', company('a', 'a'));
    expect(own && countOf(own)).toBe(1);
  });

  it('CD61 is nothing without its root', () => {
    expect(treeOf('z', company('a'))).toBeUndefined();
  });
});
