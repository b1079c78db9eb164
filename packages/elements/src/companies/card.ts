import type { Company } from '@kith/core';
import type { Copy } from '../parts/copy.js';
import type { RecordCard } from '../records/record-card.js';
import type { CompanyChanges } from './fields.js';

/** A company's card as its layouts see it. */
export interface CompanyCard extends RecordCard {
  /** The company, once it is there. */
  readonly record: Company | undefined;
  readonly copy: Copy;
  /** Changes fields; answers why not, in the words of `rule` when the schema refuses. */
  save(id: Company['id'], changes: CompanyChanges, label: string, rule?: string): Promise<string | undefined>;
}
