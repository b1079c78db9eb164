import type { Tongue } from '../tongue.js';

export const spanish: Tongue = {
  language: 'es',
  country: 'ES',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Madrid',
  utcOffset: 1,
  phone: '+34 91 555 0# ##',
  address: '{street}, {n}',
  streets:
    'Calle del Molino; Avenida del Puerto; Calle de la Fragua; Plaza de la Lonja; Camino de la Ermita; Calle de los Olivos; Paseo de la Ribera; Polígono La Cantera',
  cities:
    'Albacete|020##; Burgos|090##; Cádiz|110##; Gijón|332##; Logroño|260##; Murcia|300##; Valladolid|470##; Zaragoza|500##',
  fullName: '{given} {family}',
  feminine:
    'Alba; Beatriz; Carmen; Dolores; Estrella; Fátima; Gloria; Inmaculada; Jimena; Lourdes; Marisol; Nuria; Olga; Paloma; Rocío; Sonia; Teresa; Verónica; Ximena; Yolanda',
  masculine:
    'Álvaro; Benito; César; Damián; Emilio; Fermín; Gonzalo; Hugo; Ignacio; Jacinto; Leandro; Martín; Nicolás; Óscar; Ramiro; Saúl; Tomás; Ulises; Vicente; Zacarías',
  families:
    'Albarracín Soto; Bermejo Lara; Cifuentes Rey; Doñate Pla; Escudero Vega; Fontela Ríos; Gallardo Pina; Hontoria Gil; Izaguirre Sanz; Jarque Mora; Llamazares Díez; Manzaneda Cruz; Novales Prieto; Otxoa Marín; Pedraza Luna; Quiroga Bravo; Robledo Cano; Salvatierra Nieto; Tordesillas Mas; Urrutia Peña; Valdés Carmona; Yuste Alarcón; Zabaleta Roig; Almansa Portillo',
  company: '{trade} {stem}, {form}',
  companyInCity: '{trade} {stem} {city}, {form}',
  stems:
    'Aguaviva; Belmar; Castroverde; Dehesa Alta; Encinares; Fuensalida; Guadalmar; Hontanar; Jarales; La Solana; Majadal; Navarredonda; Olmedilla; Peñarroya; Quintanilla; Riosol; Sotoblanco; Tierra Alta; Umbría; Valdeluz; Villacampo; Zarzal; Montesol; Cantalobos',
  trades: {
    Manufacturing: 'Talleres; Metalúrgica',
    Logistics: 'Transportes; Almacenes',
    Retail: 'Viveros; Calzados',
    Construction: 'Construcciones; Obras',
    Energy: 'Energías; Calderas',
    Food: 'Quesos; Conservas',
    Health: 'Clínicas; Residencias',
    Hospitality: 'Hoteles; Balnearios',
  },
  forms: 'S.L.; S.A.; S. Coop.',
  jobs: 'Dirección general; Responsable de operaciones; Responsable de sistemas; Responsable de compras; Dirección financiera; Jefatura de planta; Atención al cliente; Dirección comercial',
  deals: {
    Portal: 'Portal de proveedores, fase {phase}; Portal de distribuidores, {n} delegaciones; Área de clientes',
    Shop: 'Tienda de recambios; Pedidos en línea para {n} tiendas; Nueva tienda mayorista',
    'Service desk': 'Centro de soporte, {n} puestos; Partes de servicio en campo; Gestión de incidencias, fase {phase}',
    Sensors: 'Sensores de cámara frigorífica, fase {phase}; Detección de fugas en {n} plantas; Control de calderas',
    Fleet: 'Telemática de flota, {n} vehículos; Planificación de rutas; Aplicación para conductores',
    Warehouse: 'Despliegue en {n} almacenes; Terminales de recepción; Inventario permanente',
    Analytics: 'Cuadro de mando de planta; Informe de márgenes {year}; Previsión de demanda, {n} tiendas',
    Care: 'Acuerdo marco {year}; Renovación del soporte; Formación de {n} usuarios',
  },
  calls:
    'Llamada con {name} sobre {deal}; Dudas sobre la oferta; Seguimiento tras la demostración; {name} pide una referencia',
  emails: 'Oferta: {deal}; Respuestas a sus preguntas; Resumen de la reunión; Borrador del contrato',
  meetings: 'Demostración para {name} y su equipo; Visita a planta; Arranque: {deal}; Negociación de condiciones',
  tasks: 'Preparar la oferta; Enviar referencias; Comprobar los plazos; Consultar el descuento',
  notes:
    'Presupuesto aprobado para este año, decide el consejo.; {name} prefiere empezar por un solo centro.; Su contrato actual vence en primavera.',
};
