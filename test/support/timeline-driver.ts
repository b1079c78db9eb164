import type { KithApp, KithElement } from '@kith/elements';
import { RecordDriver } from './record-driver.js';

/** Uses a timeline as a person does: entry by entry, by what they are about. */
export class TimelineDriver extends RecordDriver {
  constructor({ element, app }: { readonly element: KithElement; readonly app: KithApp }) {
    super(element, app);
  }

  /** The entries that are drawn. */
  get entries(): readonly HTMLElement[] {
    return this.all('.entry[data-entry]');
  }

  /** What the drawn activities are about, from the top. */
  get subjects(): readonly string[] {
    return this.entries.flatMap(subjectOf);
  }

  /** The same of those that somebody sees whole. */
  get subjectsInSight(): readonly string[] {
    return this.entries
      .filter((entry) => {
        const { top, bottom } = entry.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })
      .flatMap(subjectOf);
  }

  /** The entry about something. */
  entry(subject: string): HTMLElement {
    const found = this.entries.find((entry) => subjectOf(entry)[0] === subject);
    if (!found) throw new Error(`There is no entry "${subject}". There are: ${this.subjects.join(', ')}`);
    return found;
  }

  /** Until the entry about something has the focus. */
  async focuses(subject: string): Promise<void> {
    await this.until(() => this.focused && subjectOf(this.focused)[0] === subject, `"${subject}" has the focus`);
  }

  /** Scrolls the page so far, from 0 for its beginning to 1 for its end, until something is drawn there. */
  async scrollTo(part: number): Promise<void> {
    const page = document.scrollingElement as HTMLElement;
    page.scrollTop = (page.scrollHeight - page.clientHeight) * part;
    await this.until(
      () =>
        this.entries.some((entry) => {
          const { top, bottom } = entry.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }),
      'something is drawn there',
    );
  }

  /** Opens the menu of an entry by key, and chooses a line of it. */
  async choose(subject: string, line: string): Promise<void> {
    this.entry(subject).focus();
    this.entry(subject).dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true, composed: true }));
    await this.pressLine(line);
  }

  /** Chooses a line of the menu that is open, or opens. */
  async pressLine(line: string): Promise<void> {
    const found = (): HTMLElement | undefined =>
      this.all('[role^=menuitem]').find((each) => each.querySelector('.menu-text')?.textContent?.trim() === line);
    await this.until(found, `"${line}" is in the menu`);
    found()?.click();
    await this.element.updateComplete;
  }

  /** A field of the form that is open, by its label. */
  field<Found extends HTMLElement = HTMLInputElement>(label: string): Found | undefined {
    const of = this.all('dialog .field, .filter-form .field').find(
      (each) => each.querySelector('label, .label')?.textContent?.trim() === label,
    );
    return of?.querySelector<Found>('input, textarea, select, [id]:not(label)') ?? undefined;
  }
}

const subjectOf = (entry: Element): readonly string[] => {
  const text = entry.querySelector('.subject, .planned .grow')?.textContent?.trim();
  return text ? [text] : [];
};
