import type { Tongue } from '../tongue.js';

export const english: Tongue = {
  language: 'en',
  country: 'GB',
  currency: 'GBP',
  perEuro: 0.85,
  timeZone: 'Europe/London',
  utcOffset: 0,
  phone: '+44 20 7946 0###',
  address: '{n} {street}',
  streets:
    'Quarry Lane; Mill Road; Station Parade; Wharf Street; Foundry Way; Orchard Close; Tannery Row; Harbour Street',
  cities:
    'Leeds|LS1 #AB; Bristol|BS2 #RE; Norwich|NR3 #HT; Sheffield|S3 #WB; Cardiff|CF10 #GA; Dundee|DD1 #NL; Exeter|EX4 #QD; Hull|HU1 #SA',
  fullName: '{given} {family}',
  feminine:
    'Alison; Bridget; Charlotte; Deborah; Eleanor; Frances; Gemma; Harriet; Imogen; Joanna; Kirsty; Lorna; Moira; Nicola; Olivia; Philippa; Rosalind; Sandra; Tamsin; Wendy',
  masculine:
    'Adrian; Barnaby; Callum; Desmond; Edwin; Fergus; Graham; Howard; Iain; Julian; Keith; Leonard; Malcolm; Nigel; Oswin; Patrick; Rupert; Stuart; Trevor; Wesley',
  families:
    'Ashdown; Birtwell; Cragg; Dunsford; Elphick; Fairbrass; Garside; Hollowell; Ibbotson; Jessop; Kitteridge; Lumsden; Marchbank; Netherby; Oakshott; Pettifer; Quayle; Rawcliffe; Satchwell; Thackray; Underhay; Venning; Wadsley; Yardley-Pope',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Ashwick; Brackenholt; Coldharbour Mill; Dunmoor; Eastlea; Fennimore; Greyfell; Hartsbeck; Inglestone; Kettleford; Larkrise; Millbrae; Northgarth; Otterdale; Penhallick; Quarrendon Hill; Ravenscleugh; Saltmarsh; Tarnside; Ullesthorpe; Vellacott; Wychford; Yarrowfield; Thistlemoor',
  trades: {
    Manufacturing: 'Castings; Precision Tools',
    Logistics: 'Haulage; Freight',
    Retail: 'Outfitters; Garden Centres',
    Construction: 'Builders; Civil Works',
    Energy: 'Heat Networks; Renewables',
    Food: 'Dairies; Bakeries',
    Health: 'Care Homes; Diagnostics',
    Hospitality: 'Hotels; Holiday Parks',
  },
  forms: 'Ltd; plc; Group',
  jobs: 'Managing Director; Head of Operations; IT Manager; Purchasing Manager; Finance Director; Plant Manager; Customer Service Lead; Head of Sales',
  deals: {
    Portal: 'Supplier portal, phase {phase}; Dealer portal for {n} branches; Customer portal with self-service returns',
    Shop: 'Spare-parts shop; Trade counter ordering, {n} branches; Wholesale shop relaunch',
    'Service desk': 'Service desk, {n} seats; Field-service tickets, phase {phase}; Help desk for franchisees',
    Sensors: 'Cold-store sensors, phase {phase}; Leak detection at {n} sites; Boiler-room monitoring',
    Fleet: 'Fleet telematics, {n} vehicles; Route planning for night deliveries; Driver app rollout',
    Warehouse: 'Warehouse rollout, {n} sites; Hand scanners for goods-in; Slotting and stock counts',
    Analytics: 'Plant dashboard; Margin reporting {year}; Demand forecast for {n} depots',
    Care: 'Framework agreement {year}; Support contract renewal; Training for {n} key users',
  },
  calls:
    'Call with {name} about {deal}; Questions on the offer; Follow-up after the demo; Called {name}, asked for a reference',
  emails: 'Offer for {deal}; Answers to your questions; Summary of our meeting; Contract draft',
  meetings: 'Demo for {name} and team; Site visit; Kick-off {deal}; Negotiation of terms',
  tasks: 'Prepare the offer; Send reference customers; Check delivery dates; Clear the discount with finance',
  notes:
    'Budget is approved for this year, decision by the board.; {name} wants to start with one site and then roll out.; Their present contract ends in spring.',
};
