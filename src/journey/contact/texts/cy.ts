// Somebody's own page about how we reach them, in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  page: 'Eich tudalen',
  title: 'Sut rydym yn cysylltu â chi',
  lead: 'Chi sy’n penderfynu, a gallwch ei newid unrhyw bryd. Nid ydym yn anfon dim i ddweud i chi wneud hynny.',
  none: 'Nid oes gennym rif na chyfeiriad gennych. Mae’r hyn a ddywedwn wrthych ar eich tudalen.',
  another:
    'Oes gennych rif neu gyfeiriad newydd? Dywedwch wrth y person sy’n eich cefnogi. Byddant yn gofyn yn gyntaf sut y mae’n ddiogel ei ddefnyddio.',
  ways: { text: 'Neges destun', phone: 'Galwad ffôn', email: 'E-bost', post: 'Llythyr' },
  line: {
    safe: {
      no: 'Diogel, nid oes neb arall yn ei weld.',
      yes: 'Diogel, gallai rhywun arall ei weld.',
      not_sure: 'Diogel, efallai bod rhywun arall yn ei weld.',
      not_asked: 'Diogel, ni ofynnwyd pwy arall sy’n ei weld.',
    },
    ask_first: 'Gofynnwch yn gyntaf.',
    not_safe: 'Ddim yn ddiogel.',
    not_asked: 'Heb ofyn eto.',
    link: 'Gellir anfon dolen.',
    voicemail: 'Mae neges llais yn iawn.',
    doubted: 'Mae manylion mwy newydd yn dweud rhywbeth arall.',
  },
  asked: {
    safe: 'Ydy hi’n ddiogel i ni ddefnyddio hwn?',
    safes: { safe: 'Ydy', ask_first: 'Gofynnwch i mi yn gyntaf', not_safe: 'Nac ydy' },
    shared: 'A allai rhywun arall ei weld neu ei glywed?',
    sharedHint: 'Os felly, neu os nad ydych yn siŵr, nid ydym yn dweud dim am bwy ydym.',
    shareds: { yes: 'Gallai', not_sure: 'Dydw i ddim yn siŵr', no: 'Na allai' },
    links: 'A gawn ni anfon dolen atoch i agor eich tudalen?',
    linksHint: 'Dim ond os nad oes neb arall yn ei gweld. Fel arall rydym yn anfon cod.',
    link: { yes: 'Cewch, dolen', no: 'Na, cod' },
    voicemail: 'Cewch adael neges llais',
    name: 'Pa enw ddylem ni ei ddefnyddio yno?',
    nameHint: 'Gadewch hwn yn wag i ni ddefnyddio eich enw arferol.',
    timesSafe: 'Amserau sy’n dda',
    timesNever: 'Amserau nad ydynt byth yn dda',
    keep: 'Cadw hyn',
  },
  shows: {
    plain: 'Beth mae’r ffôn yn ei ddangos os gallai rhywun arall ei weld',
    named: 'Beth mae’r ffôn yn ei ddangos os mai dim ond chi sy’n ei weld',
    link: 'Beth mae’r ffôn yn ei ddangos pan ofynnwch am y ddolen',
  },
  faults: {
    safe: 'Dywedwch a yw’n ddiogel.',
    shared: 'Dywedwch a allai rhywun arall ei weld neu ei glywed.',
    choose: 'Dewiswch un o’r rhain.',
    long: 'Ysgrifennwch lai yma.',
  },
  kept: { title: 'Byddwn yn cadw at hynny o hyn ymlaen', detail: 'Ni anfonwyd dim am hyn.' },
  moved: { title: 'Newidiwyd hyn eiliad yn ôl', detail: 'Dyma sut mae nawr.' },
};
