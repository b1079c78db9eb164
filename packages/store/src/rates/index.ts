export { exchangeRates as collection, houseCurrency } from './collection.js';
export { add, edit, remove, setHouseCurrency } from './commands.js';
export { all, ofHouse, ofPair } from './queries.js';
