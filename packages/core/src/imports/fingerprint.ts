const FIRST = 0x01000193;
const SECOND = 0x85ebca6b;

/**
 * 64 bits that two different values almost never share, whatever the order of their fields: enough to tell whether
 * somebody changed a row since, without keeping the row. Two hashes of 32 bits in the manner of FNV-1a (Fowler, Noll &
 * Vo 1991), with different multipliers; the fields of an object are added up, so that their order does not count. It is
 * no protection against somebody who means to deceive it.
 */
export function fingerprint(value: unknown): string {
  let first = 0;
  let second = 0;
  const begin = (): void => {
    first = 0x811c9dc5 | 0;
    second = 0x9e3779b1 | 0;
  };
  /** The high bits reach the low ones, which a multiplication alone never lets them. */
  const takeNumbers = (one: number, two: number): void => {
    const high = Math.imul(first ^ one, FIRST);
    const low = Math.imul(second ^ two, SECOND);
    first = high ^ (high >>> 15);
    second = low ^ (low >>> 13);
  };
  const takeText = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      first = Math.imul(first ^ code, FIRST);
      second = Math.imul(second ^ code, SECOND);
    }
    takeNumbers(text.length, text.length);
  };
  const takeFields = (fields: object): void => {
    const [outerFirst, outerSecond] = [first, second];
    let firstSum = 0;
    let secondSum = 0;
    for (const key of Object.keys(fields)) {
      const inner: unknown = Reflect.get(fields, key);
      if (inner === undefined) continue;
      begin();
      takeText(key);
      take(inner);
      takeNumbers(0x3a, 0x3a);
      firstSum = (firstSum + first) | 0;
      secondSum = (secondSum + second) | 0;
    }
    first = outerFirst;
    second = outerSecond;
    takeNumbers(0x7b, 0x7b);
    takeNumbers(firstSum, secondSum);
  };
  const take = (part: unknown): void => {
    if (typeof part === 'string') takeText(part);
    else if (Array.isArray(part)) {
      takeNumbers(part.length, 0x5b);
      for (const item of part) take(item);
    } else if (typeof part === 'object' && part !== null) takeFields(part);
    else {
      takeNumbers(0x22, 0x22);
      takeText(String(part));
    }
  };

  begin();
  take(value);
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
