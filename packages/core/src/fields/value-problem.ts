import { isDay } from '../kernel/day.js';
import { isId } from '../kernel/id.js';
import { isInstant } from '../kernel/instant.js';
import { currencyExponent, isCurrencyCode } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';
import type { Field } from './field.js';
import { fieldProblem } from './field-problem.js';

/** Characters of a text where the definition sets no limit. */
const TEXT = { text: 500, longText: 100_000, email: 320, phone: 50, url: 2_000 } as const;

/** Digits behind the point where the definition says nothing. */
export const DECIMALS = 6;

/** One @ with something before it and a name with a dot behind it, and no white space: what HTML asks of `input type=email`, with any letters. */
const EMAIL = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@."(),:;<>[\]\\]+(?:\.[^\s@."(),:;<>[\]\\]+)+$/u;
/** Digits with what people put between them: +43 (1) 234-56.78 ext. 9. */
const PHONE = /^\+?[\d\s().\-/]*\d[\d\s().\-/]*(?:(?:x|ext\.?|#|;ext=)\s*\d{1,8})?$/i;
const WEB = /^https?:\/\/[^\s/?#@:]+(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/**
 * Why a value does not fit a field, or undefined when it does. Problems: `fields/wrong-type`, `fields/out-of-bounds`,
 * `fields/unknown-option`, `fields/too-many-decimals`, `fields/wrong-format`; their path is that of the field in the row.
 */
export function valueProblem(field: Field, value: unknown): Problem | undefined {
  switch (field.valueType) {
    case 'text':
    case 'longText':
      return textProblem(field, value, field.most ?? TEXT[field.valueType]);
    case 'email':
      return textProblem(field, value, TEXT.email, EMAIL, 'an e-mail address such as lea@brama.example');
    case 'phone':
      return textProblem(field, value, TEXT.phone, PHONE, 'a phone number such as +43 1 234 56 78');
    case 'url':
      return textProblem(field, value, TEXT.url, WEB, 'an address such as https://brama.example');
    case 'number':
    case 'percent':
      return numberProblem(field, value);
    case 'money':
      return moneyProblem(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType(field, 'true or false');
    case 'day':
      return typeof value === 'string' && isDay(value) ? undefined : wrongType(field, 'a day as YYYY-MM-DD');
    case 'instant':
      return typeof value === 'string' && isInstant(value)
        ? undefined
        : wrongType(field, 'a moment in UTC as YYYY-MM-DDThh:mm:ss.sssZ');
    case 'choice':
      return typeof value === 'string' ? optionProblem(field, value) : wrongType(field, 'one of the options');
    case 'choices':
      return choicesProblem(field, value);
    case 'reference':
      return idProblem(field, value, field.to ?? '');
    case 'user':
      return idProblem(field, value, 'user');
  }
}

function textProblem(
  field: Field,
  value: unknown,
  most: number,
  shape?: RegExp,
  expected = 'a text',
): Problem | undefined {
  if (typeof value !== 'string') return wrongType(field, expected);
  const { least = 0 } = shape ? {} : field;
  if (value.length < least || value.length > most)
    return problem(field, 'out-of-bounds', `Expected ${least} to ${most} characters.`);
  return !shape || shape.test(value) ? undefined : problem(field, 'wrong-format', `Expected ${expected}.`);
}

function numberProblem(field: Field, value: unknown): Problem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(field, 'a number');
  const { least = -Infinity, most = Infinity, decimals = DECIMALS } = field;
  if (value < least || value > most) return outOfBounds(field);
  return Number(value.toFixed(decimals)) === value || Math.abs(value) >= 1e21
    ? undefined
    : problem(field, 'too-many-decimals', `Expected at most ${decimals} digits behind the point. Round it first.`);
}

function moneyProblem(field: Field, value: unknown): Problem | undefined {
  const { minor, currency } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<'minor' | 'currency', unknown>
  >;
  if (!Number.isSafeInteger(minor) || typeof currency !== 'string' || !isCurrencyCode(currency))
    return wrongType(field, 'an amount of money: whole minor units and a currency');
  if (field.currency !== undefined && currency !== field.currency)
    return problem(field, 'wrong-format', `Expected an amount in ${field.currency}, got ${currency}.`);
  const scale = 10 ** currencyExponent(currency);
  const { least = -Infinity, most = Infinity } = field;
  return (minor as number) < least * scale || (minor as number) > most * scale ? outOfBounds(field) : undefined;
}

function choicesProblem(field: Field, value: unknown): Problem | undefined {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    return wrongType(field, 'a list of options');
  if (new Set(value).size !== value.length) return problem(field, 'wrong-format', 'Expected each option once.');
  const { least = 0, most = Infinity } = field;
  if (value.length < least || value.length > most) return outOfBounds(field);
  for (const each of value as readonly string[]) {
    const wrong = optionProblem(field, each);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Whether an option is there at all. One that is retired is checked where somebody chooses it anew. */
function optionProblem(field: Field, value: string): Problem | undefined {
  if (!field.options || field.options.some((option) => option.value === value)) return undefined;
  const known = field.options.slice(0, 20).map((option) => option.value);
  return problem(field, 'unknown-option', `"${value.slice(0, 80)}" is none of ${known.join(', ')}.`);
}

const idProblem = (field: Field, value: unknown, kind: string): Problem | undefined =>
  typeof value === 'string' && isId(kind, value) && value.length <= 255
    ? undefined
    : wrongType(field, `the id of a ${kind}`);

const outOfBounds = (field: Field): Problem => {
  const { least, most } = field;
  const bounds =
    least === undefined ? `at most ${most}` : most === undefined ? `at least ${least}` : `${least} to ${most}`;
  return problem(field, 'out-of-bounds', `Expected ${bounds}.`);
};

const wrongType = (field: Field, expected: string): Problem => problem(field, 'wrong-type', `Expected ${expected}.`);

const problem = (field: Field, code: string, message: string): Problem =>
  fieldProblem(code, field, `"${field.name}" of a ${field.on}: ${message}`, {}, field.path);
