import type { Problem } from '../kernel/result.js';
import { isDecimal, LARGEST_PER, LARGEST_QUANTITY, MOST_LINES, MOST_TAX } from './limits.js';
import type { Discount, LineItem, Terms } from './schema.js';

/** What a line is worked out from. */
export type PricedLine = Pick<LineItem, 'id' | 'quantity' | 'price' | 'per' | 'discount' | 'taxPercent'>;

/** Why lines cannot be added up, or undefined when they can. What is taken off more than there is shows only in the sums. */
export function linesProblem(lines: readonly PricedLine[], terms: Terms): Problem | undefined {
  if (lines.length > MOST_LINES)
    return {
      code: 'pricing/too-many-lines',
      message: `${lines.length} lines are too many to be added up; ${MOST_LINES} can be. Split them.`,
      path: 'lines',
      params: { lines: lines.length, most: MOST_LINES },
    };
  const ids = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line, terms, `lines.${index}`);
    if (problem) return problem;
    if (ids.has(line.id))
      return {
        code: 'pricing/line-twice',
        message: `The line ${line.id} is there twice. Give each one an id of its own.`,
        path: `lines.${index}.id`,
        params: { id: line.id },
      };
    ids.add(line.id);
  }
  return terms.discount && discountProblem(terms.discount, terms, 'terms.discount');
}

function lineProblem(line: PricedLine, terms: Terms, path: string): Problem | undefined {
  const { quantity, price, per = 1, taxPercent = 0, discount } = line;
  if (!isDecimal(quantity, 6) || quantity <= 0 || quantity > LARGEST_QUANTITY)
    return {
      code: 'pricing/wrong-quantity',
      message: `${quantity} is no quantity. Enter a number above 0 with up to 6 decimals; to sell none, remove the line.`,
      path: `${path}.quantity`,
      fix: { kind: 'fields', fields: [`${path}.quantity`] },
    };
  if (!Number.isSafeInteger(price.minor) || price.minor < 0)
    return {
      code: 'pricing/negative-price',
      message: 'A price is 0 or more. To take something off, give a discount.',
      path: `${path}.price`,
      fix: { kind: 'fields', fields: [`${path}.price`] },
    };
  if (price.currency !== terms.currency) return otherCurrency(price.currency, terms.currency, `${path}.price`);
  if (!Number.isSafeInteger(per) || per < 1 || per > LARGEST_PER)
    return {
      code: 'pricing/wrong-quantity',
      message: `A price is for 1 to ${LARGEST_PER} at once, not for ${per}.`,
      path: `${path}.per`,
      fix: { kind: 'fields', fields: [`${path}.per`] },
    };
  if (!isDecimal(taxPercent, 4) || taxPercent < 0 || taxPercent > MOST_TAX)
    return {
      code: 'pricing/wrong-tax',
      message: `${taxPercent} percent is no tax. Enter 0 to ${MOST_TAX} with up to 4 decimals.`,
      path: `${path}.taxPercent`,
      fix: { kind: 'fields', fields: [`${path}.taxPercent`] },
    };
  return discount && discountProblem(discount, terms, `${path}.discount`);
}

function discountProblem(discount: Discount, terms: Terms, path: string): Problem | undefined {
  if ('percent' in discount)
    return isDecimal(discount.percent, 4) && discount.percent > 0 && discount.percent <= 100
      ? undefined
      : {
          code: 'pricing/wrong-discount',
          message: `${discount.percent} percent cannot be taken off. Enter above 0 to 100 with up to 4 decimals, or leave the discount out.`,
          path,
          fix: { kind: 'fields', fields: [path] },
        };
  if (discount.amount.currency !== terms.currency)
    return otherCurrency(discount.amount.currency, terms.currency, `${path}.amount`);
  return Number.isSafeInteger(discount.amount.minor) && discount.amount.minor > 0
    ? undefined
    : {
        code: 'pricing/wrong-discount',
        message: 'A discount is above 0. Leave it out to give none.',
        path,
        fix: { kind: 'fields', fields: [path] },
      };
}

/** The refusal of an amount in another currency than the lines are in. */
export const otherCurrency = (currency: string, wanted: string, path: string): Problem => ({
  code: 'pricing/other-currency',
  message: `It is in ${currency}, and everything else in ${wanted}. Choose a price in ${wanted}, or convert it with a dated rate first.`,
  path,
  params: { currency, wanted },
});

/** The refusal of a discount that is more than there is. */
export const discountTooLarge = (path: string): Problem => ({
  code: 'pricing/discount-too-large',
  message: 'The discount is more than what it is taken off from. Lower it.',
  path,
  fix: { kind: 'fields', fields: [path] },
});
