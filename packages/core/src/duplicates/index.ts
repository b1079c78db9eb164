export { type CompanyName, companyLikeness, companyName } from './company-name.js';
export {
  type Comparing,
  type Comparison,
  compareIdentities,
  type Evidence,
  type Reason,
  type Verdict,
} from './compare.js';
export { domainOf, type NormalEmail, normalEmail } from './email.js';
export { type Identity, type IdentitySource, identityOf } from './identity.js';
export { editDistance, editSimilarity, jaro, jaroWinkler } from './jaro-winkler.js';
export { blockingKeys } from './keys.js';
export { nameLikeness, type PersonName, personName } from './person-name.js';
export { keptPhone, type NormalPhone, normalPhone } from './phone.js';
