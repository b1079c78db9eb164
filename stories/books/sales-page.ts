import { type Problem, refuse } from '@kith/core';
import type { KithApp } from '@kith/elements';
import { type Command, type deals, KithError, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { throwError } from 'rxjs';
import { withOutage } from './outage.js';
import { type BookOptions, now, openSalesBook } from './sales.js';
import { styled } from './styled.js';

/** How a story's page is set. */
export interface PageOptions extends BookOptions {
  /** The book never opens, cannot be opened, is none of this person's business, or its storage cannot be reached. */
  readonly book?: 'open' | 'loading' | 'failed' | 'denied' | 'unreachable';
  /** A rule of the host: which moves it refuses. */
  readonly refuses?: (move: deals.MoveInput) => Problem | undefined;
  /** How wide the page is, in pixels. */
  readonly width?: number;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: KithApp['theme'];
  readonly density?: KithApp['density'];
}

/** A page of the sales book with some elements on it. */
export function salesPage(content: TemplateResult, options: PageOptions = {}): TemplateResult {
  const store = openBook(options);
  // A failure is shown by the app; the page itself has nothing to add.
  store.catch(() => undefined);
  return html`
    <kith-app
      .store=${store} .now=${now} time-zone="Europe/Vienna" lang=${ifDefined(options.lang)} dir=${ifDefined(options.dir)}
      .theme=${options.theme} .density=${options.density} .style=${styled(options.width ? `max-inline-size: ${options.width}px` : '')}
      >${content}</kith-app
    >
  `;
}

async function openBook({ book = 'open', refuses, ...options }: PageOptions): Promise<Store> {
  if (book === 'loading') return new Promise(() => undefined);
  if (book === 'failed')
    throw new Error(
      'This data was written by a newer version of the application. Reload to get that version; nothing was changed.',
    );
  const store = await openSalesBook(options);
  if (book === 'denied')
    return { ...store, watch: () => throwError(() => new KithError('store/denied', 'Not for you.')) };
  if (book === 'unreachable') return withOutage(store);
  if (!refuses) return store;
  const guarded =
    (verb: 'run' | 'can'): Store['run'] =>
    async (command: Command<never>) => {
      const problem = command.type === 'deals/move' ? refuses(command.input as deals.MoveInput) : undefined;
      return problem ? refuse(problem) : store[verb](command);
    };
  return { ...store, run: guarded('run'), can: guarded('can') };
}
