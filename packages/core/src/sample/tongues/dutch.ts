import type { Tongue } from '../tongue.js';

export const dutch: Tongue = {
  language: 'nl',
  country: 'NL',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Amsterdam',
  utcOffset: 1,
  phone: '+31 20 555 0###',
  address: '{street} {n}',
  streets: 'Molenweg; Havenkade; Looierstraat; Stationsweg; Lindelaan; Fabrieksstraat; Weidepad; Steenhouwersgracht',
  cities:
    'Almelo|76## AB; Breda|48## CD; Deventer|74## EG; Groningen|97## HK; Leeuwarden|89## LM; Nijmegen|65## NP; Venlo|59## RS; Zwolle|80## TV',
  fullName: '{given} {family}',
  feminine:
    'Annemiek; Bregje; Carlijn; Dieuwke; Elsbeth; Femke; Geertje; Hanneke; Ilse; Jacomijn; Karin; Lieke; Marloes; Nienke; Petra; Roos; Saskia; Tineke; Wendela; Yvonne',
  masculine:
    'Arend; Bart; Casper; Dirk; Evert; Floris; Gijs; Harm; IJsbrand; Jeroen; Klaas; Lammert; Menno; Niek; Pieter; Ruben; Sjoerd; Teun; Wouter; Zeger',
  families:
    'Aalbers; van den Broekhorst; Caspers; Dijkhuizen; van Elzen; Feddema; Groenewoud; Hoogland; van der IJssel; Jorritsma; Kuiperij; Loosdregt; Mulderij; van Nesselrode; Oosterwijk; Pelgrim; Reinders; Schuurman; Terpwijk; Uiterwaal; Veenendaal; Wolthuis; van Zandwijk; ten Hove',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Bosrand; Dijkzicht; Eendenkooi; Fluitenberg; Grutto; Heidebloem; IJsvogel; Kievitsveld; Landlust; Meerzicht; Noordwal; Oeverlanden; Polderwind; Rietkraag; Slotgracht; Terpwerd; Uiterdijk; Vlietzoom; Waterkant; Zandoever; Zilverreiger; Wilgenhoek; Korenmolen; Lisdodde',
  trades: {
    Manufacturing: 'Metaal; Gereedschap',
    Logistics: 'Transport; Expeditie',
    Retail: 'Tuincentra; Rijwielen',
    Construction: 'Bouw; Grondwerken',
    Energy: 'Warmte; Energie',
    Food: 'Zuivel; Bakkerijen',
    Health: 'Zorg; Diagnostiek',
    Hospitality: 'Hotels; Vakantieparken',
  },
  forms: 'B.V.; N.V.; V.O.F.',
  jobs: 'Algemeen directeur; Hoofd operatie; ICT-manager; Hoofd inkoop; Financieel directeur; Bedrijfsleider; Hoofd klantenservice; Verkoopdirecteur',
  deals: {
    Portal: 'Leveranciersportaal, fase {phase}; Dealerportaal voor {n} vestigingen; Klantportaal',
    Shop: 'Onderdelenwinkel; Online bestellen, {n} filialen; Nieuwe groothandelswinkel',
    'Service desk': 'Servicedesk, {n} werkplekken; Storingsmeldingen buitendienst; Meldingensysteem, fase {phase}',
    Sensors: 'Koelcelsensoren, fase {phase}; Lekdetectie op {n} locaties; Bewaking ketelhuis',
    Fleet: 'Wagenparkbeheer, {n} voertuigen; Routeplanning; Chauffeursapp',
    Warehouse: 'Magazijnuitrol, {n} locaties; Handscanners goederenontvangst; Doorlopende voorraadtelling',
    Analytics: 'Dashboard productie; Margerapportage {year}; Vraagvoorspelling, {n} winkels',
    Care: 'Raamovereenkomst {year}; Verlenging onderhoudscontract; Training voor {n} gebruikers',
  },
  calls:
    'Gesprek met {name} over {deal}; Vragen over de offerte; Opvolging na de demo; {name} vraagt om een referentie',
  emails: 'Offerte: {deal}; Antwoorden op uw vragen; Samenvatting van ons gesprek; Conceptcontract',
  meetings: 'Demo voor {name} en team; Locatiebezoek; Aftrap: {deal}; Onderhandeling over voorwaarden',
  tasks: 'Offerte opstellen; Referenties sturen; Levertijden nagaan; Korting afstemmen',
  notes:
    'Budget is dit jaar goedgekeurd, de directie beslist.; {name} wil met één locatie beginnen.; Het huidige contract loopt in het voorjaar af.',
};
