import type { Company, Money } from '@kith/core';
import { sumByCurrency } from '@kith/core';

/** What the deals of a company come to. */
export interface CompanyFigures {
  readonly openCount: number;
  readonly open: readonly Money[];
  readonly won: readonly Money[];
}

/** A company in its group, with its own figures and those of everything below it. */
export interface CompanyNode {
  readonly company: Company;
  /** Without those of its subsidiaries. */
  readonly own: CompanyFigures;
  /** With those of its subsidiaries, at any depth. */
  readonly all: CompanyFigures;
  readonly subsidiaries: readonly CompanyNode[];
}

const NONE: CompanyFigures = { openCount: 0, open: [], won: [] };

/**
 * The group of companies below one, by name, its figures rolled up: each company counts once. Where companies stand in a
 * circle, the circle is cut before it comes back to one that is there already.
 */
export function companyTree(
  rootId: Company['id'],
  companies: readonly Company[],
  figuresById: ReadonlyMap<string, CompanyFigures>,
): CompanyNode | undefined {
  const byParent = new Map<string, Company[]>();
  for (const company of companies) {
    const siblings = company.parentId && byParent.get(company.parentId);
    if (siblings) siblings.push(company);
    else if (company.parentId) byParent.set(company.parentId, [company]);
  }
  const seen = new Set<string>();
  const nodeOf = (company: Company): CompanyNode => {
    seen.add(company.id);
    const own = figuresById.get(company.id) ?? NONE;
    const subsidiaries = (byParent.get(company.id) ?? [])
      .toSorted((left, right) => left.name.localeCompare(right.name))
      .flatMap((each) => (seen.has(each.id) ? [] : [nodeOf(each)]));
    return { company, own, all: together([own, ...subsidiaries.map(({ all }) => all)]), subsidiaries };
  };
  const root = companies.find(({ id }) => id === rootId);
  return root && nodeOf(root);
}

/** Figures added up, for each currency by itself. */
const together = (figures: readonly CompanyFigures[]): CompanyFigures => ({
  openCount: figures.reduce((sum, { openCount }) => sum + openCount, 0),
  open: sumByCurrency(figures.flatMap(({ open }) => open)),
  won: sumByCurrency(figures.flatMap(({ won }) => won)),
});

/** How many companies there are in a tree. */
export const countOf = ({ subsidiaries }: CompanyNode): number =>
  subsidiaries.reduce((sum, each) => sum + countOf(each), 1);
