import type { Tongue } from '../tongue.js';

export const norwegian: Tongue = {
  language: 'nb',
  country: 'NO',
  currency: 'NOK',
  perEuro: 11.6,
  timeZone: 'Europe/Oslo',
  utcOffset: 1,
  phone: '+47 55 50 0# ##',
  address: '{street} {n}',
  streets: 'Møllegata; Havnegata; Garverveien; Stasjonsveien; Lindeveien; Verksveien; Engveien; Steinhoggerveien',
  cities: 'Bodø|80##; Drammen|30##; Hamar|23##; Haugesund|55##; Molde|64##; Skien|37##; Tromsø|90##; Ålesund|60##',
  fullName: '{given} {family}',
  feminine:
    'Astrid; Berit; Cathrine; Dagny; Eli; Frøydis; Gro; Hilde; Ingeborg; Jorunn; Kari; Liv; Marit; Nina; Oddny; Ragnhild; Solveig; Turid; Unni; Åshild',
  masculine:
    'Arne; Bjarne; Dag; Egil; Finn; Geir; Halvor; Ivar; Jarle; Kåre; Leif; Magne; Njål; Oddvar; Petter; Roar; Steinar; Terje; Vidar; Øystein',
  families:
    'Aamodtlien; Bergsvåg; Dalsbø; Eikeland; Fjellvik; Grønlien; Haukenes; Isfjord; Jordalen; Kvalheim; Lundsgård; Myrstad; Nesbakken; Opdøl; Rørvang; Sandvær; Torsnes; Ulstad-Moe; Vågsether; Wiersdal; Ødegaard Lie; Åsnes; Brattli; Skogheim',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Bjørnefjord; Dalsida; Eidsøy; Fjellvik; Granli; Havstein; Isbukta; Kvitnes; Lyngmo; Måsøya; Nordbryg; Osvåg; Rørkilen; Sjøbu; Tindeland; Tønsvik; Ulvøy; Vestlia; Ytterdal; Øydal; Åsheim; Brattholmen; Skarvik; Steinkjær',
  trades: {
    Manufacturing: 'Mekaniske; Verktøy',
    Logistics: 'Rederi; Transport',
    Retail: 'Sport; Møbler',
    Construction: 'Bygg; Anlegg',
    Energy: 'Energi; Fjernvarme',
    Food: 'Meieri; Sjømat',
    Health: 'Omsorg; Laboratorier',
    Hospitality: 'Hotell; Fjellstuer',
  },
  forms: 'AS; ASA; SA',
  jobs: 'Daglig leder; Driftssjef; IT-sjef; Innkjøpssjef; Økonomisjef; Fabrikksjef; Kundeserviceleder; Salgssjef',
  deals: {
    Portal: 'Leverandørportal, fase {phase}; Forhandlerportal for {n} avdelinger; Kundeportal',
    Shop: 'Reservedelsbutikk; Nettbestilling, {n} butikker; Ny grossistbutikk',
    'Service desk': 'Servicesenter, {n} plasser; Feilmelding i felt; Saksbehandling, fase {phase}',
    Sensors: 'Sensorer i kjølelager, fase {phase}; Lekkasjevarsling på {n} anlegg; Overvåking av fyrrom',
    Fleet: 'Flåtestyring, {n} kjøretøy; Ruteplanlegging; Sjåførapp',
    Warehouse: 'Lagersystem, {n} lagre; Håndskannere i varemottak; Løpende varetelling',
    Analytics: 'Nøkkeltall for produksjonen; Marginrapport {year}; Etterspørselsprognose, {n} butikker',
    Care: 'Rammeavtale {year}; Fornyet supportavtale; Opplæring av {n} brukere',
  },
  calls: 'Samtale med {name} om {deal}; Spørsmål til tilbudet; Oppfølging etter visningen; {name} ønsker en referanse',
  emails: 'Tilbud: {deal}; Svar på spørsmålene; Oppsummering av møtet; Avtaleutkast',
  meetings: 'Visning for {name} med kolleger; Befaring; Oppstart: {deal}; Forhandling om vilkår',
  tasks: 'Lage tilbud; Sende referanser; Sjekke leveringstider; Avklare rabatten',
  notes:
    'Budsjettet er godkjent i år, styret bestemmer.; {name} vil begynne med ett anlegg.; Dagens avtale går ut til våren.',
};
