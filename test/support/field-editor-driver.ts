import type { KithFieldEditor } from '@kith/elements';
import type { Store } from '@kith/store';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { type PageOptions, RecordDriver, showRecord } from './record-driver.js';

/** A page with nothing but the fields of a kind. */
export async function showFields(
  store: Store | PromiseLike<Store>,
  { of = 'deal', ...options }: PageOptions & { readonly of?: string } = {},
): Promise<FieldEditorDriver> {
  const shown = await showRecord(store, html`<kith-field-editor of=${of}></kith-field-editor>`, options);
  return new FieldEditorDriver(shown.element, shown.app);
}

/** Uses a field editor as a person does. */
export class FieldEditorDriver extends RecordDriver {
  get editor(): KithFieldEditor {
    return this.element as KithFieldEditor;
  }

  get root(): ShadowRoot {
    return this.editor.shadowRoot as ShadowRoot;
  }

  /** The names of the house's own fields, in the order in which they are drawn. */
  get names(): string {
    return this.all('ol[data-order="fields"] > li')
      .map(({ dataset }) => dataset['key'])
      .join(' ');
  }

  /** Until the fields stand in an order. */
  async ordered(names: string): Promise<this> {
    await this.until(() => this.names === names, `the order is ${names}, not ${this.names}`);
    return this;
  }

  /** Opens the drawer of a field, or of a new one. */
  async openField(name?: string): Promise<HTMLDialogElement> {
    const selector = name ? `[data-open="${name}"]` : '[data-action="add"]';
    await this.until(() => this.root.querySelector(selector), `${name ?? 'Add field'} is there`);
    this.root.querySelector<HTMLElement>(selector)?.click();
    await this.until(() => this.dialog?.open, 'the drawer is open');
    return this.dialog as HTMLDialogElement;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  async closed(): Promise<void> {
    await this.until(() => !this.dialog, 'the drawer is closed');
  }

  /** Writes into a control of the drawer, or chooses in it. */
  async fill(id: string, text: string): Promise<void> {
    await this.until(() => this.root.querySelector(`#${id}`), `${id} is there`);
    const control = this.root.querySelector(`#${id}`) as HTMLInputElement;
    control.value = text;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    await this.editor.updateComplete;
  }

  /** Types into the formula by key, behind what is there. */
  async type(text: string): Promise<void> {
    const area = this.root.querySelector('#formula') as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    await sendKeys({ type: text });
    await this.editor.updateComplete;
  }

  click(name: string): void {
    this.control(name).click();
  }

  /** The main button of the dialog. */
  get #main(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('dialog .modal-buttons .button:is(.primary, .danger)');
  }

  /** What is written on the main button of the dialog. */
  get mainLabel(): string {
    return this.#main?.querySelector('span')?.textContent ?? '';
  }

  /** Presses the main button of the dialog. */
  save(): void {
    this.#main?.click();
  }

  /** What was said to a screen reader last. */
  get announced(): string {
    return this.app.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }
}
