import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('tr')
/** With commas: a list of units has none in Turkish. */
const listed = new Intl.ListFormat('tr', { type: 'conjunction', style: 'narrow' })
const rules = new Intl.PluralRules('tr')

/** Turkish counts with the singular; one and many part only where a sentence speaks of them again. */
const plural = (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other)
const images = (count: number) => `${number.format(count)} resim`
const seconds = (value: number) =>
  new Intl.NumberFormat('tr', { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(value)
const notRemoved = (count: number) => `${number.format(count)} tanesi kaldırılamadı`

/** Words of `avatarkit/bulk`. */
export const trBulk: BulkMessages = {
  removeImages: 'Resimleri kaldır',
  removeCount: (count) => `${number.format(count)} resmi kaldır`,
  dialogTitle: (count) => `${number.format(count)} profil resmi kaldırılsın mı?`,
  dialogDescription: (count) =>
    plural(
      count,
      'Bir kullanıcının profil resmi kaldırılacak ve yerine adının baş harfleri gösterilecek. Diğer kullanıcılar etkilenmeyecek.',
      `${number.format(count)} kullanıcının profil resmi kaldırılacak ve yerine adlarının baş harfleri gösterilecek. Diğer kullanıcılar etkilenmeyecek.`,
    ),
  withoutImage: (count) =>
    plural(
      count,
      'Seçilen kullanıcılardan birinin resmi yok; bu kullanıcı atlanacak.',
      `Seçilenler arasında resmi olmayan ${number.format(count)} kullanıcı var; bu kullanıcılar atlanacak.`,
    ),
  notAllowed: (count) =>
    plural(
      count,
      'Seçilen kullanıcılardan birini değiştirme izniniz yok; bu kullanıcı atlanacak.',
      `Seçilenler arasında değiştirme izninizin olmadığı ${number.format(count)} kullanıcı var; bu kullanıcılar atlanacak.`,
    ),
  imagesMayReturn:
    'Kullanıcıların Google gibi başka hesaplarından gelen resimler, bir sonraki oturum açışlarında geri gelebilir.',
  faces: 'Resimleri kaldırılacak kullanıcılar',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `ve ${number.format(count)} kişi daha`,
  running: (total) => `${images(total)} kaldırılıyor`,
  progress: 'Tamamlanan kaldırma işlemleri',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      `${images(done)} kaldırıldı`,
      ...(failed > 0 ? [notRemoved(failed)] : []),
      ...(notSent > 0 ? [`${number.format(notSent)} istek gönderilmedi`] : []),
    ]),
  soFar: ({ done, failed, total }) =>
    listed.format([
      `${number.format(total)} resimden ${number.format(done)} tanesi kaldırıldı`,
      ...(failed > 0 ? [notRemoved(failed)] : []),
    ]),
  done: (count) => `Kaldırılan: ${number.format(count)}`,
  failed: (count) => `Kaldırılamayan: ${number.format(count)}`,
  waiting: (count) => `Bekleyen: ${number.format(count)}`,
  notSent: (count) => `Gönderilmeyen: ${number.format(count)}`,
  paused: (left) => `Sunucu beklenmesini istedi. ${seconds(left)} sonra devam edilecek.`,
  offline: 'Bağlantı bekleniyor.',
  stopping: 'Durduruluyor. Gönderilmiş olan istekler tamamlanacak.',
  elsewhere: 'Bu kaldırma işlemi başka bir sekmede sürüyor.',
  interrupted: ({ left, total }) =>
    `Yarıda kaldı: ${number.format(total)} resimden ${number.format(left)} tanesi henüz kaldırılmadı`,
  interruptedHint: 'Sayfa yeniden yüklendi. Devam ederseniz hiçbir resim iki kez kaldırılmaz.',
  stop: 'Durdur',
  goOn: 'Devam et',
  giveUp: 'Vazgeç',
  retryFailed: (count) => `Tekrar dene (${number.format(count)} başarısız)`,
  sendRest: (count) => `Kalan ${number.format(count)} resmi kaldır`,
  tryAgainFor: (name) => `Tekrar dene: ${name}`,
  downloadReport: 'Raporu indir',
  downloadJson: 'JSON olarak indir',
  dismiss: 'Kapat',
  failures: 'Kaldırılamayan resimler',
  showMore: (count) => `${number.format(count)} tane daha göster`,
  runs: 'Resim kaldırma işlemleri',
  minimise: 'Daha az göster',
  restore: 'Daha fazla göster',
  reportFile: 'kaldırılan-resimler',
  reportColumns: { id: 'kimlik', name: 'ad', email: 'e-posta', outcome: 'sonuç', error: 'hata', time: 'zaman' },
  outcomes: { done: 'kaldırıldı', failed: 'kaldırılamadı', 'not-sent': 'gönderilmedi', waiting: 'bekliyor' },
}
