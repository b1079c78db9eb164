import type { Tongue } from '../tongue.js';

export const portuguese: Tongue = {
  language: 'pt',
  country: 'PT',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Lisbon',
  utcOffset: 0,
  phone: '+351 21 555 0###',
  address: '{street}, {n}',
  streets:
    'Rua do Moinho; Avenida da Estação; Rua dos Curtidores; Largo da Praça; Travessa do Forno; Rua das Oliveiras; Cais da Ribeira; Estrada da Pedreira',
  cities:
    'Aveiro|3800-###; Braga|4700-###; Coimbra|3000-###; Évora|7000-###; Faro|8000-###; Leiria|2400-###; Setúbal|2900-###; Viseu|3500-###',
  fullName: '{given} {family}',
  feminine:
    'Adelaide; Beatriz; Carlota; Diana; Eduarda; Filipa; Graça; Helena; Isaura; Joana; Leonor; Mafalda; Noémia; Odete; Patrícia; Raquel; Sílvia; Teresa; Vanda; Zulmira',
  masculine:
    'Afonso; Baltazar; Custódio; Duarte; Eurico; Feliciano; Gaspar; Henrique; Isidro; Jacinto; Lourenço; Martim; Norberto; Orlando; Quirino; Rodrigo; Salvador; Tomé; Valdemar; Xavier',
  families:
    'Abrantes Leal; Belchior; Caldeira; Damásio; Estrela Rosa; Figueiral; Gouveia Pais; Horta; Inácio; Jordão; Lobato; Mascarenhas; Nogueira Pinto; Outeiro; Penedo; Queirós; Rebocho; Sardinha; Tavares Cruz; Urbano; Valadares; Vilhena; Xavier Lopes; Zambujo',
  company: '{trade} {stem}, {form}',
  companyInCity: '{trade} {stem} {city}, {form}',
  stems:
    'Alto Minho; Beirã; Cortiça Viva; Douradouro; Ericeira Nova; Fonte Nova; Granja Velha; Horta Nova; Ilhas Verdes; Jardim do Sado; Lameiro; Monte Branco; Nascente; Olival Novo; Pedra Alta; Quinta da Légua; Ribeirinha; Sobreiral; Terra Mansa; Urze; Vale Formoso; Zêzere; Mondeguinho; Serra Clara',
  trades: {
    Manufacturing: 'Moldes; Metalomecânica',
    Logistics: 'Transportes; Logística',
    Retail: 'Calçado; Móveis',
    Construction: 'Construções; Empreitadas',
    Energy: 'Energias; Climatização',
    Food: 'Conservas; Queijaria',
    Health: 'Clínicas; Lares',
    Hospitality: 'Hotéis; Turismo Rural',
  },
  forms: 'Lda.; S.A.',
  jobs: 'Direção-geral; Direção de operações; Direção de informática; Direção de compras; Direção financeira; Chefia de fábrica; Apoio ao cliente; Direção comercial',
  deals: {
    Portal: 'Portal de fornecedores, fase {phase}; Portal de revendedores, {n} lojas; Área de clientes',
    Shop: 'Loja B2B e catálogo; Loja de peças; Encomendas em linha, {n} lojas',
    'Service desk': 'Centro de apoio, {n} postos; Assistência no terreno; Gestão de pedidos, fase {phase}',
    Sensors: 'Sensores de frio, fase {phase}; Deteção de fugas em {n} locais; Monitorização de caldeiras',
    Fleet: 'Telemática de frota, {n} viaturas; Planeamento de rotas; Aplicação para motoristas',
    Warehouse: 'Arranque em {n} armazéns; Terminais de receção; Inventário permanente',
    Analytics: 'Painel da fábrica; Relatório de margens {year}; Previsão de vendas, {n} lojas',
    Care: 'Acordo-quadro {year}; Renovação do contrato de apoio; Formação de {n} utilizadores',
  },
  calls:
    'Chamada com {name} sobre {deal}; Dúvidas sobre a proposta; Seguimento da demonstração; {name} pediu referências',
  emails: 'Proposta: {deal}; Respostas às suas perguntas; Resumo da reunião; Minuta do contrato',
  meetings: 'Demonstração para {name} e equipa; Visita às instalações; Arranque: {deal}; Negociação de condições',
  tasks: 'Preparar a proposta; Enviar referências; Confirmar prazos; Validar o desconto',
  notes:
    'Orçamento aprovado para este ano, decide a administração.; {name} quer começar por um só local.; O contrato atual termina na primavera.',
};
