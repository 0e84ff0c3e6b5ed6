import type { ReviewMessages } from '../../core/messages.ts'

const number = new Intl.NumberFormat('hi')
const day = new Intl.DateTimeFormat('hi', { dateStyle: 'medium' })
const rules = new Intl.PluralRules('hi')

/** Hindi says none as it says one, so `one` too is given the number, as it is shown. */
const plural = (count: number, one: (shown: string) => string, other: (shown: string) => string) =>
  (rules.select(count) === 'one' ? one : other)(number.format(count))

/** Words of `avatarkit/review`. */
export const hiReview: ReviewMessages = {
  label: 'फ़ोटो की समीक्षा',
  grid: 'समीक्षा के लिए फ़ोटो',
  left: ({ count }) => `${number.format(count)} बाकी`,
  done: ({ count }) => `${number.format(count)} की समीक्षा हुई`,
  waiting: ({ count }) =>
    plural(
      count,
      (shown) => `ऑफ़लाइन: ${shown} फ़ोटो कनेक्शन वापस आने पर हटाई जाएगी`,
      (shown) => `ऑफ़लाइन: ${shown} फ़ोटो कनेक्शन वापस आने पर हटाई जाएंगी`,
    ),
  keep: 'रखें',
  remove: 'हटाएं',
  skip: 'छोड़ें',
  undo: 'पहले जैसा करें',
  undoOne: (name) => `पहले जैसा करें: ${name}`,
  kept: 'रखी गई',
  removed: 'हटाई गई',
  removedFor: (reason) => `हटाई गई: ${reason}`,
  removedForGood: 'हटाई गई, अब पहले जैसा नहीं किया जा सकता',
  skipped: 'छोड़ी गई',
  saidKept: (name) => `रखी गई: ${name}`,
  saidRemoved: (name) => `हटाई गई: ${name}`,
  saidSkipped: (name) => `छोड़ी गई: ${name}`,
  saidUndone: (name) => `पहले जैसा किया गया: ${name}`,
  saidFinal: (name) => `${name} की फ़ोटो हटाने का अनुरोध भेजा जा चुका है, इसलिए इसे पहले जैसा नहीं किया जा सकता।`,
  saidFailed: (name) => `${name} की फ़ोटो नहीं हटाई जा सकी। वह फिर से समीक्षा वाली फ़ोटो में आ गई है।`,
  saidNotRestored: (name) => `${name} की फ़ोटो बहाल नहीं की जा सकी।`,
  toolbar: 'पहले जैसा करना और दिखाने का तरीका',
  reveal: 'दिखाएं',
  revealAll: 'सभी दिखाएं',
  enlarge: 'बड़ा करें',
  blur: 'धुंधलापन',
  blurs: { none: 'कोई नहीं', light: 'हल्का', medium: 'मध्यम', strong: 'ज़्यादा' },
  grey: 'ग्रेस्केल',
  broken: 'फ़ोटो लोड नहीं हो सकी',
  reason: 'वजह',
  legend: 'कीबोर्ड के बटन',
  commands: { keep: 'रखें', remove: 'हटाएं', skip: 'छोड़ें', undo: 'पहले जैसा करें', reveal: 'दिखाएं या ढकें' },
  keyReason: 'वजह, कोई वजह न चुनने के लिए 0',
  keyHold: 'दिखाने के लिए दबाए रखें',
  keyEnlarge: 'बड़ा करें',
  keyMove: 'आगे-पीछे जाएं',
  keyNames: { ' ': 'स्पेस', Enter: 'Enter', Delete: 'Del', Arrows: '← ↑ ↓ →' },
  singleKeys: 'एक बटन दबाकर फ़ैसला करें',
  context: 'इस व्यक्ति के बारे में',
  email: 'ईमेल',
  username: 'उपयोगकर्ता नाम',
  status: 'स्थिति',
  active: 'सक्रिय',
  banned: 'प्रतिबंधित',
  joined: 'शामिल होने की तारीख',
  lastActive: 'पिछली गतिविधि',
  previousPictures: 'पिछली फ़ोटो',
  event: ({ type, at, reason }) => {
    const what = { removed: 'को हटाई गई', set: 'को सेट की गई', restored: 'को बहाल की गई' }[type]
    return `${day.format(at)} ${what}${reason ? ` (${reason})` : ''}`
  },
  pages: 'पेज',
  previousPage: 'पिछला पेज',
  nextPage: 'अगला पेज',
  goToUndecided: ({ count }) => `फ़ैसले के लिए बाकी ${number.format(count)} फ़ोटो पर जाएं`,
  loading: 'फ़ोटो लोड हो रही हैं…',
  offline: 'इंटरनेट कनेक्शन नहीं है। कनेक्शन वापस आने पर फ़ोटो लोड की जाएंगी।',
  loadFailed: 'फ़ोटो लोड नहीं की जा सकीं।',
  loadErrors: {
    unauthenticated: 'आपका सेशन खत्म हो गया है। फिर से साइन इन करें और दोबारा कोशिश करें।',
    forbidden: 'आपके पास इन्हें देखने की अनुमति नहीं है। किसी एडमिन से इसकी अनुमति मांगें।',
    'rate-limited': 'बहुत ज़्यादा अनुरोध भेजे गए हैं। कुछ देर रुकें और फिर से कोशिश करें।',
    unavailable: 'आइडेंटिटी प्रोवाइडर अभी उपलब्ध नहीं है। थोड़ी देर में फिर से कोशिश करें।',
    'time-out': 'सर्वर ने जवाब देने में बहुत ज़्यादा समय लिया। फिर से कोशिश करें।',
    misconfigured: 'सर्वर को इसके लिए ठीक से सेट अप नहीं किया गया है। इस पैनल की देखरेख करने वालों को बताएं।',
  },
  allDone: 'समीक्षा पूरी हुई',
  allDoneText: ({ count }) => `${number.format(count)} फ़ोटो की समीक्षा की गई।`,
  nothing: 'समीक्षा के लिए कुछ नहीं है',
  nothingText: 'किसी भी उपयोगकर्ता की फ़ोटो को आपकी समीक्षा का इंतज़ार नहीं है।',
  revisitSkipped: ({ count }) => `छोड़ी गई ${number.format(count)} फ़ोटो की समीक्षा करें`,
  lookAgain: 'नई फ़ोटो खोजें',
}
