import type { UploadMessages } from '../../core/messages.ts'

const megabytes = (bytes: number) =>
  new Intl.NumberFormat('hi', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
const megapixels = (pixels: number) =>
  `${new Intl.NumberFormat('hi', { maximumSignificantDigits: 2 }).format(pixels / 1_000_000)} मेगापिक्सल`

/** Words of `avatarkit/upload`. */
export const hiUpload: UploadMessages = {
  replaceImage: 'फ़ोटो बदलें',
  addImage: 'फ़ोटो जोड़ें',
  dialogTitle: 'प्रोफ़ाइल फ़ोटो सेट करें',
  dialogDescription: (name) => `${name} के लिए कोई फ़ोटो और उसका दिखने वाला हिस्सा चुनें।`,
  choose: 'फ़ोटो चुनें',
  chooseAnother: 'दूसरी फ़ोटो चुनें',
  chooseHint: ({ bytes }) =>
    `इसके अलावा, फ़ोटो को यहां खींचकर छोड़ा या चिपकाया जा सकता है। PNG, JPEG, WebP, GIF या AVIF, ज़्यादा से ज़्यादा ${megabytes(bytes)}।`,
  drop: 'फ़ोटो यहां छोड़ें',
  reading: 'फ़ोटो खोली जा रही है…',
  section: 'फ़ोटो का दिखने वाला हिस्सा',
  sectionHint: 'ऐरो बटन से फ़ोटो खिसकती है, + और − से ज़ूम होती है, [ और ] से घूमती है और 0 से सब कुछ शुरुआती स्थिति में आ जाता है।',
  noEditor: 'एडिटर लोड नहीं हो सका। इंटरनेट कनेक्शन की जांच करके फिर से कोशिश करें या फ़ोटो के बीच का हिस्सा ज्यों का त्यों सेट करें।',
  zoom: 'ज़ूम',
  zoomIn: 'ज़ूम इन करें',
  zoomOut: 'ज़ूम आउट करें',
  times: (value) => new Intl.NumberFormat('hi', { style: 'percent' }).format(value),
  rotation: 'घुमाव',
  rotateLeft: 'बाईं ओर घुमाएं',
  rotateRight: 'दाईं ओर घुमाएं',
  degrees: (value) =>
    new Intl.NumberFormat('hi', { style: 'unit', unit: 'degree', unitDisplay: 'narrow' }).format(value),
  position: 'जगह',
  moveLeft: 'बाईं ओर खिसकाएं',
  moveRight: 'दाईं ओर खिसकाएं',
  moveUp: 'ऊपर खिसकाएं',
  moveDown: 'नीचे खिसकाएं',
  reset: 'फिर से शुरू करें',
  preview: 'झलक',
  save: 'फ़ोटो सेट करें',
  faults: {
    empty: () => 'यह फ़ाइल खाली है। कोई दूसरी फ़ाइल चुनें।',
    'not-a-picture': () => 'यह फ़ाइल फ़ोटो नहीं है। कोई PNG, JPEG, WebP, GIF या AVIF फ़ाइल चुनें।',
    svg: () => 'SVG फ़ाइलें इस्तेमाल नहीं की जा सकतीं, क्योंकि उनमें स्क्रिप्ट हो सकती हैं। कोई PNG, JPEG या WebP फ़ाइल चुनें।',
    heic: () => 'HEIC फ़ोटो इस्तेमाल नहीं की जा सकतीं। फ़ोटो को JPEG के तौर पर एक्सपोर्ट करें और फिर वह फ़ाइल चुनें।',
    damaged: () => 'यह फ़ोटो नहीं खोली जा सकी; हो सकता है कि यह खराब हो। कोई दूसरी फ़ोटो चुनें।',
    'too-many-bytes': ({ bytes }) => `इस फ़ाइल का साइज़ ${megabytes(bytes)} से ज़्यादा है। इससे छोटी फ़ाइल चुनें।`,
    'too-many-pixels': ({ pixels }) => `यह फ़ोटो ${megapixels(pixels)} से ज़्यादा की है। इससे छोटी फ़ोटो चुनें।`,
    'not-encoded': () => 'आपका ब्राउज़र नई फ़ोटो नहीं बना सका। फिर से कोशिश करें या कोई दूसरी फ़ोटो चुनें।',
  },
  replaced: 'प्रोफ़ाइल फ़ोटो बदल दी गई',
  notReplaced: 'फ़ोटो नहीं बदली जा सकी',
  waiting: 'इंतज़ार जारी है: इंटरनेट कनेक्शन वापस आने पर नई फ़ोटो सेट कर दी जाएगी।',
  queued: 'पिछले बदलाव के पूरा होने का इंतज़ार है।',
  cancelled: 'नई फ़ोटो सेट नहीं की गई',
  adjust: 'अडजस्ट करें',
  errors: {
    forbidden: () => 'आपके पास यह फ़ोटो बदलने की अनुमति नहीं है। किसी एडमिन से इसकी अनुमति मांगें।',
    'invalid-image': () => 'सर्वर ने यह फ़ोटो स्वीकार नहीं की। कोई दूसरी फ़ोटो चुनें।',
    'time-out': () =>
      'सर्वर ने जवाब देने में बहुत ज़्यादा समय लिया। कौन सी फ़ोटो सेट है, यह देखने के लिए पेज को फिर से लोड करें, फिर दोबारा कोशिश करें।',
    'unknown-outcome': () =>
      'यह पता नहीं चल सका कि फ़ोटो बदली या नहीं। देखने के लिए पेज को फिर से लोड करें। अगर फ़ोटो नहीं बदली, तो फिर से कोशिश करें।',
    unavailable: () => 'आइडेंटिटी प्रोवाइडर अभी उपलब्ध नहीं है। पुरानी फ़ोटो अब भी मौजूद है; थोड़ी देर में फिर से कोशिश करें।',
  },
}
