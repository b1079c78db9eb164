import type { Mishap } from './deeds.js';

/**
 * The world around the tabs of a history: channels between them where a tab can sleep through the hints of the others,
 * and an IndexedDB whose writes can fail.
 */
export interface Weather {
  /** Whatever is opened from now on belongs to this tab. */
  belongTo(tab: number): void;
  sleep(tab: number): void;
  wake(tab: number): void;
  plan(mishap: Mishap | undefined): void;
  restore(): void;
}

/** Takes the place of the channels and of the writing calls until it is restored. */
export function makeWeather(): Weather {
  const asleep = new Set<number>();
  const channels = new Set<Channel>();
  const { BroadcastChannel } = globalThis;
  const { put } = IDBObjectStore.prototype;
  let owner = 0;
  let planned: Mishap | undefined;
  let calls = 0;

  class Channel extends EventTarget {
    readonly tab = owner;
    readonly name: string;
    onmessage: ((event: MessageEvent) => void) | null = null;

    constructor(name: string) {
      super();
      this.name = name;
      channels.add(this);
    }

    postMessage(data: unknown): void {
      for (const channel of channels)
        if (channel !== this && channel.name === this.name)
          queueMicrotask(() => {
            if (asleep.has(channel.tab) || !channels.has(channel)) return;
            const event = new MessageEvent('message', { data });
            channel.onmessage?.(event);
            channel.dispatchEvent(event);
          });
    }

    close(): void {
      channels.delete(this);
    }

    unref(): void {}
  }

  globalThis.BroadcastChannel = Channel as never;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...parameters) {
    const mishap = planned;
    const call = calls++;
    if (mishap === undefined || call < mishap.at || call >= mishap.at + mishap.times)
      return put.apply(this, parameters);
    if (mishap.kind === 'quota') throw new DOMException('', 'QuotaExceededError');
    if (mishap.kind === 'throws') throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    const request = put.apply(this, parameters);
    this.transaction.abort();
    return request;
  };

  return {
    belongTo(tab) {
      owner = tab;
    },
    sleep: (tab) => void asleep.add(tab),
    wake: (tab) => void asleep.delete(tab),
    plan(mishap) {
      planned = mishap;
      calls = 0;
    },
    restore() {
      globalThis.BroadcastChannel = BroadcastChannel;
      IDBObjectStore.prototype.put = put;
    },
  };
}
