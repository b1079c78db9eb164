/** What one batch did, as it says itself in the row that it leaves in `journal`. */
export type Deed =
  /** Moved money between accounts; `balances` are those it left. */
  | { readonly kind: 'transfer'; readonly batch: string; readonly balances: Readonly<Record<string, number>> }
  /** Wrote every row of `imports` anew, each with the batch's name. */
  | { readonly kind: 'import'; readonly batch: string }
  /** Wrote a secret, and erased the one before. */
  | { readonly kind: 'erase'; readonly batch: string; readonly secret: string; readonly erased: string | null }
  /** Made the book that of a dump, which was the book as it was, with a journal row more. */
  | { readonly kind: 'restore'; readonly batch: string };

/** What a page found when it opened the book. */
export interface Found {
  readonly openMilliseconds: number;
  /** What the browser says when it has itself thrown the whole database away, as Chromium does with one that it cannot read. */
  readonly discarded?: string;
  readonly accounts: Readonly<Record<string, number>>;
  /** By account: the batch that wrote it last. */
  readonly lastBatch: Readonly<Record<string, string>>;
  /** In the order in which they were committed. */
  readonly journal: readonly Deed[];
  /** By batch: how many rows of `imports` name it. */
  readonly imports: Readonly<Record<string, number>>;
  readonly secrets: readonly string[];
}

export const ACCOUNTS = 30;
export const BALANCE = 1_000;
/** Enough for three segments of the log. */
export const IMPORTED = 2_500;

/** Every row is what the batches say, one after the other: a batch of which a part is missing tells on itself. */
export function problemsOf(found: Found): readonly string[] {
  const problems: string[] = [];
  const expected: Record<string, number> = {};
  const expectedBatch: Record<string, string> = {};
  let lastImport: string | undefined;
  let secret: string | undefined;
  for (let account = 0; account < ACCOUNTS; account++) expected[`account${account}`] = BALANCE;
  for (const deed of found.journal) {
    switch (deed.kind) {
      case 'transfer':
        for (const [account, balance] of Object.entries(deed.balances)) {
          expected[account] = balance;
          expectedBatch[account] = deed.batch;
        }
        break;
      case 'import':
        lastImport = deed.batch;
        break;
      case 'erase':
        if (deed.erased !== (secret ?? null)) problems.push(`${deed.batch} erased ${deed.erased}, not ${secret}`);
        secret = deed.secret;
        break;
      case 'restore':
        break;
    }
  }
  const check = (what: string, actual: unknown, wanted: unknown): void => {
    if (JSON.stringify(actual) !== JSON.stringify(wanted))
      problems.push(`${what}: found ${JSON.stringify(actual)}, expected ${JSON.stringify(wanted)}`);
  };
  for (const account of Object.keys(expected)) {
    check(account, found.accounts[account], expected[account]);
    check(`the last batch of ${account}`, found.lastBatch[account], expectedBatch[account]);
  }
  const sum = Object.values(found.accounts).reduce((total, balance) => total + balance, 0);
  check('the sum of the accounts', sum, ACCOUNTS * BALANCE);
  check('imported rows', found.imports, lastImport === undefined ? {} : { [lastImport]: IMPORTED });
  check('secrets', found.secrets, secret === undefined ? [] : [secret]);
  check('batches', new Set(found.journal.map(({ batch }) => batch)).size, found.journal.length);
  return problems;
}
