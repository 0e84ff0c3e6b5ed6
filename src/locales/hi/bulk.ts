import type { BulkMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('hi')
const listed = new Intl.ListFormat('hi', { type: 'unit' })
const rules = new Intl.PluralRules('hi')

/** Hindi says none as it says one, so `one` too is given the number, as it is shown. */
const plural = (count: number, one: (shown: string) => string, other: (shown: string) => string) =>
  (rules.select(count) === 'one' ? one : other)(number.format(count))

/** The same for one and for many. */
const images = (count: number) => `${number.format(count)} फ़ोटो`
const seconds = (value: number) =>
  new Intl.NumberFormat('hi', { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(value)

const notRemoved = (count: number) =>
  plural(
    count,
    (shown) => `${shown} नहीं हटाई जा सकी`,
    (shown) => `${shown} नहीं हटाई जा सकीं`,
  )
const unsent = (count: number) =>
  plural(
    count,
    (shown) => `${shown} का अनुरोध नहीं भेजा गया`,
    (shown) => `${shown} के अनुरोध नहीं भेजे गए`,
  )

/** Words of `avatarkit/bulk`. */
export const hiBulk: BulkMessages = {
  removeImages: 'फ़ोटो हटाएं',
  removeCount: (count) => `${images(count)} हटाएं`,
  dialogTitle: (count) =>
    plural(
      count,
      (shown) => `क्या ${shown} प्रोफ़ाइल फ़ोटो हटानी है?`,
      (shown) => `क्या ${shown} प्रोफ़ाइल फ़ोटो हटानी हैं?`,
    ),
  dialogDescription: (count) =>
    plural(
      count,
      (shown) =>
        `${shown} उपयोगकर्ता की प्रोफ़ाइल फ़ोटो हटा दी जाएगी और उसकी जगह नाम के पहले अक्षर दिखेंगे। बाकी उपयोगकर्ताओं पर कोई असर नहीं होगा।`,
      (shown) =>
        `${shown} उपयोगकर्ताओं की प्रोफ़ाइल फ़ोटो हटा दी जाएंगी और उनकी जगह नाम के पहले अक्षर दिखेंगे। बाकी उपयोगकर्ताओं पर कोई असर नहीं होगा।`,
    ),
  withoutImage: (count) =>
    plural(
      count,
      (shown) => `चुने गए उपयोगकर्ताओं में से ${shown} की कोई फ़ोटो नहीं है, इसलिए उसे छोड़ दिया जाएगा।`,
      (shown) => `चुने गए उपयोगकर्ताओं में से ${shown} की कोई फ़ोटो नहीं है, इसलिए उन्हें छोड़ दिया जाएगा।`,
    ),
  notAllowed: (count) =>
    plural(
      count,
      (shown) => `चुने गए उपयोगकर्ताओं में से ${shown} में बदलाव करने की अनुमति आपके पास नहीं है, इसलिए उसे छोड़ दिया जाएगा।`,
      (shown) => `चुने गए उपयोगकर्ताओं में से ${shown} में बदलाव करने की अनुमति आपके पास नहीं है, इसलिए उन्हें छोड़ दिया जाएगा।`,
    ),
  imagesMayReturn:
    'जो फ़ोटो उपयोगकर्ताओं के किसी दूसरे खाते से आई हैं, जैसे कि Google, वे उनके अगली बार साइन इन करने पर वापस आ सकती हैं।',
  faces: 'जिनकी फ़ोटो हटाई जाएंगी',
  more: (count) => `+${number.format(count)}`,
  moreSpoken: (count) => `और ${number.format(count)} अन्य`,
  running: (total) =>
    plural(
      total,
      (shown) => `${shown} फ़ोटो हटाई जा रही है`,
      (shown) => `${shown} फ़ोटो हटाई जा रही हैं`,
    ),
  progress: 'पूरी हो चुकी कार्रवाइयां',
  ended: ({ done, failed, notSent }) =>
    listed.format([
      plural(
        done,
        (shown) => `${shown} फ़ोटो हटाई गई`,
        (shown) => `${shown} फ़ोटो हटाई गईं`,
      ),
      ...(failed > 0 ? [notRemoved(failed)] : []),
      ...(notSent > 0 ? [unsent(notSent)] : []),
    ]),
  soFar: ({ done, failed, total }) => {
    const all = images(total)
    return listed.format([
      plural(
        done,
        (shown) => `${all} में से ${shown} हटाई गई`,
        (shown) => `${all} में से ${shown} हटाई गईं`,
      ),
      ...(failed > 0 ? [notRemoved(failed)] : []),
    ])
  },
  done: (count) => `हटाई गईं: ${number.format(count)}`,
  failed: (count) => `नहीं हटाई जा सकीं: ${number.format(count)}`,
  waiting: (count) => `इंतज़ार में: ${number.format(count)}`,
  notSent: (count) => `अनुरोध नहीं भेजे गए: ${number.format(count)}`,
  paused: (left) => `सर्वर ने रुकने के लिए कहा है। ${seconds(left)} में काम आगे बढ़ेगा।`,
  offline: 'इंटरनेट कनेक्शन का इंतज़ार है।',
  stopping: 'काम रोका जा रहा है। जो अनुरोध भेजे जा चुके हैं वे पूरे होंगे।',
  elsewhere: 'फ़ोटो हटाने का यह काम किसी दूसरे टैब में चल रहा है।',
  interrupted: ({ left, total }) => {
    const all = images(total)
    return plural(
      left,
      (shown) => `काम बीच में रुक गया: ${all} में से ${shown} अभी नहीं हटाई गई है`,
      (shown) => `काम बीच में रुक गया: ${all} में से ${shown} अभी नहीं हटाई गई हैं`,
    )
  },
  interruptedHint: 'पेज फिर से लोड हुआ है। काम जारी रखने पर कोई भी फ़ोटो दो बार नहीं हटाई जाएगी।',
  stop: 'रोकें',
  goOn: 'जारी रखें',
  giveUp: 'छोड़ दें',
  retryFailed: (count) => `जो नहीं हटीं, फिर से हटाएं (${number.format(count)})`,
  sendRest: (count) => `बाकी ${number.format(count)} हटाएं`,
  tryAgainFor: (name) => `फिर से कोशिश करें: ${name}`,
  downloadReport: 'रिपोर्ट डाउनलोड करें',
  downloadJson: 'JSON के रूप में डाउनलोड करें',
  dismiss: 'बंद करें',
  failures: 'जो फ़ोटो नहीं हटाई जा सकीं',
  showMore: (count) => `${number.format(count)} और दिखाएं`,
  runs: 'फ़ोटो हटाने के काम',
  minimise: 'कम दिखाएं',
  restore: 'ज़्यादा दिखाएं',
  reportFile: 'हटाई-गई-फ़ोटो',
  reportColumns: { id: 'आईडी', name: 'नाम', email: 'ईमेल', outcome: 'नतीजा', error: 'गड़बड़ी', time: 'समय' },
  outcomes: { done: 'हटाई गई', failed: 'नहीं हटाई जा सकी', 'not-sent': 'अनुरोध नहीं भेजा गया', waiting: 'इंतज़ार में' },
}
