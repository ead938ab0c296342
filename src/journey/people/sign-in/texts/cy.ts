// Opening one’s own page in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  page: 'Eich tudalen',
  ask: {
    title: 'Agor eich tudalen',
    again: 'Agor eich tudalen eto',
    hint: 'Nid oes angen cyfrinair arnoch. Rydym yn anfon dolen neu god atoch.',
    closed: 'Caeodd ar ei phen ei hun, fel nad oes neb arall yn ei darllen. Mae’r hyn a ysgrifennoch wedi’i gadw.',
    label: 'Eich rhif ffôn symudol neu’ch cyfeiriad e-bost',
    about: 'Yr un a roesoch i ni. Dim ond os dywedoch ei fod yn ddiogel y byddwn yn ei ddefnyddio.',
    send: 'Anfonwch ef ataf',
    haveCode: 'Mae gen i god a anfonoch ataf',
    haveDoorCode: 'Mae gen i’r cod o’r adeg pan ofynnais am help',
    empty: 'Rhowch y rhif neu’r cyfeiriad e-bost a roesoch i ni.',
  },
  code: {
    title: 'Teipiwch eich cod, neu agorwch y ddolen',
    hint: 'Os cawn ysgrifennu atoch yno, mae neges ar ei ffordd. Mae’n gweithio unwaith, am 20 munud.',
    label: 'Cod',
    about: '6 llythyren a rhif. Nid yw bylchau’n bwysig.',
    open: 'Agor fy nhudalen',
    nothing: 'Dim byd ar ôl ychydig funudau? Gofynnwch i’r person sy’n eich cefnogi, neu gofynnwch amdano eto.',
    empty: 'Rhowch y cod a anfonwyd gennym.',
    seen: 'A allai rhywun arall weld y neges?',
    why: 'Os felly rydym yn gofyn hyn hefyd, fel mai dim ond chi sy’n agor eich tudalen.',
    born: 'Pryd cawsoch chi eich geni?',
    bornHint: 'Y flwyddyn yn unig, os dyna’r cyfan a ddywedoch wrthym.',
    wrong: 'Ni agorodd hynny eich tudalen. Gwiriwch y cod. Os gallai rhywun arall weld y neges, dywedwch isod pryd y cawsoch eich geni.',
  },
  link: { hint: 'A oes rhywun gyda chi na ddylai ei gweld? Mae’r ddolen yn gweithio unwaith, am 20 munud.' },
  gone: {
    title: 'Mae’r ddolen hon wedi gwneud ei gwaith',
    hint: 'Mae pob dolen yn agor eich tudalen unwaith, am 20 munud. Gallwch gael un arall.',
    another: 'Anfonwch un arall ataf',
  },
};
