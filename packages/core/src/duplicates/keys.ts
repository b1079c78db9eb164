import { companySound } from './company-name.js';
import { soundOf } from './fold.js';
import type { Identity } from './identity.js';
import { nameSound } from './person-name.js';

/**
 * The blocking keys of an identity: only rows that share one of them are compared at all (Fellegi and Sunter 1969; Newcombe
 * 1967), so that finding duplicates costs the same in a large book as in a small one. Each key is a mark for its kind and
 * 11 characters made of what it stands for.
 */
export function blockingKeys(identity: Identity): readonly string[] {
  const { person, company, emails, phones, domains, birthDate, place, taxId } = identity;
  const keys: string[] = [];
  const add = (kind: string, text: string): void => {
    if (text !== '') keys.push(`${kind}${digest(text)}`);
  };
  for (const { mailbox } of emails) add('e', mailbox);
  for (const { ending } of phones) add('p', ending);
  if (taxId !== undefined) add('t', taxId);
  if (person) {
    const sound = nameSound(person);
    if (person.isHan || person.words.length > 1) add('n', sound);
    // Few people share the day they were born, or a door: the name need not be the same.
    if (birthDate !== undefined) add('b', birthDate);
    if (place !== undefined) add('a', place);
    const sounds = person.isHan ? person.words : person.words.filter((word) => word.length > 1).map(soundOf);
    for (const word of sounds) {
      for (const domain of domains) add('d', `${domain} ${word}`);
      if (company) add('w', `${companySound(company)} ${word}`);
    }
  }
  if (company) add('c', companySound(company));
  if (!person) for (const domain of domains) add('s', domain);
  return [...new Set(keys)];
}

/** 53 bits of a text as 11 characters: two different texts hardly ever have the same. FNV-1a (Fowler, Noll, Vo), twice. */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + place), 0x5bd1e995);
  }
  high ^= high >>> 15;
  return ((high >>> 0) * 0x200000 + (low >>> 11)).toString(36).padStart(11, '0');
}
