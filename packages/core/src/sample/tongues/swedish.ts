import type { Tongue } from '../tongue.js';

export const swedish: Tongue = {
  language: 'sv',
  country: 'SE',
  currency: 'SEK',
  perEuro: 11.2,
  timeZone: 'Europe/Stockholm',
  utcOffset: 1,
  phone: '+46 8 465 00# ##',
  address: '{street} {n}',
  streets: 'Kvarngatan; Hamngatan; Garvaregatan; Stationsvägen; Lindallén; Bruksvägen; Ängsvägen; Stenhuggargatan',
  cities:
    'Borås|503 ##; Eskilstuna|632 ##; Gävle|803 ##; Kalmar|392 ##; Luleå|972 ##; Skövde|541 ##; Umeå|903 ##; Västerås|722 ##',
  fullName: '{given} {family}',
  feminine:
    'Agneta; Birgitta; Cecilia; Disa; Ebba; Frida; Gunilla; Hedvig; Ingrid; Jessika; Karolina; Lovisa; Märta; Nanna; Ottilia; Pernilla; Ronja; Sofia; Tove; Ylva',
  masculine:
    'Anders; Börje; Christer; Douglas; Evert; Fredrik; Göran; Hjalmar; Isak; Jörgen; Kjell; Lennart; Mattias; Niklas; Ola; Patrik; Roland; Sixten; Torbjörn; Åke',
  families:
    'Almquist; Björkegren; Dahlbo; Edvinsson; Forsmark; Granlöf; Hagelin; Isling; Jernfors; Kvarnström; Lindhé; Månsby; Nyhlén; Oskarby; Palmér; Rydqvist; Sandelius; Tegnby; Ulfhielm; Västerlund; Wennergård; Ågren-Holm; Ängquist; Öhrström',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} i {city} {form}',
  stems:
    'Björknäs; Dalslätt; Ekbacken; Furuvik; Granåsen; Hultkälla; Ivarsö; Järnforsen; Kattarp; Lövholmen; Mälarudden; Norrviken; Orrnäs; Rosenlund; Sälen; Tallbo; Ulvsta; Vintergatan; Åbyberg; Ängslyckan; Österbo; Kråkvik; Skogaby; Stenudden',
  trades: {
    Manufacturing: 'Mekaniska; Verktyg',
    Logistics: 'Åkeri; Logistik',
    Retail: 'Möbler; Trädgård',
    Construction: 'Bygg; Anläggning',
    Energy: 'Fjärrvärme; Energi',
    Food: 'Mejeri; Bageri',
    Health: 'Vård; Laboratorier',
    Hospitality: 'Fjällanläggningar; Hotell',
  },
  forms: 'AB; Handelsbolag; ek. för.',
  jobs: 'Verkställande direktör; Driftchef; IT-chef; Inköpschef; Ekonomichef; Platschef; Kundtjänstchef; Försäljningschef',
  deals: {
    Portal: 'Leverantörsportal, etapp {phase}; Återförsäljarportal för {n} butiker; Kundportal',
    Shop: 'Reservdelsbutik; Beställning på nätet, {n} butiker; Ny grossistbutik',
    'Service desk': 'Servicedesk, {n} platser; Felanmälan i fält; Ärendesystem, etapp {phase}',
    Sensors: 'Givare i kylrum, etapp {phase}; Läcksökning på {n} anläggningar; Övervakning av pannrum',
    Fleet: 'Fordonstelematik, {n} fordon; Ruttplanering; Förarapp',
    Warehouse: 'Lagersystem, {n} lager; Handskannrar i varumottagningen; Löpande inventering',
    Analytics: 'Nyckeltal för produktionen; Marginalrapport {year}; Efterfrågeprognos, {n} butiker',
    Care: 'Ramavtal {year}; Förlängt supportavtal; Utbildning av {n} användare',
  },
  calls: 'Samtal med {name} om {deal}; Frågor om offerten; Uppföljning efter visningen; {name} vill ha en referens',
  emails: 'Offert: {deal}; Svar på era frågor; Sammanfattning av mötet; Avtalsutkast',
  meetings: 'Visning för {name} med kollegor; Platsbesök; Uppstart: {deal}; Förhandling om villkor',
  tasks: 'Ta fram offert; Skicka referenser; Kontrollera leveranstider; Stämma av rabatten',
  notes:
    'Budgeten är godkänd i år, styrelsen beslutar.; {name} vill börja med en anläggning.; Nuvarande avtal löper ut i vår.',
};
