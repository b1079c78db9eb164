import type { Tongue } from '../tongue.js';

export const finnish: Tongue = {
  language: 'fi',
  country: 'FI',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Helsinki',
  utcOffset: 2,
  phone: '+358 9 555 0###',
  address: '{street} {n}',
  streets: 'Myllykatu; Satamakatu; Nahkurinkatu; Asemakatu; Lehmuskuja; Tehtaankatu; Niittytie; Kivimiehentie',
  cities: 'Joensuu|801##; Jyväskylä|401##; Kotka|481##; Kuopio|701##; Lahti|151##; Oulu|901##; Pori|281##; Vaasa|651##',
  fullName: '{given} {family}',
  feminine:
    'Aino; Eeva; Hanna; Helmi; Inkeri; Irmeli; Johanna; Kaisa; Leena; Maarit; Minna; Noora; Outi; Päivi; Raija; Saara; Sirpa; Tuula; Ulla; Vieno',
  masculine:
    'Antti; Eero; Esko; Hannu; Ilkka; Jari; Jukka; Kalle; Lauri; Markku; Niilo; Olavi; Paavo; Petri; Reijo; Seppo; Tapio; Timo; Urho; Veikko',
  families:
    'Ahokangas; Eskelä; Haapakoski; Hietaniemi; Isoaho; Järvelin; Kallioranta; Koskela-Aho; Lehtovaara; Lumikoski; Mäkiharju; Niemistö; Ojanperä; Pihlajakoski; Rantakallio; Saarikko; Suvanto; Tervalahti; Tuomikoski; Uotinmäki; Vainionpää; Viitasalo; Ylitalo; Äijälä',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Aurinkolahti; Haukivuori; Honkasaari; Hopeaniemi; Järvenranta; Kallioaho; Karhunkoski; Kuusimäki; Lumikoski; Merituuli; Mäntyharju; Niittysaari; Onkilampi; Petäjälä; Revontuli; Saarnilahti; Suopursu; Tammikoski; Tunturila; Uutela; Vaahtera; Valkeasaari; Ylitalo; Ruskamaa',
  trades: {
    Manufacturing: 'Konepaja; Työkalut',
    Logistics: 'Kuljetus; Logistiikka',
    Retail: 'Kalusteet; Puutarha',
    Construction: 'Rakennus; Maanrakennus',
    Energy: 'Lämpö; Energia',
    Food: 'Meijeri; Leipomot',
    Health: 'Hoiva; Laboratoriot',
    Hospitality: 'Hotellit; Kylpylät',
  },
  forms: 'Oy; Oyj; Osk',
  jobs: 'Toimitusjohtaja; Tuotantopäällikkö; Tietohallintopäällikkö; Ostopäällikkö; Talousjohtaja; Tehdaspäällikkö; Asiakaspalvelupäällikkö; Myyntijohtaja',
  deals: {
    Portal: 'Toimittajaportaali, vaihe {phase}; Jälleenmyyjäportaali, {n} toimipistettä; Asiakasportaali',
    Shop: 'Varaosakauppa; Verkkotilaukset, {n} myymälää; Uusi tukkukauppa',
    'Service desk': 'Palvelupiste, {n} käyttäjää; Vikailmoitukset kentältä; Tukipyynnöt, vaihe {phase}',
    Sensors: 'Kylmävaraston anturit, vaihe {phase}; Vuotovahdit, {n} kohdetta; Kattilahuoneen valvonta',
    Fleet: 'Kalustonseuranta, {n} ajoneuvoa; Reittisuunnittelu; Kuljettajasovellus',
    Warehouse: 'Varastojärjestelmä, {n} varastoa; Käsipäätteet vastaanottoon; Jatkuva inventaario',
    Analytics: 'Tuotannon mittaristo; Kateraportti {year}; Kysyntäennuste, {n} myymälää',
    Care: 'Puitesopimus {year}; Tukisopimuksen jatko; Koulutus, {n} käyttäjää',
  },
  calls: 'Puhelu: {name}, {deal}; Kysymyksiä tarjouksesta; Soitto esittelyn jälkeen; {name} pyysi referenssiä',
  emails: 'Tarjous: {deal}; Vastaukset kysymyksiin; Yhteenveto tapaamisesta; Sopimusluonnos',
  meetings: 'Esittely asiakkaalle; Käynti paikan päällä; Aloitus: {deal}; Neuvottelu ehdoista',
  tasks: 'Valmistele tarjous; Lähetä referenssit; Tarkista toimitusajat; Sovi alennuksesta',
  notes:
    'Budjetti on hyväksytty tälle vuodelle, hallitus päättää.; He haluavat aloittaa yhdestä toimipisteestä.; Nykyinen sopimus päättyy keväällä.',
};
