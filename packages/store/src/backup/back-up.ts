import type { Progress } from '@kith/adapters';
import { writeBackup } from '@kith/adapters/backup';
import { dayIn } from '@kith/core';
import { toKithError } from '../error.js';
import type { Store } from '../store.js';

/** How far a backup has come, and how to stop it. */
export interface BackupOptions {
  /** Called every now and then with rows that are done, of how many. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops it: what was begun rejects with the signal's reason, and nothing has changed. */
  readonly signal?: AbortSignal;
}

/**
 * The whole book as it is at this moment, as a stream of bytes: pipe it into a file, or collect it with
 * `new Response(backUp(store)).blob()`. It is NDJSON with a checksum, gzipped where that is asked for. The stream errors
 * with a KithError when the storage fails, `store/denied` for whoever does not administer a book with a policy.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { companies, openStore } from '@kith/store';
 * import { backUp, restoreBackup } from '@kith/store/backup';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * await store.run(companies.create({ name: 'Brama' }));
 * const file = await new Response(backUp(store)).blob();
 *
 * const other = await openStore({ adapter: memoryAdapter() });
 * expect(await restoreBackup(other, file)).toMatchObject({ ok: true, value: { header: { rows: { companies: 1 } } } });
 * ```
 */
export function backUp(
  { storage }: Pick<Store, 'storage'>,
  options: BackupOptions & { readonly gzip?: boolean } = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { schema } = storage;
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  return new ReadableStream({
    async pull(controller) {
      try {
        reader ??= writeBackup(storage.whole(), { ...options, schema, made: storage.env().now }).getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        throw toKithError(cause);
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

/** A name for the file of a backup made now: `kith-2026-11-22.ndjson`, with `.gz` where it is gzipped. */
export function backupName(
  { storage }: Pick<Store, 'storage'>,
  { gzip = false }: { readonly gzip?: boolean } = {},
): string {
  const { now, timeZone } = storage.env();
  return `kith-${dayIn(timeZone, now)}.ndjson${gzip ? '.gz' : ''}`;
}
