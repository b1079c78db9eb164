// Files of the shape of the real pipeline that the import is tested with: the benchmark has to run where that is not.

const PRODUCTS = ['GTX Basic', 'GTX Pro', 'MG Special', 'MG Advanced', 'GTX Plus Pro', 'GTX Plus Basic', 'GTK 500'];
const PRICES = [550, 4821, 55, 3393, 5482, 1096, 26768];
const AGENTS = Array.from({ length: 35 }, (_, index) => `Agent ${index + 1}`);
const ACCOUNTS = Array.from({ length: 85 }, (_, index) => `Account ${index + 1}`);

export const products = (): string =>
  lines(
    'product,series,sales_price',
    PRODUCTS.map((product, index) => `${product},${product.split(' ')[0]},${PRICES[index]}`),
  );

export const salesTeams = (): string =>
  lines(
    'sales_agent,manager,regional_office',
    AGENTS.map((agent, index) => `${agent},Manager ${index % 6},${['Central', 'East', 'West'][index % 3]}`),
  );

export const accounts = (): string =>
  lines(
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
    ACCOUNTS.map((account, index) => `${account},retail,${1980 + (index % 40)},${index * 31.25},${index * 97},Norway,`),
  );

/** So many opportunities: of a hundred, 6 are in Prospecting, 18 in Engaging, 48 won and 28 lost. */
export function opportunities(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const place = (index * 37) % 100;
    const stage = place < 6 ? 'Prospecting' : place < 24 ? 'Engaging' : place < 72 ? 'Won' : 'Lost';
    const isClosed = place >= 24;
    const product = (index * 5) % PRODUCTS.length;
    const engaged = place < 6 ? '' : dayAfter(index % 300);
    const closed = isClosed ? dayAfter((index % 300) + 7 + (index % 90)) : '';
    const value =
      stage === 'Won' ? Math.round((PRICES[product] ?? 0) * (0.9 + (index % 20) / 100)) : stage === 'Lost' ? 0 : '';
    const account = index % 6 === 0 ? '' : ACCOUNTS[(index * 11) % ACCOUNTS.length];
    const spelled = product === 1 ? 'GTXPro' : PRODUCTS[product];
    return [
      index.toString(36).toUpperCase().padStart(8, '0'),
      AGENTS[index % 30],
      spelled,
      account,
      stage,
      engaged,
      closed,
      value,
    ].join(',');
  });
  return lines('opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value', rows);
}

const lines = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
const dayAfter = (days: number): string =>
  new Date(Date.UTC(2016, 9, 20) + days * 86_400_000).toISOString().slice(0, 10);
