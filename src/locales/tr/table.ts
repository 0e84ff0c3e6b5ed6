import type { TableMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('tr')

/** The same for one and for many. */
const users = (count: number) => `${number.format(count)} kullanıcı`

/** Words of `avatarkit/table`. */
export const trTable: TableMessages = {
  users: 'Kullanıcılar',
  columns: {
    user: 'Kullanıcı',
    email: 'E-posta',
    status: 'Durum',
    lastActive: 'Son etkinlik',
    created: 'Oluşturulma',
    actions: 'İşlemler',
  },
  search: 'Kullanıcı ara',
  searchPlaceholder: 'Ad, kullanıcı adı veya e-posta',
  filters: 'Filtreler',
  withImage: 'Resmi olanlar',
  withoutImage: 'Resmi olmayanlar',
  changedLately: `Son ${number.format(7)} günde değişenler`,
  clearFilters: 'Aramayı ve filtreleri temizle',
  sortBy: 'Sıralama ölçütü',
  defaultOrder: 'Varsayılan sıra',
  orders: {
    name: 'Ad (A-Z)',
    '-name': 'Ad (Z-A)',
    createdAt: 'Önce en eski',
    '-createdAt': 'Önce en yeni',
    lastActiveAt: 'Önce en uzun süredir etkin olmayan',
    '-lastActiveAt': 'Önce en son etkin olan',
  },
  active: 'Etkin',
  banned: 'Yasaklı',
  isNew: 'Yeni',
  never: 'Hiçbir zaman',
  selection: 'Seçim',
  selectAll: 'Bu sayfadakilerin tümünü seç',
  selectUser: (name) => `Seç: ${name}`,
  selected: (count) => `${users(count)} seçildi`,
  clearSelection: 'Seçimi temizle',
  selectionActions: 'Seçilen kullanıcılar',
  pages: 'Sayfalar',
  page: (page) => `Sayfa ${number.format(page)}`,
  pageOf: (page, count) => `Sayfa ${number.format(page)} / ${number.format(count)}`,
  firstPage: 'İlk sayfa',
  previousPage: 'Önceki sayfa',
  nextPage: 'Sonraki sayfa',
  lastPage: 'Son sayfa',
  rowsPerPage: 'Sayfa başına satır',
  range: (from, to, total) => `${number.format(from)}–${number.format(to)} / ${users(total)}`,
  total: users,
  nobody: 'Henüz kullanıcı yok',
  nobodyHint: 'Kullanıcılar kaydolur kaydolmaz burada görünür.',
  nobodyFound: 'Kullanıcı bulunamadı',
  nobodyFoundHint: 'Başka bir yazım veya daha az filtre deneyin.',
  notLoaded: 'Kullanıcılar yüklenemedi',
  loadingUsers: 'Kullanıcılar yükleniyor…',
  others: (count) => `${number.format(count)} kişi daha`,
}
