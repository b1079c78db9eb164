import { asTask } from '@kith/core/tasks';
import { activities } from '@kith/store';
import { html, nothing } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { check, trash } from '../parts/icons/shown.js';
import { pencil, redo } from '../parts/icons/tools.js';
import { laterFailure } from '../parts/later-failure.js';
import { Menu, type MenuGroup, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import type { TaskForm } from '../tasks/task-form.js';
import type { ActivityEntry } from './entry.js';
import type { EntryForm } from './entry-form.js';
import { entryHandsMessages } from './entry-hands.messages.js';
import { followUpOf } from './follow-up.js';
import { timelineMessages } from './messages.js';
import type { EntryDeeds, TimelineHost } from './timeline-host.js';

/** What can be done with an entry. */
type Deed = 'menu' | 'complete' | 'followUp' | 'edit' | 'remove';

const KEYS: Readonly<Record<string, Deed>> = {
  m: 'menu',
  x: 'complete',
  c: 'followUp',
  e: 'edit',
  Delete: 'remove',
};

/** What pointer and keys do with entries: fetched when these are there, or when somebody is quicker. */
export class EntryHands {
  readonly #host: TimelineHost;
  readonly #deeds: EntryDeeds;
  readonly #menu: Menu;
  /** For what is planned. */
  readonly #plans: Later<TaskForm>;
  /** For what has been. */
  readonly #form: Later<EntryForm>;
  #opener: HTMLElement | undefined;

  constructor(host: TimelineHost, deeds: EntryDeeds) {
    this.#host = host;
    this.#deeds = deeds;
    this.#menu = new Menu(host);
    this.#plans = new Later(host, async () => new (await import('../tasks/task-form.js')).TaskForm(host));
    this.#form = new Later(host, async () => new (await import('./entry-form.js')).EntryForm(host));
    addStyles(host, overlayStyles, menuStyles);
  }

  /** Menu and forms. */
  overlays(): unknown {
    if (!this.#menu.isOpen) this.#opener?.removeAttribute('aria-expanded');
    const failed = [this.#plans, this.#form].find(({ status }) => status === 'error');
    return html`
      ${failed ? laterFailure(this.#host.locale, () => failed.retry()) : nothing}
      ${this.#menu.render()}${this.#plans.value?.render() ?? nothing}${this.#form.value?.render() ?? nothing}
    `;
  }

  /** Does what was pressed or typed on an entry. */
  take(event: Event, id: string, anchor: HTMLElement): void {
    const entry = this.#deeds.entryOf(id);
    if (!entry) return;
    const key = event instanceof KeyboardEvent ? (event.key.length === 1 ? event.key.toLowerCase() : event.key) : 'm';
    const deed = KEYS[key];
    const isPlanned = entry.activity.status === 'planned';
    if (!deed || (!isPlanned && (deed === 'complete' || deed === 'followUp'))) return;
    if (deed === 'menu') this.#open(anchor, entry);
    else this.#do(deed, entry);
  }

  #open(anchor: HTMLElement, entry: ActivityEntry): void {
    this.#opener?.removeAttribute('aria-expanded');
    // A button that is seen on an entry with the pointer on it stays while its menu is open.
    this.#opener = anchor.matches('button') ? anchor : undefined;
    this.#opener?.setAttribute('aria-expanded', 'true');
    void this.#menu.open(anchor, this.#title(entry), this.#groups(entry));
  }

  #groups(entry: ActivityEntry): readonly MenuGroup[] {
    const say = this.#say;
    const isPlanned = entry.activity.status === 'planned';
    return [
      {
        items: isPlanned
          ? [
              { label: say.complete, icon: check, hint: 'X', choose: () => this.#do('complete', entry) },
              { label: say.followUp, icon: redo, hint: 'C', choose: () => this.#do('followUp', entry) },
            ]
          : [],
      },
      {
        items: [
          { label: say.edit, icon: pencil, hint: 'E', choose: () => this.#do('edit', entry) },
          { label: say.remove, icon: trash, tone: 'danger', hint: 'Del', choose: () => this.#do('remove', entry) },
        ],
      },
    ];
  }

  #do(deed: Exclude<Deed, 'menu'>, entry: ActivityEntry): void {
    const { activity } = entry;
    switch (deed) {
      case 'complete':
        void this.#complete(entry);
        return;
      case 'remove':
        void this.#remove(entry);
        return;
      case 'followUp': {
        const { kind, dueDay } = followUpOf(activity.kind, this.#host.locale.format.today());
        const proposed = { kind, dueDay, subject: this.#say.following(activity.subject) };
        void this.#plans.load().then((form) => form?.open('follow up', asTask(activity), proposed));
        return;
      }
      case 'edit':
        if (activity.status === 'planned') void this.#plans.load().then((form) => form?.open('edit', asTask(activity)));
        else void this.#form.load().then((form) => form?.open(activity));
    }
  }

  async #complete({ id, activity }: ActivityEntry): Promise<void> {
    const goOn = this.#deeds.leave(id);
    if (await this.#deeds.complete(activity)) goOn();
  }

  async #remove({ id, activity }: ActivityEntry): Promise<void> {
    const { subject } = activity;
    const goOn = this.#deeds.leave(id);
    const result = await this.#host.carryOut(activities.remove({ id: activity.id }), {
      done: () => ({ text: this.#say.removed(subject), name: subject }),
    });
    if (result.ok) goOn();
  }

  #title({ activity }: ActivityEntry): string {
    return sentencesIn(timelineMessages, this.#host.locale).actions(activity.subject);
  }

  get #say(): ReturnType<typeof entryHandsMessages.en> {
    return sentencesIn(entryHandsMessages, this.#host.locale);
  }
}
