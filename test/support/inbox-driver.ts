import type { KithLeadInbox } from '@kith/elements';
import type { Store } from '@kith/store';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { LEAD_RULES, leadPlan, OFFICE_HOURS } from '../../stories/books/waiting-leads.js';
import { type PageOptions, RecordDriver, showRecord } from './record-driver.js';

/** How an inbox is shown to a test. */
export interface ShowInboxOptions
  extends PageOptions,
    Partial<Pick<KithLeadInbox, 'place' | 'status' | 'sort' | 'lead'>> {
  readonly width?: number;
}

/** A page with nothing but one inbox in an app. */
export async function showInbox(
  store: Store | PromiseLike<Store>,
  { place = 'mine', status = 'open', sort = 'waiting', lead, width = 1_200, ...page }: ShowInboxOptions = {},
): Promise<InboxDriver> {
  const shown = await showRecord(
    store,
    html`<kith-lead-inbox .place=${place} .status=${status} .sort=${sort} .lead=${lead} .plan=${leadPlan} .names=${LEAD_RULES} .workingTime=${OFFICE_HOURS} style="block-size: 640px; inline-size: ${width}px"></kith-lead-inbox>`,
    page,
  );
  return new InboxDriver(shown.element, shown.app);
}

/** Works through an inbox as a person does. */
export class InboxDriver extends RecordDriver {
  get inbox(): KithLeadInbox {
    return this.element as KithLeadInbox;
  }

  /** The names in the list, in their order. */
  get names(): readonly string[] {
    const entries = [...this.all('.entry')].sort((a, b) => place(a) - place(b));
    return entries.flatMap((entry) => entry.querySelector('.lead-name')?.textContent?.trim() ?? []);
  }

  /** The name of the lead that is open. */
  get opened(): string {
    return this.all('.lead-head h3')[0]?.textContent?.trim() ?? '';
  }

  /** What stands in the line of a lead. */
  line(name: string): string {
    const entry = this.all('.entry').find((each) => each.querySelector('.lead-name')?.textContent?.trim() === name);
    return entry?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** Until a lead is open. */
  async opens(name: string): Promise<this> {
    await this.until(() => this.opened === name, `${name} is open; it is ${this.opened}`);
    await this.inbox.desk();
    return this;
  }

  /** Puts the focus on the line of the open lead. */
  async focusLine(): Promise<void> {
    await this.until(() => this.all('.lead-row[aria-current]').length > 0, 'a line is current');
    this.all('.lead-row[aria-current]')[0]?.focus();
  }

  /** Presses keys where the focus is. */
  async keys(...keys: readonly string[]): Promise<void> {
    for (const press of keys) await sendKeys({ press });
    await this.inbox.updateComplete;
  }

  /** Presses something by what it does. */
  async act(action: string): Promise<void> {
    const find = (): HTMLElement | undefined => this.all(`[data-action="${action}"]`)[0];
    await this.until(find, `there is ${action}`);
    find()?.click();
    await this.inbox.updateComplete;
  }

  /** Chooses a line of the menu that is open. */
  async choose(label: string): Promise<void> {
    const find = (): HTMLElement | undefined =>
      this.all('.menu-item').find((line) => line.querySelector('bdi')?.textContent?.trim() === label);
    await this.until(find, `the menu offers ${label}`);
    find()?.click();
  }

  /** A select of the form that is open, by its id. */
  async pick(id: string, value: string): Promise<void> {
    await this.until(() => this.all(`#${id}`).length > 0, `there is ${id}`);
    const [control] = this.all<HTMLSelectElement>(`#${id}`);
    if (!control) return;
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.inbox.updateComplete;
  }

  /** Sends the form that is open. */
  async send(label: string): Promise<void> {
    const find = (): HTMLElement | undefined =>
      this.all('.modal-buttons button').find((button) => button.querySelector('span')?.textContent === label);
    await this.until(find, `the form has ${label}`);
    find()?.click();
    await this.inbox.updateComplete;
  }

  get dialog(): HTMLDialogElement | undefined {
    return this.all<HTMLDialogElement>('dialog[open]')[0];
  }
}

const place = (entry: HTMLElement): number => Number(entry.getAttribute('aria-posinset'));
