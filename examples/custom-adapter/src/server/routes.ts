import { type Batch, type Fault, type Filter, type Query, StorageFault } from '@kith/adapters';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Book } from './book.js';
import type { Library } from './library.js';

const STATUS = {
  conflict: 409,
  invalid: 400,
  denied: 403,
  unsupported: 501,
  'too-large': 413,
  'cursor-invalid': 400,
  'feed-trimmed': 410,
  quota: 507,
  'upgrade-blocked': 409,
  superseded: 412,
  closed: 410,
  unavailable: 503,
  corrupt: 500,
} as const satisfies Record<Fault['kind'], number>;

const LARGEST_BODY = 64 * 1024 * 1024;

/** The verbs of the port as addresses, for `/<database>/books` and what is below. */
export function routes(library: Library): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        answerFault(context, { kind: 'too-large', detail: `a request has at most ${LARGEST_BODY} bytes.` }),
    }),
  );
  app.onError((error, context) => answerFault(context, faultOf(error)));

  app.post('/:database/books', async (context) => {
    const { tenant, schema } = await bodyOf<{ readonly tenant: string; readonly schema: number }>(context);
    if (typeof tenant !== 'string' || !Number.isSafeInteger(schema) || schema < 1)
      throw new StorageFault({ kind: 'invalid', detail: 'a book has a tenant, and a schema from 1 on.' });
    const { name, book } = library.enter(context.req.param('database'), tenant, schema);
    if (book.schema > schema) throw new StorageFault({ kind: 'superseded' });
    return context.json({ path: `/books/${name}`, schema: book.schema, head: book.head });
  });

  /** A verb of a book. Whoever knows an older schema than the book has is told so. */
  const verb = (
    name: string,
    method: 'GET' | 'POST' | 'PUT',
    run: (book: Book, body: never, context: Context) => unknown,
  ) =>
    app.on(method, `/:database/books/:book/${name}`, async (context) => {
      const body = method === 'GET' ? {} : await bodyOf<object>(context);
      const book = library.find(context.req.param('book'));
      if (Number(context.req.query('schema')) < book.schema) throw new StorageFault({ kind: 'superseded' });
      return context.json((run(book, body as never, context) ?? null) as never);
    });

  verb('batches', 'POST', (book, { ops, origin }: Batch, context) => {
    const key = context.req.header('idempotency-key');
    return book.write({
      ops,
      ...(origin !== undefined && { origin }),
      ...(key !== undefined && { key: JSON.parse(decodeURIComponent(key)) as string }),
    });
  });
  verb('gets', 'POST', (book, { c, ids }: { readonly c: string; readonly ids: readonly string[] }) => book.get(c, ids));
  verb('queries', 'POST', (book, query: Query) => book.query(query));
  verb('counts', 'POST', (book, { c, where }: { readonly c: string; readonly where?: Filter }) => book.count(c, where));
  verb('changes', 'POST', (book, { since, limit }: { readonly since: string; readonly limit: number }) =>
    book.changes(since, limit),
  );
  verb('rows', 'GET', (book) => book.dump());
  verb(
    'schema',
    'PUT',
    (book, { to, at, ops }: { readonly to: number; readonly at: string; readonly ops: Batch['ops'] }) =>
      book.migrate(to, at, ops),
  );
  app.delete('/:database/books/:book', (context) => {
    library.destroy(context.req.param('book'));
    return context.json(null);
  });
  return app;
}

async function bodyOf<Body>(context: Context): Promise<Body> {
  try {
    return (await context.req.json()) as Body;
  } catch (cause) {
    throw new StorageFault({ kind: 'invalid', detail: 'the body is not JSON.' }, { cause });
  }
}

/** A fault as RFC 9457 has it: a problem, with the fault itself as one more member. */
function answerFault(context: Context, fault: Fault): Response {
  const problem = {
    type: `/problems/${fault.kind}`,
    title: new StorageFault(fault).message,
    status: STATUS[fault.kind],
    fault,
  };
  return context.body(JSON.stringify(problem), STATUS[fault.kind], { 'content-type': 'application/problem+json' });
}

/** A full disk has refused a line, and what was written of it is gone again; of anything else nobody knows. */
function faultOf(error: unknown): Fault {
  if (error instanceof StorageFault) return error.fault;
  const code = (error as { readonly code?: unknown }).code;
  return code === 'ENOSPC' || code === 'EDQUOT' ? { kind: 'quota' } : { kind: 'unavailable', applied: 'unknown' };
}
