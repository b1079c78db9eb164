import type { Contact } from '@kith/core';
import type { Copy } from '../parts/copy.js';
import type { RecordCard } from '../records/record-card.js';
import type { ContactChanges } from './fields.js';

/** A contact's card as its layouts see it. */
export interface ContactCard extends RecordCard {
  /** The contact, once it is there. */
  readonly record: Contact | undefined;
  readonly copy: Copy;
  /** Changes fields; answers why not, in the words of `rule` when the schema refuses. */
  save(id: Contact['id'], changes: ContactChanges, label: string, rule?: string): Promise<string | undefined>;
}
