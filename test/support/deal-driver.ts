import type { KithElement } from '@kith/elements';
import type { RecordDriver } from './record-driver.js';

/** Uses the sections of a deal's panel as a person does. */
export class DealDriver {
  readonly record: RecordDriver;

  constructor(record: RecordDriver) {
    this.record = record;
  }

  get #root(): ShadowRoot {
    return (this.record.element as KithElement).shadowRoot as ShadowRoot;
  }

  /** Something in the panel itself. */
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.#root.querySelector<Found>(selector);
  }

  /** What a section tells, in one line. */
  section(part: string): string {
    return (this.find(`[part=${part}]`)?.innerText ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Until a section tells these words. */
  async tells(part: string, ...words: readonly string[]): Promise<void> {
    for (const word of words)
      await this.record.until(
        () => this.section(part).includes(word),
        `${part} tells "${word}": ${this.section(part)}`,
      );
  }

  /** Opens a form by the button that opens it; it is ready once its first field has the focus. */
  async open(key: string): Promise<HTMLFormElement> {
    await this.record.until(() => this.find(`[data-part="${key}"]`), `${key} can be opened`);
    this.find(`[data-part="${key}"]`)?.click();
    return this.form(key);
  }

  /** The form that is open for something. */
  async form(key: string): Promise<HTMLFormElement> {
    await this.record.until(
      () => this.find(`[data-form="${key}"]`)?.contains(this.#root.activeElement),
      `${key} is open`,
    );
    return this.find(`[data-form="${key}"]`) as HTMLFormElement;
  }

  /** Until a form is closed. */
  async closes(key: string): Promise<void> {
    await this.record.until(() => !this.find(`[data-form="${key}"]`), `${key} is closed`);
  }

  /** Chooses a line of what a section's button offers. */
  async choose(key: string, label: string): Promise<void> {
    await this.record.until(() => this.find(`[data-part="${key}"]`), `${key} is there`);
    this.find(`[data-part="${key}"]`)?.click();
    const line = (): HTMLElement | undefined =>
      [...this.#root.querySelectorAll<HTMLElement>('.menu:popover-open .menu-item')].find(
        (item) => item.querySelector('bdi')?.textContent?.trim() === label,
      );
    await this.record.until(line, `the menu offers ${label}`);
    line()?.click();
  }
}

/** Types into a field of a form. */
export function type(form: HTMLFormElement, name: string, text: string, index = 0): void {
  const control = form.querySelectorAll<HTMLInputElement>(`[name=${name}]`)[index];
  if (!control) throw new Error(`There is no ${name} in ${form.getAttribute('aria-label')}.`);
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
