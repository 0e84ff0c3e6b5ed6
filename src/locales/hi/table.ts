import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('hi')
const rules = new Intl.PluralRules('hi')

/** The same for one and for many. */
const users = (count: number) => `${number.format(count)} उपयोगकर्ता`

/** Words of `avatarkit/table`. */
export const hiTable: TableMessages = {
  users: 'उपयोगकर्ता',
  columns: {
    user: 'उपयोगकर्ता',
    email: 'ईमेल',
    status: 'स्थिति',
    lastActive: 'पिछली गतिविधि',
    created: 'बनाने की तारीख',
    actions: 'कार्रवाइयां',
  },
  search: 'उपयोगकर्ता खोजें',
  searchPlaceholder: 'नाम, उपयोगकर्ता नाम या ईमेल',
  filters: 'फ़िल्टर',
  withImage: 'फ़ोटो वाले',
  withoutImage: 'बिना फ़ोटो वाले',
  changedLately: `पिछले ${number.format(7)} दिनों में बदले गए`,
  clearFilters: 'खोज और फ़िल्टर हटाएं',
  sortBy: 'क्रम से लगाएं',
  defaultOrder: 'डिफ़ॉल्ट क्रम',
  orders: {
    name: 'नाम, अ से ह',
    '-name': 'नाम, ह से अ',
    createdAt: 'सबसे पुराने पहले',
    '-createdAt': 'सबसे नए पहले',
    lastActiveAt: 'सबसे लंबे समय से निष्क्रिय पहले',
    '-lastActiveAt': 'हाल ही में सक्रिय पहले',
  },
  active: 'सक्रिय',
  banned: 'प्रतिबंधित',
  isNew: 'नया',
  never: 'कभी नहीं',
  selection: 'चुनें',
  selectAll: 'इस पेज पर सभी को चुनें',
  selectUser: (name) => `${name} को चुनें`,
  selected: (count) => `${number.format(count)} को चुना गया`,
  clearSelection: 'चुनना रद्द करें',
  selectionActions: 'चुने गए उपयोगकर्ता',
  pages: 'पेज',
  page: (page) => `पेज ${number.format(page)}`,
  pageOf: (page, count) => `${number.format(count)} में से पेज ${number.format(page)}`,
  firstPage: 'पहला पेज',
  previousPage: 'पिछला पेज',
  nextPage: 'अगला पेज',
  lastPage: 'आखिरी पेज',
  rowsPerPage: 'हर पेज पर पंक्तियां',
  range: (from, to, total) =>
    `${rules.select(total) === 'one' ? users(total) : `${number.format(total)} उपयोगकर्ताओं`} में से ${number.format(from)}–${number.format(to)}`,
  total: users,
  nobody: 'अभी तक कोई उपयोगकर्ता नहीं है',
  nobodyHint: 'लोग साइन अप करते ही यहां दिखने लगेंगे।',
  nobodyFound: 'कोई उपयोगकर्ता नहीं मिला',
  nobodyFoundHint: 'किसी दूसरी वर्तनी या कम फ़िल्टर के साथ कोशिश करें।',
  notLoaded: 'उपयोगकर्ता लोड नहीं किए जा सके',
  loadingUsers: 'उपयोगकर्ता लोड हो रहे हैं…',
  others: (count) => `${number.format(count)} अन्य`,
}
