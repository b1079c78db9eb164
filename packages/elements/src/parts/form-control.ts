import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { advise } from '#advise';
import { KithElement } from '../base/element.js';
import { describedBy, type FieldOptions } from './field.js';

/** What a control holds is wrong in these ways, in a sentence that says what to do. */
export interface Wrong {
  readonly flags: ValidityStateFlags;
  readonly message: string;
}

/**
 * A control whose value no native control can hold, as a part of any form: it is sent, validated, reset, restored and
 * disabled like an `<input>`, a `<label for>` names it and a press on the label goes to it, and what its
 * `aria-describedby` refers to describes the field inside.
 */
export abstract class FormControl extends KithElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  protected readonly internals: ElementInternals = this.attachInternals();

  /** Whether a fieldset around it is disabled. */
  @state() protected isFieldsetDisabled = false;
  /** Whether the person has left it once: nothing is said to be wrong before. */
  @state() protected isVisited = false;
  #custom = '';
  /** Whether something was typed that has not been told as a change. */
  protected isTyping = false;

  /** What it is sent as. */
  @property({ reflect: true }) name = '';
  /** Its name where no `<label>` gives it one. */
  @property() label = '';
  /** The ids of what describes it. */
  @property({ reflect: true, attribute: 'aria-describedby' }) note: string | null = null;
  /** It must hold something before the form is sent. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Nothing can be done with it, and it is not sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** It is read and sent, and nobody changes it. */
  @property({ type: Boolean, reflect: true, attribute: 'readonly' }) readOnly = false;
  /** Drawn as wrong, for what only the page can know; the sentence stands in the field around it. */
  @property({ type: Boolean, reflect: true }) invalid = false;

  constructor() {
    super();
    this.addEventListener('focusout', () => {
      this.isVisited = true;
      this.done();
    });
    this.addEventListener('keydown', this.#onEnter);
    this.addEventListener('invalid', () => {
      this.isVisited = true;
    });
  }

  /** The form it is a part of. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** The labels that name it. */
  get labels(): NodeList {
    return this.internals.labels;
  }
  /** What is wrong with what it holds, as of a native field. */
  get validity(): ValidityState {
    this.hold();
    return this.internals.validity;
  }
  /** The sentence that says what is wrong; empty when nothing is. */
  get validationMessage(): string {
    this.hold();
    return this.internals.validationMessage;
  }
  /** Whether it is looked at before the form is sent. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether what it holds is right; tells `invalid` when it is not. */
  checkValidity(): boolean {
    this.hold();
    return this.internals.checkValidity();
  }
  /** Selects what stands in its field: what is typed next takes its place. */
  select(): void {
    this.field?.select();
  }
  /** Like checkValidity(), and shows what is wrong. */
  reportValidity(): boolean {
    this.hold();
    return this.internals.reportValidity();
  }
  /** Makes it invalid with a sentence of the page; an empty one takes that back. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.requestUpdate();
    this.hold();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isFieldsetDisabled = isDisabled;
  }
  formResetCallback(): void {
    this.isVisited = false;
    this.reset();
    this.hold();
  }
  formStateRestoreCallback(kept: string | File | FormData | null): void {
    if (typeof kept === 'string') this.restore(kept);
  }

  /** Back to what it was at first. */
  protected abstract reset(): void;
  /** Back to what was kept when the page was left. */
  protected abstract restore(kept: string): void;
  /** What is sent under its name (null: nothing), and what the browser keeps to restore it. */
  protected abstract submission(): { readonly sent: string | FormData | null; readonly kept: string };
  /** What is wrong with what it holds. */
  protected abstract wrong(): Wrong | undefined;

  /** The field inside. */
  protected get field(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input') ?? null;
  }
  /** Whether a person is in the field; they still are while another window has the keyboard. */
  protected get isInField(): boolean {
    const { activeElement } = this.renderRoot as ShadowRoot;
    return activeElement !== null && activeElement === this.field;
  }
  protected get isDisabled(): boolean {
    return this.disabled || this.isFieldsetDisabled;
  }
  /** Whether to draw it as wrong. */
  protected get isWrong(): boolean {
    return this.invalid || (this.isVisited && !this.internals.validity.valid);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.hold();
  }
  protected override updated(): void {
    // The form may have to point at the field, which is there only now.
    this.hold();
    this.#nameField();
  }

  /** Tells the form what is held now. */
  protected hold(): void {
    const { sent, kept } = this.submission();
    this.internals.setFormValue(sent, kept);
    const wrong = this.#custom ? { flags: { customError: true }, message: this.#custom } : this.wrong();
    if (wrong && !this.readOnly) this.internals.setValidity(wrong.flags, wrong.message, this.field ?? undefined);
    else this.internals.setValidity({});
  }

  /** A person has typed: tells `input` now, and `change` when they are done. */
  protected typed(event: Event): void {
    // The field's own event would be a second one.
    event.stopPropagation();
    this.isTyping = true;
    this.requestUpdate();
    this.hold();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  /** What was typed counts now. */
  protected done(): void {
    if (this.isTyping) this.decided();
  }

  /** A person has changed it for good: tells `change`. */
  protected decided(): void {
    this.isTyping = false;
    this.requestUpdate();
    this.hold();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The field takes its name and its note from outside: ids do not reach through a shadow root. */
  #nameField(): void {
    const { field } = this;
    if (!field || !this.isConnected) return;
    const textOf = (nodes: Iterable<Node>): string => [...nodes].map((node) => node.textContent?.trim()).join(' ');
    const name = this.label || textOf(this.labels);
    field.setAttribute('aria-label', name);
    const root = this.getRootNode() as Document | ShadowRoot;
    const notes = (this.note ?? '').split(' ').flatMap((id) => (id && root.getElementById(id)) || []);
    // The elements themselves where the browser can, so that a note that changes is read as it is then.
    if ('ariaDescribedByElements' in field) field.ariaDescribedByElements = notes.length > 0 ? notes : null;
    else (field as HTMLElement).setAttribute('aria-description', textOf(notes));
    advise(() => !name && `<${this.localName}> has no name: put a <label for> beside it, or give it a label.`);
  }

  /** Enter sends the form, as it does from a native field. */
  readonly #onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !this.form) return;
    event.preventDefault();
    this.done();
    this.form.requestSubmit();
  };
}

/**
 * The properties that wire a control to the field around it:
 * `field(options, nest(this, KithMoneyInput, wired(options, { currency: 'EUR' })))`.
 */
export const wired = <Properties extends object>(
  { id, error, help }: FieldOptions,
  properties: Properties,
): Properties & { readonly id: string; readonly invalid: boolean; readonly note: string | null } => ({
  ...properties,
  id,
  invalid: error !== undefined,
  note: error || help ? describedBy(id) : null,
});
