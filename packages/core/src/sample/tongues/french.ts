import type { Tongue } from '../tongue.js';

export const french: Tongue = {
  language: 'fr',
  country: 'FR',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Paris',
  utcOffset: 1,
  phone: '+33 1 99 00 ## ##',
  address: '{n}, {street}',
  streets:
    'rue des Tanneurs; quai de la Fonderie; avenue du Moulin; rue de la Gare; chemin des Vignes; impasse du Four; boulevard du Canal; place de la Halle',
  cities:
    'Angers|49###; Dijon|21###; Grenoble|38###; Limoges|87###; Nantes|44###; Reims|51###; Toulouse|31###; Valence|26###',
  fullName: '{given} {family}',
  feminine:
    'Agathe; Bénédicte; Camille; Delphine; Élodie; Fanny; Gaëlle; Hélène; Inès; Justine; Laure; Maëlle; Nadège; Océane; Pauline; Solène; Séverine; Valérie; Yolande; Zoé',
  masculine:
    'Antoine; Baptiste; Cédric; Didier; Étienne; Fabrice; Gaspard; Hervé; Jérôme; Laurent; Mathieu; Noël; Olivier; Pascal; Quentin; Rémi; Sylvain; Thibault; Vincent; Yannick',
  families:
    'Aubrac; Brévent; Chastaing; Delaunoy; Escoffre; Fontanel; Garrigou; Hautbois; Jacquemet; Lamoureux; Marchandeau; Naudet; Ozanne; Peyrolles; Quintard; Roussillat; Sauvageot; Tavernier-Roche; Urbain; Vaucelles; Verdelhan; Cazalis; Bertholon; Montagnier',
  company: '{trade} {stem} {form}',
  companyInCity: '{trade} {stem} {city} {form}',
  stems:
    'Aubépine; Brévent; Clairmarais; Doucelle; Escalette; Fontvieille; Garance; Hauterive; Jonquière; Lavandou; Marjolaine; Noirétable; Orgerus; Pierrefonds; Quatre-Vents; Rivesaltine; Saulnois; Tourmaline; Valfleury; Verneuse; Roncevaux; Bellegarde-sur-Orne; Chantemerle; Montclair',
  trades: {
    Manufacturing: 'Ateliers; Mécanique',
    Logistics: 'Transports; Entrepôts',
    Retail: 'Maison; Jardineries',
    Construction: 'Charpentes; Travaux publics',
    Energy: 'Énergies; Chaufferies',
    Food: 'Fromageries; Biscuiterie',
    Health: 'Cliniques; Laboratoires',
    Hospitality: 'Hôtels; Campings',
  },
  forms: 'SAS; SARL; SA',
  jobs: 'Directrice générale; Responsable d’exploitation; Responsable informatique; Responsable des achats; Direction financière; Responsable de site; Responsable du service client; Direction commerciale',
  deals: {
    Portal: 'Portail fournisseurs, phase {phase}; Espace revendeurs pour {n} agences; Portail clients',
    Shop: 'Boutique de pièces détachées; Commande en ligne, {n} points de vente; Refonte du site marchand',
    'Service desk': 'Centre de services, {n} postes; Suivi des interventions, phase {phase}; Assistance aux franchisés',
    Sensors: 'Capteurs de chambre froide, phase {phase}; Détection de fuites sur {n} sites; Suivi des chaudières',
    Fleet: 'Télématique, {n} véhicules; Planification des tournées; Application chauffeurs',
    Warehouse: 'Déploiement en entrepôt, {n} sites; Lecteurs portables à la réception; Inventaire tournant',
    Analytics: 'Tableau de bord usine; Suivi des marges {year}; Prévision des ventes, {n} magasins',
    Care: 'Accord-cadre {year}; Renouvellement du support; Formation de {n} utilisateurs',
  },
  calls:
    'Appel avec {name} : {deal}; Questions sur l’offre; Relance après la démonstration; {name} demande une référence',
  emails: 'Offre : {deal}; Réponses à vos questions; Compte rendu de notre réunion; Projet de contrat',
  meetings: 'Démonstration pour {name} et son équipe; Visite du site; Lancement : {deal}; Négociation des conditions',
  tasks: 'Préparer l’offre; Envoyer des références; Vérifier les délais; Valider la remise',
  notes:
    'Budget validé pour cette année, décision en comité.; {name} veut commencer par un seul site.; Leur contrat actuel se termine au printemps.',
};
