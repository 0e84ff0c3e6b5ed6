import type { BaseLocale } from '../../core/messages.ts'

/** The same for one and for many. */
const seconds = (value: number) =>
  new Intl.NumberFormat('tr', { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(value)

/** Turkish, as every panel needs it: each entry brings its own part with it. */
export const trBase: BaseLocale = {
  code: 'tr',
  direction: 'ltr',
  messages: {
    removeImage: 'Resmi kaldır',
    cancel: 'İptal',
    close: 'Kapat',
    tryAgain: 'Tekrar dene',
    dismiss: 'Kapat',
    dialogTitle: 'Profil resmi kaldırılsın mı?',
    dialogDescription: (name) =>
      `${name} adlı kullanıcının profil resmi kaldırılacak ve yerine adının baş harfleri gösterilecek.`,
    imageMayReturn:
      'Resim, kullanıcının Google gibi başka bir hesabından geliyorsa bir sonraki oturum açışında geri gelebilir.',
    removing: 'Resim kaldırılıyor…',
    uploading: 'Yeni resim ayarlanıyor…',
    verifying: 'Resmin kaldırılıp kaldırılmadığı kontrol ediliyor…',
    waiting: 'Bekleniyor: Bağlantı geri geldiğinde resim kaldırılacak.',
    removed: 'Profil resmi kaldırıldı',
    heldHere: 'Resim birazdan kaldırılacak.',
    held: (name) => `${name} adlı kullanıcının profil resmi kaldırılacak`,
    undo: 'Geri al',
    undoHint: 'Bildirimlere gidip işlemi geri almak için F8 tuşuna basın.',
    undone: 'Kaldırma işlemi geri alındı',
    notice: 'Bildirim',
    noticesLabel: 'Bildirimler ({hotkey})',
    notRemoved: 'Resim kaldırılamadı',
    noImage: 'Profil resmi yok',
    loading: 'Kullanıcı yükleniyor…',
    notFound: 'Bu kullanıcı artık yok.',
    imageOf: (name) => `${name} adlı kullanıcının profil resmi`,
    sentence: (title) => `${title}. `,
    errors: {
      unauthenticated: () => 'Oturumunuz sona erdi. Yeniden oturum açıp tekrar deneyin.',
      forbidden: () => 'Bu resmi kaldırma izniniz yok. Bir yöneticiden izin isteyin.',
      'user-not-found': ({ name }) => `${name} adlı kullanıcı artık yok. Listeler yenileniyor.`,
      'rate-limited': (details) =>
        details.seconds === undefined
          ? 'Çok fazla istek gönderildi. Biraz bekleyip tekrar deneyin.'
          : `Çok fazla istek gönderildi. ${seconds(details.seconds)} sonra tekrar deneyin.`,
      'invalid-user-id': () => 'Bu kullanıcı kimliği geçerli değil. Bağlantıyı veya yapılandırmayı kontrol edin.',
      'invalid-image': () => 'Bu dosya, kullanılabilecek bir resim değil. PNG, JPEG veya WebP dosyası seçin.',
      'too-large': () => 'Bu resim çok büyük. Daha küçük bir resim seçin.',
      unavailable: () => 'Kimlik sağlayıcıya şu anda ulaşılamıyor. Kısa bir süre sonra tekrar deneyin.',
      'time-out': () => 'Sunucunun yanıt vermesi çok uzun sürdü. Resim hâlâ duruyor; tekrar deneyin.',
      'unknown-outcome': () =>
        'Resmin kaldırılıp kaldırılmadığı bilinmiyor. Görmek için sayfayı yeniden yükleyin; resim hâlâ duruyorsa tekrar deneyin.',
      superseded: () => 'Daha sonraki bir değişiklik bunun yerini aldı.',
      undone: () => 'Kaldırma işlemi geri alındı.',
      misconfigured: () => 'Sunucu bu işlem için doğru yapılandırılmamış. Bu panelden sorumlu kişilere haber verin.',
      aborted: () => 'Kaldırma işlemi, gönderilmeden durduruldu.',
      unexpected: () =>
        'Beklenmeyen bir sorun oluştu. Tekrar deneyin; yeniden olursa bu panelden sorumlu kişilere haber verin.',
    },
  },
}
