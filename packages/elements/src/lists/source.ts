import type { Collection, Command, Identified } from '@kith/store';
import { companies, contacts, deals } from '@kith/store';

/** What a list lists: a collection, which of its fields stand in columns at first, and how a row is changed. */
export interface ListSource {
  /** The kind of entity, for its fields and for `kith-navigate`: `contact`. */
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: variance
  readonly collection: Collection<any>;
  /** Paths of fields, the one that names a row first. */
  readonly columns: readonly string[];
  /** Changes fields of one row. Without it nothing is edited in the list. */
  readonly edit?: ((id: string, changes: Readonly<Record<string, unknown>>) => Command<Identified>) | undefined;
  /** Top-level fields that `edit` does not take. */
  readonly fixed?: readonly string[];
}

/** People. */
export const contactSource: ListSource = {
  kind: 'contact',
  collection: contacts.collection,
  columns: ['name', 'jobTitle', 'companyId', 'lifecycleStage', 'emails.value', 'ownerId', 'tags', 'modifiedAt'],
  edit: (id, changes) => contacts.edit({ id: id as never, changes }),
};

/** Organisations. */
export const companySource: ListSource = {
  kind: 'company',
  collection: companies.collection,
  columns: ['name', 'industry', 'lifecycleStage', 'employees', 'annualRevenue', 'ownerId', 'tags', 'modifiedAt'],
  edit: (id, changes) => companies.edit({ id: id as never, changes }),
};

/** Chances to sell. Their stage, status and outcome have commands of their own. */
export const dealSource: ListSource = {
  kind: 'deal',
  collection: deals.collection,
  columns: ['name', 'companyId', 'stageId', 'status', 'amount', 'expectedCloseDay', 'ownerId', 'tags'],
  edit: (id, changes) => deals.edit({ id: id as never, changes }),
  fixed: ['pipelineId', 'stageId', 'status'],
};

/** The sources that Kith comes with, by kind. */
export const builtInSources: Readonly<Record<string, ListSource>> = {
  contact: contactSource,
  company: companySource,
  deal: dealSource,
};
