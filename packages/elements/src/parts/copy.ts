import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import type { Ui } from '../base/ui.js';
import { copyMessages } from './copy.messages.js';
import { icon } from './icon.js';
import { check, copy } from './icons/shown.js';

/** What Copy needs of its element. */
export interface CopyHost extends ReactiveControllerHost {
  readonly locale: Locale;
}

/** How long the check stands in place of the icon. */
const SHOWN_IN_MILLIS = 1_500;

/** Buttons that copy a text: a check and an announcement say that it was done. Needs buttonStyles and iconStyles. */
export class Copy implements ReactiveController {
  readonly #host: CopyHost;
  readonly #ui: () => Ui | undefined;
  #copied: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CopyHost, ui: () => Ui | undefined) {
    this.#host = host;
    this.#ui = ui;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#copied = undefined;
  }

  /** A button for one text. */
  button(text: string): TemplateResult {
    const say = sentencesIn(copyMessages, this.#host.locale);
    const isCopied = this.#copied === text;
    return html`<button type="button" class="button quiet small square icon-small copy" aria-label=${say.copy(text)} title=${isCopied ? say.copied : say.copy(text)} @click=${() => this.#copy(text)}>${icon(isCopied ? check : copy)}</button>`;
  }

  async #copy(text: string): Promise<void> {
    const say = sentencesIn(copyMessages, this.#host.locale);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // No permission, or no clipboard outside of a secure page: the person can still do it by hand.
      this.#ui()?.toast({ text: say.refused, tone: 'refused' });
      return;
    }
    this.#ui()?.announce(say.copied);
    this.#copied = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#copied = undefined;
      this.#host.requestUpdate();
    }, SHOWN_IN_MILLIS);
    this.#host.requestUpdate();
  }
}
