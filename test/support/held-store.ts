import type { Store } from '@kith/store';

/** A store whose commands wait from `hold` until `letGo`, as over a slow network. */
export function withHold(store: Store): Store & { readonly hold: () => void; readonly letGo: () => void } {
  let way: Promise<void> | undefined;
  let open = (): void => {};
  const run: Store['run'] = async (command) => {
    await way;
    return store.run(command);
  };
  const hold = (): void => {
    way = new Promise((resolve) => {
      open = resolve;
    });
  };
  const letGo = (): void => {
    way = undefined;
    open();
  };
  return { ...store, run, hold, letGo };
}
