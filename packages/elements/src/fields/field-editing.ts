import type { FieldDefinition, FieldRegistry } from '@kith/core/fields';
import type { KithElement } from '../base/element.js';
import type { Messages } from '../base/locale.js';

/** The element in whose drawer a field is edited. */
export interface FieldEditingHost extends KithElement {
  announce(text: string): void;
}

/** A field that is being edited, as the parts of its form see it. */
export interface FieldEditing {
  readonly host: FieldEditingHost;
  readonly registry: FieldRegistry;
  /** The definition as it was when editing began; undefined for a new field. */
  readonly before: FieldDefinition | undefined;
  readonly draft: FieldDefinition;
  set(changes: Partial<FieldDefinition>): void;
  say<Sentences>(messages: Messages<Sentences>): Sentences;
}
