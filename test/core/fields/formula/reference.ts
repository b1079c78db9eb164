import * as fc from 'fast-check';

/** A formula as a tree, and as somebody would write it. */
type Tree =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'size' | 'blank' }
  | { readonly is: '+' | '-' | '*' | '/' | '<' | '=' | 'and' | 'or' | 'min'; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'if'; readonly condition: Tree; readonly yes: Tree; readonly no: Tree }
  | { readonly is: 'coalesce'; readonly left: Tree; readonly right: Tree };

const { number, truth } = fc.letrec<{ number: Tree; truth: Tree }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.integer({ min: 0, max: 999 }).map((cents): Tree => ({ is: 'number', value: cents / 100 })),
    fc.constant<Tree>({ is: 'size' }),
    fc.record({
      is: fc.constantFrom('+', '-', '*', 'min', 'coalesce'),
      left: tie('number'),
      right: tie('number'),
    }) as fc.Arbitrary<Tree>,
    // Quotients that end, so that comparing them does not hang on the last digit.
    fc.record({
      is: fc.constant('/'),
      left: tie('number'),
      right: fc.constantFrom(0, 2, 4, 5, 8, 10).map((value): Tree => ({ is: 'number', value })),
    }) as fc.Arbitrary<Tree>,
    fc.record({
      is: fc.constant('if'),
      condition: tie('truth'),
      yes: tie('number'),
      no: tie('number'),
    }) as fc.Arbitrary<Tree>,
  ),
  truth: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ is: fc.constantFrom('<', '='), left: tie('number'), right: tie('number') }) as fc.Arbitrary<Tree>,
    fc.record({ is: fc.constantFrom('and', 'or'), left: tie('truth'), right: tie('truth') }) as fc.Arbitrary<Tree>,
  ),
}));

/** Formulas over one number field, with their trees. */
export const expressions = fc.oneof(number, truth).map((tree) => ({ tree, source: written(tree) }));

function written(tree: Tree): string {
  switch (tree.is) {
    case 'number':
      return tree.value.toFixed(2);
    case 'size':
    case 'blank':
      return tree.is;
    case 'min':
    case 'coalesce':
      return `${tree.is}(${written(tree.left)}, ${written(tree.right)})`;
    case 'if':
      return `if(${written(tree.condition)}, ${written(tree.yes)}, ${written(tree.no)})`;
    default:
      return `(${written(tree.left)} ${tree.is} ${written(tree.right)})`;
  }
}

/** A fraction in whole numbers: nothing is rounded before the end. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** What a formula comes to: number, truth, or undefined for blank. */
export function reckon(tree: Tree, size: number | undefined): number | boolean | undefined {
  const value = valueOf(tree, size);
  if (value === undefined || typeof value === 'boolean') return value;
  return ratio(value);
}

/** To eighteen digits behind the point, which is more than a number keeps here. */
function ratio({ over, under }: Fraction): number {
  const scale = 10n ** 18n;
  return Number((over * scale) / under) / 1e18;
}

const plain = (over: bigint, under: bigint): Fraction =>
  under < 0n ? { over: -over, under: -under } : { over, under };
const compare = (a: Fraction, b: Fraction): bigint => a.over * b.under - b.over * a.under;

function valueOf(tree: Tree, size: number | undefined): Fraction | boolean | undefined {
  const of = (part: Tree): Fraction | undefined => valueOf(part, size) as Fraction | undefined;
  const truthOf = (part: Tree): boolean | undefined => valueOf(part, size) as boolean | undefined;
  switch (tree.is) {
    case 'number':
      return { over: BigInt(Math.round(tree.value * 100)), under: 100n };
    case 'size':
      return size === undefined ? undefined : { over: BigInt(size), under: 1n };
    case 'blank':
      return undefined;
    case 'coalesce':
      return of(tree.left) ?? of(tree.right);
    case 'if':
      return truthOf(tree.condition) === true ? of(tree.yes) : of(tree.no);
    case 'and':
    case 'or': {
      const decisive = tree.is === 'or';
      const both = [truthOf(tree.left), truthOf(tree.right)];
      return both.includes(decisive) ? decisive : both.includes(undefined) ? undefined : !decisive;
    }
    default: {
      const [a, b] = [of(tree.left), of(tree.right)];
      if (!a || !b) return undefined;
      if (tree.is === '+') return plain(a.over * b.under + b.over * a.under, a.under * b.under);
      if (tree.is === '-') return plain(a.over * b.under - b.over * a.under, a.under * b.under);
      if (tree.is === '*') return plain(a.over * b.over, a.under * b.under);
      if (tree.is === '/') return b.over === 0n ? undefined : plain(a.over * b.under, a.under * b.over);
      if (tree.is === 'min') return compare(a, b) <= 0n ? a : b;
      return tree.is === '<' ? compare(a, b) < 0n : compare(a, b) === 0n;
    }
  }
}
