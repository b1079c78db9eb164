import { isOpenLead, type Lead } from '@kith/core/leads';
import { claim, release } from '@kith/store/leads';
import type { TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { select } from '../lists/selection.js';
import { busyButtonStyles } from '../parts/busy-button.js';
import { checkStyles } from '../parts/check.styles.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { Modal, type ModalContent, modalStyles } from '../parts/modal.js';
import { overlayStyles } from '../parts/overlay.js';
import { assignMenu } from './assign.js';
import { deskMessages } from './desk.messages.js';
import { deskStyles } from './desk.styles.js';
import { detailMessages } from './detail.messages.js';
import { inboxAbsence } from './inbox-absence.js';
import { InboxBulk } from './inbox-bulk.js';
import type { Chosen, Desk, DeskAction, InboxHost } from './inbox-host.js';
import { isClaimable } from './inbox-place.js';
import { keysHelp } from './keys-help.js';
import type { InboxSentences } from './messages.js';
import { DisqualifyForm, RecycleForm } from './outcome-form.js';
import { QualifyForm } from './qualify-form.js';

/** Does things with leads: what a press begins, the forms that ask for more, and what is done with many. */
export class LeadDesk implements Desk {
  readonly #host: InboxHost;
  readonly #modal: Modal;
  readonly #menu: Menu;
  readonly #bulk: InboxBulk;

  constructor(host: InboxHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.#menu = new Menu(host);
    this.#bulk = new InboxBulk(host, this);
    addStyles(host, modalStyles, menuStyles, overlayStyles, checkStyles, busyButtonStyles, deskStyles);
  }

  overlays(): unknown {
    return [this.#menu.render(), this.#modal.render()];
  }

  /** What is done with the chosen leads. */
  bulk(): TemplateResult | symbol {
    return this.#bulk.render();
  }

  /** What stands in place of the list. */
  absence(say: InboxSentences): TemplateResult {
    return inboxAbsence(this.#host, say);
  }

  /** Asks for something in a dialog; the one that was open goes away. */
  ask(content: Omit<ModalContent, 'close'>): void {
    void this.#modal.open({ ...content, close: sentencesIn(deskMessages, this.#host.locale).close });
  }

  close(): void {
    this.#modal.close();
  }

  /** Tells by which keys one gets along. */
  help(): void {
    const say = sentencesIn(deskMessages, this.#host.locale);
    this.ask({ title: say.keysTitle, content: () => keysHelp(say) });
  }

  /** To whom leads may be given: plans and people, at a button. */
  async chooseOwner(anchor: HTMLElement, leads: readonly Lead[], count: number): Promise<void> {
    await assignMenu(this.#host, this.#menu, anchor, {
      leads,
      count,
      each: (commandFor) => void this.#bulk.change(commandFor),
    });
  }

  /** Begins something with the open lead. */
  begin(action: DeskAction, anchor?: HTMLElement): void {
    const lead = this.#host.current;
    if (!lead) return;
    const say = sentencesIn(detailMessages, this.#host.locale);
    switch (action) {
      case 'claim':
        // Whoever has claimed a lead goes on to work on it: it stays open.
        void this.#host.carryOut(claim({ id: lead.id }), {
          done: () => ({ text: say.claimed(lead.name), name: lead.name }),
        });
        break;
      case 'release':
        void this.#host.act(release({ id: lead.id }), {
          done: () => ({ text: say.released(lead.name), name: lead.name }),
        });
        break;
      case 'assign':
        void this.chooseOwner(
          anchor ?? (this.#host.renderRoot.querySelector('[data-action=assign]') as HTMLElement),
          [lead],
          1,
        );
        break;
      case 'qualify':
        new QualifyForm(this.#host, this, lead).open();
        break;
      case 'convert':
        void this.convert(lead);
        break;
      case 'recycle':
        new RecycleForm(this.#host, this, lead).open();
        break;
      case 'disqualify':
        this.disqualify(lead);
    }
  }

  /** Asks why a lead is taken out of work; a reason may stand there already. */
  disqualify(lead: Lead, reason?: string): void {
    new DisqualifyForm(this.#host, this, { count: 1, name: lead.name, reason }, (command) =>
      this.#host.act(command(lead.id), command.notes(lead.name)),
    ).open();
  }

  /** Asks what a lead becomes; what is there already may be chosen beforehand. */
  async convert(lead: Lead, chosen: Chosen = {}): Promise<void> {
    const { ConvertForm } = await import('./convert-form.js');
    await new ConvertForm(this.#host, this, lead, chosen).open();
  }

  /** A key that means something here. */
  press(key: string): void {
    const lead = this.#host.current;
    if (key === '?') this.help();
    if (!lead) return;
    if (key === 'x') {
      const { selection } = this.#host;
      this.#host.choose(select(selection, [lead.id], selection.ids.has(lead.id) === selection.isAll));
      return;
    }
    const isOpen = isOpenLead(lead);
    if (key === 'c' && isClaimable(lead)) this.begin('claim');
    else if (key === 'a' && isOpen) this.begin('assign');
    else if (key === 'q' && isOpen && lead.status !== 'qualified') this.begin('qualify');
    else if (key === 'd' && isOpen) this.begin('disqualify');
    else if (key === 'r' && lead.status !== 'converted') this.begin('recycle');
    else if (key === 'Enter' && isOpen) this.begin('convert');
  }
}
