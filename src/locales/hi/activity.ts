import type { ActivityMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('hi')
const rules = new Intl.PluralRules('hi')

/** Words of `avatarkit/activity`. In a module of its own: what a dialog loads later brings its words with it. */
export const hiActivity: ActivityMessages = {
  reasons: {
    nudity: 'नग्नता या यौन सामग्री',
    violence: 'हिंसा या खून-खराबा',
    hate: 'नफ़रत या उत्पीड़न',
    impersonation: 'किसी और की पहचान का इस्तेमाल',
    spam: 'स्पैम या विज्ञापन',
    copyright: 'कॉपीराइट',
    other: 'कोई और वजह',
  },
  reason: 'वजह',
  noReason: 'कोई वजह नहीं',
  chooseReason: 'वजह चुनें',
  reasonMissing: 'कोई वजह चुनें।',
  note: 'नोट',
  optional: (label) => `${label} (ज़रूरी नहीं)`,
  noteHint: 'सिर्फ़ रिकॉर्ड के लिए। उपयोगकर्ता को यह नहीं दिखता।',
  noteMissing: 'कोई नोट लिखें।',
  noteMissingFor: (reason) => `“${reason}” चुनने पर नोट में बताना ज़रूरी है कि वजह क्या है।`,
  noteCount: ({ used, max }) => `${number.format(max)} में से ${number.format(used)} वर्ण`,
  noteTooLong: ({ over, max }) =>
    `नोट में ज़्यादा से ज़्यादा ${number.format(max)} वर्ण हो सकते हैं। ${number.format(over)} वर्ण हटाएं।`,
  tellUser: ({ users }) =>
    rules.select(users) === 'one' ? 'उपयोगकर्ता को बताएं' : `${number.format(users)} उपयोगकर्ताओं को बताएं`,
  preview: (name) => `${name} को यह मैसेज दिखेगा`,
  previewExample: (name) => `उदाहरण के लिए, ${name} को यह मैसेज दिखेगा`,
  previewLoading: 'झलक लोड हो रही है…',
  previewFailed: 'झलक लोड नहीं हो सकी। फिर भी, आपका चुना गया विकल्प लागू रहेगा।',
  activity: 'गतिविधि',
  did: {
    removed: (by) => `${by} ने फ़ोटो हटाई`,
    set: (by) => `${by} ने फ़ोटो सेट की`,
    restored: (by) => `${by} ने फ़ोटो बहाल की`,
  },
  today: 'आज',
  yesterday: 'बीता कल',
  told: 'उपयोगकर्ता को बताया गया',
  activityLoading: 'गतिविधि लोड हो रही है…',
  activityNotLoaded: 'गतिविधि लोड नहीं हो सकी',
  noActivity: 'अभी तक कोई कार्रवाई नहीं की गई है।',
  noActivityOfUser: 'इस उपयोगकर्ता की फ़ोटो पर अभी तक कोई कार्रवाई नहीं की गई है।',
  showMore: 'ज़्यादा दिखाएं',
  loadingMore: 'और लोड हो रहा है…',
  shown: ({ shown, total }) =>
    `${number.format(total)} में से ${number.format(shown)} ${rules.select(shown) === 'one' ? 'दिखाई गई' : 'दिखाई गईं'}`,
  showPicture: (name) => `दिखाएं: ${name} की हटाई गई फ़ोटो`,
  hidePicture: (name) => `छिपाएं: ${name} की हटाई गई फ़ोटो`,
  show: 'दिखाएं',
  hide: 'छिपाएं',
  pictureGone: 'सेव नहीं है',
  removedImages: 'हाल ही में हटाई गई फ़ोटो',
  keptNotice:
    'हटाई गई फ़ोटो निजी डेटा हैं। इन्हें सिर्फ़ इसलिए रखा जाता है, ताकि गलती होने पर उसे सुधारा जा सके। हर फ़ोटो को उसके पास लिखे समय तक रखा जाता है और फिर हमेशा के लिए मिटा दिया जाता है।',
  keptUntil: (date) => `${date} तक रखी जाएगी`,
  left: ({ value, unit }) =>
    `${new Intl.NumberFormat('hi', { style: 'unit', unit, unitDisplay: 'long' }).format(value)} बाकी`,
  noRemovedImages: 'फ़िलहाल हटाई गई कोई फ़ोटो नहीं रखी गई है।',
  removedImagesLoading: 'हटाई गई फ़ोटो लोड हो रही हैं…',
  removedImagesNotLoaded: 'हटाई गई फ़ोटो लोड नहीं हो सकीं',
  restore: 'फ़ोटो बहाल करें',
  restoring: 'फ़ोटो बहाल की जा रही है…',
  restoreWaiting: 'इंतज़ार जारी है: इंटरनेट कनेक्शन वापस आने पर फ़ोटो बहाल कर दी जाएगी।',
  restored: (name) => `${name} की प्रोफ़ाइल फ़ोटो बहाल हो गई`,
  imageRestored: 'फ़ोटो बहाल हो गई',
  removeAgain: 'फिर से हटाएं',
  notRestored: 'फ़ोटो बहाल नहीं की जा सकी',
  restoreErrors: {
    forbidden: () => 'आपके पास यह फ़ोटो बहाल करने की अनुमति नहीं है। किसी एडमिन से इसकी अनुमति मांगें।',
    'user-not-found': () => 'यह फ़ोटो अब सेव नहीं है या इसका उपयोगकर्ता अब मौजूद नहीं है। सूची रीफ़्रेश की जा रही है।',
    'time-out': () =>
      'सर्वर ने जवाब देने में बहुत ज़्यादा समय लिया। फ़ोटो बहाल हुई या नहीं, यह देखने के लिए पेज को फिर से लोड करें। अगर नहीं हुई, तो फिर से कोशिश करें।',
    'unknown-outcome': () =>
      'यह पता नहीं चल सका कि फ़ोटो बहाल हुई या नहीं। देखने के लिए पेज को फिर से लोड करें। अगर नहीं हुई, तो फिर से कोशिश करें।',
    undone: () => 'फ़ोटो बहाल नहीं की गई।',
    aborted: () => 'फ़ोटो बहाल नहीं की गई।',
  },
  readErrors: {
    forbidden: () => 'आपके पास इसे देखने की अनुमति नहीं है। किसी एडमिन से इसकी अनुमति मांगें।',
    'user-not-found': () => 'यह उपयोगकर्ता अब मौजूद नहीं है।',
    'time-out': () => 'सर्वर ने जवाब देने में बहुत ज़्यादा समय लिया। फिर से कोशिश करें।',
    unavailable: () => 'सर्वर अभी उपलब्ध नहीं है। थोड़ी देर में फिर से कोशिश करें।',
  },
}
