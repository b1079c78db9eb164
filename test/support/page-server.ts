import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at the paths of a page: its type and its text. */
export type ServedFiles = Readonly<Record<string, readonly [type: string, text: string]>>;

export interface ServedPage {
  readonly url: string;
  close(): void;
}

/** Serves some files on a port of its own, pages under a content security policy where one is given. */
export async function servePage(
  files: ServedFiles,
  { policy, onPost }: { readonly policy?: string | undefined; readonly onPost?: (body: string) => void } = {},
): Promise<ServedPage> {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      onPost?.(Buffer.concat(chunks).toString());
      response.end();
      return;
    }
    const [type, text] = files[(request.url ?? '').replace(/\?.*$/, '')] ?? ['text/plain', ''];
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (policy && type === 'text/html') response.setHeader('content-security-policy', policy);
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
