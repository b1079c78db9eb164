/**
 * Takes the connection away, as far as the page can tell, until the story is left: to be given as `beforeEach`, so that
 * what is drawn anew in another theme or language is still without one.
 */
export function withoutConnection(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  };
}
