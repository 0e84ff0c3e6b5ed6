import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('tr', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('tr', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} megapiksel`

/** Words of `avatarkit/upload`. */
export const trUpload: UploadMessages = {
  replaceImage: 'Resmi değiştir',
  addImage: 'Resim ekle',
  dialogTitle: 'Profil resmini ayarla',
  dialogDescription: (name) => `${name} adlı kullanıcı için bir resim ve resmin gösterilecek bölümünü seçin.`,
  choose: 'Resim seç',
  chooseAnother: 'Başka bir resim seç',
  chooseHint: ({ bytes }) =>
    `Dilerseniz resmi buraya sürükleyip bırakın veya yapıştırın. PNG, JPEG, WebP, GIF veya AVIF, en fazla ${megabytes(bytes)}.`,
  drop: 'Resmi buraya bırakın',
  reading: 'Resim açılıyor…',
  section: 'Resmin gösterilen bölümü',
  sectionHint: 'Ok tuşları resmi taşır, + ve − yakınlaştırıp uzaklaştırır, [ ve ] döndürür, 0 baştan başlatır.',
  noEditor:
    'Düzenleyici yüklenemedi. Bağlantınızı kontrol edip tekrar deneyin veya resmin orta bölümünü olduğu gibi ayarlayın.',
  zoom: 'Yakınlaştırma',
  zoomIn: 'Yakınlaştır',
  zoomOut: 'Uzaklaştır',
  times: (value) => new Intl.NumberFormat('tr', { style: 'percent' }).format(value),
  rotation: 'Döndürme',
  rotateLeft: 'Sola döndür',
  rotateRight: 'Sağa döndür',
  degrees: (value) =>
    new Intl.NumberFormat('tr', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'Konum',
  moveLeft: 'Sola taşı',
  moveRight: 'Sağa taşı',
  moveUp: 'Yukarı taşı',
  moveDown: 'Aşağı taşı',
  reset: 'Baştan başla',
  preview: 'Önizleme',
  save: 'Resmi ayarla',
  faults: {
    empty: () => 'Bu dosya boş. Başka bir dosya seçin.',
    'not-a-picture': () => 'Bu dosya bir resim değil. PNG, JPEG, WebP, GIF veya AVIF dosyası seçin.',
    svg: () => 'Komut dosyası içerebilecekleri için SVG dosyaları kullanılamaz. PNG, JPEG veya WebP dosyası seçin.',
    heic: () => 'HEIC fotoğrafları kullanılamaz. Fotoğrafı JPEG olarak dışa aktarın, sonra o dosyayı seçin.',
    damaged: () => 'Bu resim açılamadı; bozuk olabilir. Başka bir resim seçin.',
    'too-many-bytes': ({ bytes }) => `Bu dosya ${megabytes(bytes)} sınırını aşıyor. Daha küçük bir dosya seçin.`,
    'too-many-pixels': ({ pixels }) => `Bu resim ${megapixels(pixels)} sınırını aşıyor. Daha küçük bir resim seçin.`,
    'not-encoded': () => 'Tarayıcınız yeni resmi oluşturamadı. Tekrar deneyin veya başka bir resim seçin.',
  },
  replaced: 'Profil resmi değiştirildi',
  notReplaced: 'Resim değiştirilemedi',
  waiting: 'Bekleniyor: Bağlantı geri geldiğinde yeni resim ayarlanacak.',
  queued: 'Önceki bir değişikliğin bitmesi bekleniyor.',
  cancelled: 'Yeni resim ayarlanmadı',
  adjust: 'Düzenle',
  errors: {
    forbidden: () => 'Bu resmi değiştirme izniniz yok. Bir yöneticiden izin isteyin.',
    'invalid-image': () => 'Sunucu bu resmi kabul etmedi. Başka bir resim seçin.',
    'time-out': () =>
      'Sunucunun yanıt vermesi çok uzun sürdü. Hangi resmin ayarlı olduğunu görmek için sayfayı yeniden yükleyin, sonra tekrar deneyin.',
    'unknown-outcome': () =>
      'Resmin değiştirilip değiştirilmediği bilinmiyor. Görmek için sayfayı yeniden yükleyin; değiştirilmediyse tekrar deneyin.',
    unavailable: () =>
      'Kimlik sağlayıcıya şu anda ulaşılamıyor. Eski resim hâlâ duruyor; kısa bir süre sonra tekrar deneyin.',
  },
}
