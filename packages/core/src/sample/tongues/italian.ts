import type { Tongue } from '../tongue.js';

export const italian: Tongue = {
  language: 'it',
  country: 'IT',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Rome',
  utcOffset: 1,
  phone: '+39 02 5550 ####',
  address: '{street} {n}',
  streets:
    'Via del Mulino; Viale della Stazione; Via dei Conciatori; Corso del Porto; Vicolo del Forno; Via delle Vigne; Piazza del Mercato; Strada della Cava',
  cities:
    'Ancona|601##; Bergamo|241##; Cremona|261##; Lecce|731##; Lucca|551##; Modena|411##; Trieste|341##; Vicenza|361##',
  fullName: '{given} {family}',
  feminine:
    'Alessia; Bianca; Caterina; Donatella; Elisabetta; Federica; Giuliana; Ilaria; Lavinia; Marcella; Noemi; Ornella; Paola; Raffaella; Silvana; Tiziana; Ursula; Viviana; Zita; Chiara',
  masculine:
    'Aldo; Bruno; Corrado; Dario; Ennio; Fabrizio; Gianluca; Ivano; Loris; Maurizio; Nevio; Ottavio; Piero; Renzo; Sandro; Tullio; Ubaldo; Valerio; Walter; Guido',
  families:
    'Albonetti; Bressanin; Calegari; Dallavalle; Ermacora; Fracassetti; Ghirarducci; Iannuzzo; Lovisetto; Malagoli; Nardelotto; Ongarato; Pedrazzoli; Quaglierini; Ravagnan; Scarpellini; Tonellotto; Ughetti; Valmareno; Zanchetta; Bortolussi; Cominelli; Degasperin; Fumagalli Rota',
  company: '{trade} {stem} {form}',
  companyInCity: '{trade} {stem} {city} {form}',
  stems:
    'Acquachiara; Borgovecchio; Collalto; Doralba; Fontanile; Gardenia; Isolabella; Lagomare; Montefiore Nuovo; Nebbiolina; Oltrepiano; Pietralunga; Querciola; Roccabianca; Sassoforte; Torrebruna; Umbriano; Valmareno; Verdepiano; Zagarella; Castelpiano; Fiumenero; Selvatico; Poggiosole',
  trades: {
    Manufacturing: 'Officine; Stampaggi',
    Logistics: 'Autotrasporti; Logistica',
    Retail: 'Arredamenti; Calzature',
    Construction: 'Edilizia; Costruzioni',
    Energy: 'Energia; Impianti',
    Food: 'Cantine; Pastificio',
    Health: 'Cliniche; Laboratori',
    Hospitality: 'Alberghi; Terme',
  },
  forms: 'S.r.l.; S.p.A.; Soc. Coop.',
  jobs: 'Direzione generale; Responsabile operativo; Responsabile informatico; Responsabile acquisti; Direzione finanziaria; Direzione di stabilimento; Assistenza clienti; Direzione commerciale',
  deals: {
    Portal: 'Portale fornitori, fase {phase}; Portale rivenditori per {n} filiali; Area clienti',
    Shop: 'Negozio ricambi; Ordini ricorrenti per cantine; Ordini online, {n} punti vendita',
    'Service desk': 'Centro assistenza, {n} postazioni; Interventi sul campo; Gestione ticket, fase {phase}',
    Sensors: 'Sensori per celle frigorifere, fase {phase}; Rilevamento perdite in {n} sedi; Controllo caldaie',
    Fleet: 'Telematica flotta, {n} veicoli; Pianificazione dei giri; App per autisti',
    Warehouse: 'Avvio in {n} magazzini; Terminali al ricevimento; Inventario continuo',
    Analytics: 'Cruscotto di stabilimento; Analisi dei margini {year}; Previsioni di vendita, {n} negozi',
    Care: 'Accordo quadro {year}; Rinnovo assistenza; Formazione per {n} utenti',
  },
  calls:
    'Telefonata con {name} su {deal}; Domande sull’offerta; Seguito dopo la dimostrazione; {name} chiede una referenza',
  emails: 'Offerta: {deal}; Risposte alle vostre domande; Riepilogo dell’incontro; Bozza di contratto',
  meetings: 'Dimostrazione per {name} e colleghi; Sopralluogo; Avvio: {deal}; Trattativa sulle condizioni',
  tasks: 'Preparare l’offerta; Inviare referenze; Verificare i tempi di consegna; Chiarire lo sconto',
  notes:
    'Budget approvato per quest’anno, decide il consiglio.; {name} vuole partire da una sola sede.; Il contratto attuale scade in primavera.',
};
