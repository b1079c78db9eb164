import type { Store } from '@kith/store';
import { type Context, ContextProvider, createContext } from '@lit/context';
import type { LocaleSettings } from './locale-settings.js';
import type { Ui } from './ui.js';

/*
 * The keys are registered symbols, so that two copies of Kith on one page still meet.
 */

/** The store that the elements below read from. */
export const storeContext: Context<symbol, Store | undefined> = createContext(Symbol.for('kith/store/1'));

/** Clock, zone and currency of the elements below; their language comes from the nearest `lang` attribute. */
export const localeContext: Context<symbol, LocaleSettings> = createContext(Symbol.for('kith/locale/1'));

/** What an element may ask of the page: to say something, to show a toast, to have a question answered. */
export const uiContext: Context<symbol, Ui> = createContext(Symbol.for('kith/ui/1'));

let pageStore: ContextProvider<typeof storeContext> | undefined;

/**
 * The store of every element on the page that has no `<kith-app>` around it and no `store` of its own. For pages that
 * place elements one by one; such a page carries commands out with {@link carryOutCommands}.
 */
export function setDefaultStore(store: Store | undefined): void {
  if (pageStore) {
    pageStore.setValue(store);
    return;
  }
  pageStore = new ContextProvider(document.documentElement, { context: storeContext, initialValue: store });
  pageStore.hostConnected();
}
