import type { Tongue } from '../tongue.js';

export const greek: Tongue = {
  language: 'el',
  country: 'GR',
  currency: 'EUR',
  perEuro: 1,
  timeZone: 'Europe/Athens',
  utcOffset: 2,
  phone: '+30 21 0555 0###',
  address: '{street} {n}',
  streets:
    'Οδός Μύλου; Λεωφόρος Λιμένος; Οδός Σταθμού; Οδός Βυρσοδεψών; Οδός Ελαιώνων; Οδός Λατομείου; Πλατεία Αγοράς; Οδός Αμπελώνων',
  cities:
    'Βόλος|382 ##; Ιωάννινα|452 ##; Καλαμάτα|241 ##; Κοζάνη|501 ##; Λάρισα|412 ##; Πάτρα|262 ##; Χανιά|731 ##; Καβάλα|653 ##',
  fullName: '{given} {family}',
  feminine:
    'Αγγελική|angeliki; Βασιλική|vasiliki; Γεωργία|georgia; Δήμητρα|dimitra; Ελένη|eleni; Ευγενία|evgenia; Ζωή|zoi; Ιωάννα|ioanna; Κατερίνα|katerina; Λυδία|lydia; Μαρίνα|marina; Νεφέλη|nefeli; Ουρανία|ourania; Παναγιώτα|panagiota; Σοφία|sofia; Χριστίνα|christina',
  masculine:
    'Αλέξανδρος|alexandros; Βασίλης|vasilis; Γιώργος|giorgos; Δημήτρης|dimitris; Ευάγγελος|evangelos; Θανάσης|thanasis; Ιωάννης|ioannis; Κώστας|kostas; Λευτέρης|lefteris; Μιχάλης|michalis; Νίκος|nikos; Πέτρος|petros; Σπύρος|spyros; Στέλιος|stelios; Φώτης|fotis; Χρήστος|christos',
  families:
    'Αλεξίου|alexiou; Βαμβακάς/Βαμβακά|vamvakas/vamvaka; Γαλανός/Γαλανού|galanos/galanou; Δρακάκης/Δρακάκη|drakakis/drakaki; Ζερβός/Ζερβού|zervos/zervou; Θεοδώρου|theodorou; Καλαμάρης/Καλαμάρη|kalamaris/kalamari; Λαμπρινός/Λαμπρινού|lamprinos/lamprinou; Μαυράκης/Μαυράκη|mavrakis/mavraki; Νταλιάνης/Νταλιάνη|ntalianis/ntaliani; Ξυδάκης/Ξυδάκη|xydakis/xydaki; Παπαδάτος/Παπαδάτου|papadatos/papadatou; Ραφτόπουλος/Ραφτοπούλου|raftopoulos/raftopoulou; Σταματίου|stamatiou; Τσιμάρας/Τσιμάρα|tsimaras/tsimara; Φραγκιάς/Φραγκιά|fragkias/fragkia; Χατζηνικολής/Χατζηνικολή|chatzinikolis/chatzinikoli; Ψαλτάκης/Ψαλτάκη|psaltakis/psaltaki',
  company: '{stem} {trade} {form}',
  companyInCity: '{stem} {trade} {city} {form}',
  stems:
    'Αιγίς|aigis; Αλκυόνη|alkyoni; Βράχος|vrachos; Γαλήνη|galini; Δίρφυς|dirfys; Ελαιώνας|elaionas; Ζέφυρος|zefyros; Ηλιοστάσι|iliostasi; Θαλασσινή|thalassini; Ίασμος|iasmos; Κρήνη|krini; Λεβάντες|levantes; Μελίσσι|melissi; Νότιος Άνεμος|notios-anemos; Ορίζων|orizon; Πέτρινη Γέφυρα|petrini-gefyra; Ροδιά|rodia; Σμαράγδι|smaragdi; Ταΰγετη|taygeti; Φεγγάρι|feggari; Χρυσή Ακτή|chrysi-akti; Ωκεανίς|okeanis',
  trades: {
    Manufacturing: 'Μεταλλουργική|metallourgiki; Μηχανουργεία|michanourgeia',
    Logistics: 'Ναυτιλιακή|naftiliaki; Μεταφορές|metafores',
    Retail: 'Έπιπλα|epipla; Φυτώρια|fytoria',
    Construction: 'Τεχνική|techniki; Κατασκευές|kataskeves',
    Energy: 'Ενεργειακή|energeiaki; Ηλιακά|iliaka',
    Food: 'Γαλακτοκομική|galaktokomiki; Ελαιουργική|elaiourgiki',
    Health: 'Κλινικές|klinikes; Διαγνωστική|diagnostiki',
    Hospitality: 'Ξενοδοχεία|xenodocheia; Τουριστική|touristiki',
  },
  forms: 'Α.Ε.; Ε.Π.Ε.; Ι.Κ.Ε.',
  jobs: 'Γενική διεύθυνση; Διεύθυνση λειτουργιών; Διεύθυνση πληροφορικής; Τμήμα προμηθειών; Οικονομική διεύθυνση; Διεύθυνση εργοστασίου; Εξυπηρέτηση πελατών; Διεύθυνση πωλήσεων',
  deals: {
    Portal: 'Πύλη προμηθευτών, φάση {phase}; Πύλη συνεργατών για {n} καταστήματα; Πύλη πελατών',
    Shop: 'Κατάστημα ανταλλακτικών; Παραγγελίες χονδρικής, {n} σημεία; Νέο ηλεκτρονικό κατάστημα',
    'Service desk': 'Κέντρο υποστήριξης, {n} θέσεις; Βλάβες στο πεδίο; Αιτήματα, φάση {phase}',
    Sensors:
      'Αισθητήρες ψυκτικών θαλάμων, φάση {phase}; Εντοπισμός διαρροών σε {n} εγκαταστάσεις; Επιτήρηση λεβητοστασίου',
    Fleet: 'Τηλεματική στόλου, {n} οχήματα; Προγραμματισμός δρομολογίων; Εφαρμογή οδηγών',
    Warehouse: 'Εγκατάσταση σε {n} αποθήκες; Φορητά τερματικά παραλαβής; Διαρκής απογραφή',
    Analytics: 'Πίνακας δεικτών παραγωγής; Αναφορά περιθωρίων {year}; Πρόβλεψη ζήτησης, {n} καταστήματα',
    Care: 'Συμφωνία-πλαίσιο {year}; Ανανέωση συντήρησης; Εκπαίδευση {n} χρηστών',
  },
  calls: 'Κλήση για {deal}; Ερωτήσεις για την προσφορά; Επικοινωνία μετά την παρουσίαση; Ζητούν συστάσεις',
  emails: 'Προσφορά: {deal}; Απαντήσεις στις ερωτήσεις σας; Περίληψη συνάντησης; Σχέδιο σύμβασης',
  meetings: 'Παρουσίαση στην ομάδα; Επίσκεψη στις εγκαταστάσεις; Έναρξη: {deal}; Διαπραγμάτευση όρων',
  tasks: 'Ετοιμασία προσφοράς; Αποστολή συστάσεων; Έλεγχος χρόνων παράδοσης; Έγκριση έκπτωσης',
  notes:
    'Ο προϋπολογισμός εγκρίθηκε για φέτος, αποφασίζει το συμβούλιο.; Θέλουν να ξεκινήσουν από μία εγκατάσταση.; Η τωρινή σύμβαση λήγει την άνοιξη.',
};
