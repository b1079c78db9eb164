import type { Collection, Identified } from '../collection.js';
import { companies } from '../companies/collection.js';
import { contacts } from '../contacts/collection.js';
import { leads } from '../leads/collection.js';
import type { SourceName } from './collection.js';

/** The collections in which duplicates are looked for. */
export const SOURCES: Readonly<Record<SourceName, Collection<Identified & { readonly name: string }>>> = {
  leads: leads as never,
  contacts: contacts as never,
  companies: companies as never,
};

export const SOURCE_NAMES: readonly SourceName[] = ['leads', 'contacts', 'companies'];
