import type { ReactiveControllerHost } from 'lit';
import type { Choice } from './choice.js';

/** Where the choices of a combobox come from. */
export type SearchChoices = (text: string, signal: AbortSignal) => Promise<readonly Choice[]>;

/** How long somebody has to pause before a search is sent out. */
const PAUSE_IN_MILLIS = 150;

/**
 * The choices for what was typed: found among those that are there, or searched for elsewhere. Of several searches the
 * last one counts; the ones before are aborted. Until it answers, the choices of the one before stay.
 */
export class ComboboxSource {
  status: 'ready' | 'loading' | 'failed' = 'ready';
  found: readonly Choice[] = [];
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Finds the choices for a text; `waits` for a pause first, while somebody types. */
  find(
    text: string,
    choices: readonly Choice[],
    search: SearchChoices | undefined,
    lang: string,
    waits: boolean,
  ): void {
    this.stop();
    if (!search) {
      this.status = 'ready';
      this.found = choices.filter((choice) => isMeant(choice, text, lang));
      return;
    }
    this.status = 'loading';
    this.#search = new AbortController();
    const { signal } = this.#search;
    this.#timer = setTimeout(() => void this.#ask(search, text, signal), waits ? PAUSE_IN_MILLIS : 0);
  }

  /** Gives up what is on its way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#search.abort();
  }

  async #ask(search: SearchChoices, text: string, signal: AbortSignal): Promise<void> {
    try {
      const found = await search(text, signal);
      if (signal.aborted) return;
      this.found = found;
      this.status = 'ready';
    } catch {
      if (signal.aborted) return;
      // Whoever searches knows why; here a person can try again.
      this.found = [];
      this.status = 'failed';
    }
    this.#host.requestUpdate();
  }
}

/** Whether a choice is what somebody means who types: each word begins one of its words, whatever case or accents. */
function isMeant({ label, note = '' }: Choice, text: string, lang: string): boolean {
  const words = ` ${bare(`${label} ${note}`, lang)}`;
  return bare(text, lang)
    .split(/\s+/)
    .every(
      (word) =>
        word === '' || words.includes(` ${word}`) || (/[^\p{Script=Latin}]/u.test(word) && words.includes(word)),
    );
}

const bare = (text: string, lang: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase(lang)
    .replace(/[-'’./(),&]/g, ' ');
