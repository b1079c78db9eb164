/** The currencies that are offered where any could be meant. */
export const CURRENCIES: readonly string[] = ['EUR', 'USD', 'GBP', 'CHF', 'CNY', 'JPY'];
