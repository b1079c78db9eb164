/** Tells other handles on the same data that something was written, as far as the host can. */
export interface Hints {
  send(): void;
  close(): void;
}

/** Joins the handles of a name. Without BroadcastChannel nothing is told, and the others find out when they look. */
export function joinHints(name: string, onHint: () => void): Hints {
  if (typeof BroadcastChannel === 'undefined') return { send() {}, close() {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = onHint;
  // In Node an open channel would keep the process alive.
  (channel as { unref?(): void }).unref?.();
  let isOpen = true;
  return {
    // A commit may come through just as its handle is closed: then there is nobody left to tell it.
    send() {
      if (isOpen) channel.postMessage(null);
    },
    close() {
      isOpen = false;
      channel.close();
    },
  };
}
