import type { Tongue } from '../tongue.js';

export const polish: Tongue = {
  language: 'pl',
  country: 'PL',
  currency: 'PLN',
  perEuro: 4.3,
  timeZone: 'Europe/Warsaw',
  utcOffset: 1,
  phone: '+48 22 555 0# ##',
  address: 'ul. {street} {n}',
  streets: 'Młyńska; Garbarska; Kolejowa; Portowa; Lipowa; Kamienna; Rzemieślnicza; Ogrodowa',
  cities:
    'Białystok|15-###; Bydgoszcz|85-###; Katowice|40-###; Lublin|20-###; Łódź|90-###; Rzeszów|35-###; Szczecin|70-###; Toruń|87-###',
  fullName: '{given} {family}',
  feminine:
    'Agnieszka; Bożena; Celina; Dorota; Edyta; Felicja; Grażyna; Halina; Izabela; Jolanta; Kinga; Lucyna; Małgorzata; Natalia; Oliwia; Patrycja; Renata; Sylwia; Urszula; Żaneta',
  masculine:
    'Arkadiusz; Bogdan; Cezary; Dariusz; Eryk; Filip; Grzegorz; Hubert; Ireneusz; Jacek; Kamil; Łukasz; Mariusz; Norbert; Olgierd; Przemysław; Radosław; Sławomir; Tadeusz; Zbigniew',
  families:
    'Adamkowski/Adamkowska; Brzeziński/Brzezińska; Cisowski/Cisowska; Dąbrówka; Flisiński/Flisińska; Gołębiak; Hryniewiecki/Hryniewiecka; Iwański/Iwańska; Jaworek; Kalinowicz; Łęczycki/Łęczycka; Malinowiecki/Malinowiecka; Niedbała; Olchowy/Olchowa; Pietrzyk; Rogalewski/Rogalewska; Sokołowicz; Świerczek; Tarnawski/Tarnawska; Urbaniak; Wierzbowski/Wierzbowska; Zaręba; Źrebiec; Żmudziński/Żmudzińska',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Brama; Cisowy Bór; Dębina; Jarzębina; Kalinowy Gaj; Lipowiec; Łęgi; Modrzew; Nadrzecze; Olszyna; Podgaje; Rudawka; Sosnówka; Świtezianka; Topolany; Wierzbno; Zakole; Zielony Jar; Orlik; Bursztynowo; Głogowiec; Krzemień; Wrzosowo; Żurawno',
  trades: {
    Manufacturing: 'Odlewnia; Narzędzia',
    Logistics: 'Logistyka; Spedycja',
    Retail: 'Meble; Ogrody',
    Construction: 'Budownictwo; Roboty Drogowe',
    Energy: 'Ciepłownie; Energia',
    Food: 'Mleczarnia; Piekarnie',
    Health: 'Przychodnie; Diagnostyka',
    Hospitality: 'Hotele; Uzdrowiska',
  },
  forms: 'sp. z o.o.; S.A.; sp.j.',
  jobs: 'Prezes zarządu; Kierownik operacyjny; Kierownik IT; Kierownik zakupów; Dyrektor finansowy; Kierownik zakładu; Kierownik obsługi klienta; Dyrektor sprzedaży',
  deals: {
    Portal: 'Portal dostawców, etap {phase}; Portal dealerski, {n} oddziałów; Strefa klienta',
    Shop: 'Sklep z częściami; Zamówienia online, {n} sklepów; Nowa platforma hurtowa',
    'Service desk': 'Centrum obsługi, {n} stanowisk; Zgłoszenia serwisowe w terenie; System zgłoszeń, etap {phase}',
    Sensors: 'Czujniki w chłodniach, etap {phase}; Wykrywanie wycieków, {n} lokalizacji; Nadzór kotłowni',
    Fleet: 'Telematyka floty, {n} pojazdów; Planowanie tras; Aplikacja dla kierowców',
    Warehouse: 'Wdrożenie w {n} magazynach; Skanery na przyjęciach; Inwentaryzacja ciągła',
    Analytics: 'Pulpit kierownika zakładu; Raport marż {year}; Prognoza sprzedaży, {n} sklepów',
    Care: 'Umowa ramowa {year}; Przedłużenie opieki serwisowej; Szkolenie dla {n} użytkowników',
  },
  calls: 'Rozmowa: {deal}, {name}; Pytania do oferty; Telefon po prezentacji; Prośba o referencje, {name}',
  emails: 'Oferta: {deal}; Odpowiedzi na pytania; Podsumowanie spotkania; Projekt umowy',
  meetings: 'Prezentacja dla zespołu; Wizja lokalna; Start projektu: {deal}; Negocjacje warunków',
  tasks: 'Przygotować ofertę; Wysłać referencje; Sprawdzić terminy dostaw; Uzgodnić rabat',
  notes:
    'Budżet na ten rok jest zatwierdzony, decyduje zarząd.; Chcą zacząć od jednej lokalizacji.; Obecna umowa kończy się wiosną.',
};
