import type { Tongue } from '../tongue.js';

export const german: Tongue = {
  language: 'de',
  country: 'DE',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Berlin',
  utcOffset: 1,
  phone: '+49 30 23125 ###',
  address: '{street} {n}',
  streets: 'Am Güterbahnhof; Mühlweg; Gerberstraße; Lindenallee; Hafenstraße; Werkstraße; Kirchgasse; Zum Steinbruch',
  cities:
    'Augsburg|861##; Bielefeld|336##; Kassel|341##; Rostock|180##; Ulm|890##; Erfurt|990##; Osnabrück|490##; Freiburg|791##',
  fullName: '{given} {family}',
  feminine:
    'Anja; Birgit; Cornelia; Dagmar; Elke; Frauke; Gesine; Heike; Ines; Jutta; Katrin; Liselotte; Maren; Nadine; Petra; Renate; Silke; Tanja; Ulrike; Wiebke',
  masculine:
    'Achim; Bernd; Carsten; Detlef; Eckhard; Frank; Gerd; Hannes; Ingo; Jens; Karsten; Lothar; Matthias; Norbert; Olaf; Ralf; Stefan; Thorsten; Uwe; Volker',
  families:
    'Aschenbrenner; Brinkschulte; Dörfler; Ellinghaus; Fasshauer; Grünspecht; Hollerbach; Ittner; Jungblut; Kesselring; Lohmüller; Mühlfenzl; Nußbaumer; Oberpriller; Pfäffle; Quandel; Rehbein; Sauerwein; Tiefenthaler; Uhlenhaut; Vollstedt; Wachendorf; Zillmer; Steinhoff-Rau',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Aarfeld; Birkenau; Dornheim; Ebersfelde; Falkenrath; Grünspecht; Hollenstein; Immenhof; Jägerthal; Kaltenbronn; Lindwerder; Murgtal; Nebelhorst; Oberwiesen; Pfäffle; Quellental; Rabenstein; Silberbach; Tannrode; Uhlenbusch; Vierlanden; Wolfsgrund; Zabelstein; Eichholz',
  trades: {
    Manufacturing: 'Werkzeugbau; Maschinenfabrik',
    Logistics: 'Spedition; Lagerlogistik',
    Retail: 'Fahrräder; Baumärkte',
    Construction: 'Hoch- und Tiefbau; Gerüstbau',
    Energy: 'Stadtwerke; Wärmetechnik',
    Food: 'Molkerei; Feinkost',
    Health: 'Pflegedienste; Labormedizin',
    Hospitality: 'Hotels; Gastronomie',
  },
  forms: 'GmbH; AG; GmbH & Co. KG',
  jobs: 'Geschäftsführung; Leitung Betrieb; IT-Leitung; Einkaufsleitung; Kaufmännische Leitung; Werkleitung; Leitung Kundendienst; Vertriebsleitung',
  deals: {
    Portal: 'Werkstattportal für {n} Standorte; Lieferantenportal, Stufe {phase}; Händlerportal Alpenraum',
    Shop: 'Ersatzteil-Shop; B2B-Bestellplattform; Filialbestellung, {n} Märkte',
    'Service desk': 'Servicedesk, {n} Arbeitsplätze; Störungsmeldungen im Außendienst; Ticketsystem, Stufe {phase}',
    Sensors: 'Kühlhaus-Sensorik; Leckageüberwachung an {n} Standorten; Zustandsüberwachung Presswerk',
    Fleet: 'Flottentelematik, {n} Fahrzeuge; Tourenplanung Nahverkehr; Fahrer-App, Stufe {phase}',
    Warehouse: 'Lagerverwaltung, {n} Standorte; Handscanner Wareneingang; Inventur ohne Papier',
    Analytics: 'Kennzahlen für die Werkleitung; Deckungsbeiträge {year}; Absatzprognose für {n} Filialen',
    Care: 'Rahmenvertrag {year}; Verlängerung Wartungsvertrag; Schulung für {n} Anwender',
  },
  calls:
    'Telefonat mit {name} zu {deal}; Rückfragen zum Angebot; Nachfassen nach der Vorführung; {name} angerufen, bittet um Referenzen',
  emails: 'Angebot {deal}; Antworten auf Ihre Fragen; Zusammenfassung unseres Termins; Vertragsentwurf',
  meetings: 'Vorführung für {name} und Team; Ortstermin; Auftakt {deal}; Verhandlung der Konditionen',
  tasks: 'Angebot vorbereiten; Referenzkunden nennen; Liefertermine prüfen; Rabatt mit der Buchhaltung klären',
  notes:
    'Budget ist für dieses Jahr freigegeben, der Beirat entscheidet.; {name} möchte mit einem Standort beginnen.; Der bisherige Vertrag läuft im Frühjahr aus.',
};
