import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('tr')
const rules = new Intl.PluralRules('tr')

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const trActivity: ActivityMessages = {
  reasons: {
    nudity: 'Çıplaklık veya cinsel içerik',
    violence: 'Şiddet veya vahşet',
    hate: 'Nefret veya taciz',
    impersonation: 'Başkasının kimliğine bürünme',
    spam: 'Spam veya reklam',
    copyright: 'Telif hakkı',
    other: 'Başka bir neden',
  },
  reason: 'Neden',
  noReason: 'Neden yok',
  chooseReason: 'Neden seçin',
  reasonMissing: 'Bir neden seçin.',
  note: 'Not',
  optional: (label) => `${label} (isteğe bağlı)`,
  noteHint: 'Kayıtlar içindir. Kullanıcı bunu görmez.',
  noteMissing: 'Bir not yazın.',
  noteMissingFor: (reason) => `“${reason}” seçildiğinde, ne olduğunu açıklayan bir not gerekir.`,
  noteCount: ({ used, max }) => `${number.format(used)} / ${number.format(max)} karakter`,
  noteTooLong: ({ over, max }) =>
    `Not en fazla ${number.format(max)} karakter olabilir. ${number.format(over)} karakter silin.`,
  tellUser: ({ users }) =>
    rules.select(users) === 'one' ? 'Kullanıcıya bildir' : `${number.format(users)} kullanıcıya bildir`,
  preview: (name) => `${name} adlı kullanıcının okuyacağı mesaj`,
  previewExample: (name) => `Örneğin, ${name} adlı kullanıcının okuyacağı mesaj`,
  previewLoading: 'Önizleme yükleniyor…',
  previewFailed: 'Önizleme yüklenemedi. Seçiminiz yine de geçerli.',
  activity: 'Etkinlik',
  did: {
    removed: (by) => `${by}, resmi kaldırdı`,
    set: (by) => `${by}, resmi ayarladı`,
    restored: (by) => `${by}, resmi geri yükledi`,
  },
  today: 'Bugün',
  yesterday: 'Dün',
  told: 'Kullanıcıya bildirildi',
  activityLoading: 'Etkinlik yükleniyor…',
  activityNotLoaded: 'Etkinlik yüklenemedi',
  noActivity: 'Henüz hiçbir işlem yapılmadı.',
  noActivityOfUser: 'Bu kullanıcının resminde henüz hiçbir işlem yapılmadı.',
  showMore: 'Daha fazla göster',
  loadingMore: 'Devamı yükleniyor…',
  shown: ({ shown, total }) => `${number.format(shown)} / ${number.format(total)} gösteriliyor`,
  showPicture: (name) => `Göster: ${name} adlı kullanıcının kaldırılan resmi`,
  hidePicture: (name) => `Gizle: ${name} adlı kullanıcının kaldırılan resmi`,
  show: 'Göster',
  hide: 'Gizle',
  pictureGone: 'Saklanmıyor',
  removedImages: 'Son kaldırılan resimler',
  keptNotice:
    'Kaldırılan resimler kişisel veridir. Yalnızca bir hatanın düzeltilebilmesi için, her biri yanında yazan zamana kadar saklanır ve ardından kalıcı olarak silinir.',
  keptUntil: (date) => `Şu tarihe kadar saklanır: ${date}`,
  left: ({ value, unit }) =>
    `${new Intl.NumberFormat('tr', { style: 'unit', unit, unitDisplay: 'long' }).format(value)} kaldı`,
  noRemovedImages: 'Şu anda saklanan kaldırılmış resim yok.',
  removedImagesLoading: 'Kaldırılan resimler yükleniyor…',
  removedImagesNotLoaded: 'Kaldırılan resimler yüklenemedi',
  restore: 'Resmi geri yükle',
  restoring: 'Resim geri yükleniyor…',
  restoreWaiting: 'Bekleniyor: Bağlantı geri geldiğinde resim geri yüklenecek.',
  restored: (name) => `${name} adlı kullanıcının profil resmi geri yüklendi`,
  imageRestored: 'Resim geri yüklendi',
  removeAgain: 'Yeniden kaldır',
  notRestored: 'Resim geri yüklenemedi',
  restoreErrors: {
    forbidden: () => 'Bu resmi geri yükleme izniniz yok. Bir yöneticiden izin isteyin.',
    'user-not-found': () => 'Resim artık saklanmıyor veya kullanıcısı artık yok. Liste yenileniyor.',
    'time-out': () =>
      'Sunucunun yanıt vermesi çok uzun sürdü. Resmin geri yüklenip yüklenmediğini görmek için sayfayı yeniden yükleyin; yüklenmediyse tekrar deneyin.',
    'unknown-outcome': () =>
      'Resmin geri yüklenip yüklenmediği bilinmiyor. Görmek için sayfayı yeniden yükleyin; yüklenmediyse tekrar deneyin.',
    undone: () => 'Resim geri yüklenmedi.',
    aborted: () => 'Resim geri yüklenmedi.',
  },
  readErrors: {
    forbidden: () => 'Bunu görme izniniz yok. Bir yöneticiden izin isteyin.',
    'user-not-found': () => 'Bu kullanıcı artık yok.',
    'time-out': () => 'Sunucunun yanıt vermesi çok uzun sürdü. Tekrar deneyin.',
    unavailable: () => 'Sunucuya şu anda ulaşılamıyor. Kısa bir süre sonra tekrar deneyin.',
  },
}
