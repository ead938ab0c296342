import type { Translation } from '../catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  page: 'Tudalen',
  way: 'Mynd i’r dudalen gyntaf',
  other: {
    title: 'Ni weithiodd hynny',
    detail: 'Mae’r hyn a deipioch yma o hyd os ewch yn ôl. Rhowch gynnig arall arni, neu ffoniwch un o’r rhifau isod.',
  },
  notFound: {
    title: 'Heb ddod o hyd i’r dudalen',
    detail: 'Efallai ei bod wedi symud, neu nad yw’n cael ei rhannu â chi. Os dilynoch ddolen, gofynnwch i’r sawl a’i hanfonodd.',
  },
  fault: { title: 'Mae’n ddrwg gennym, ni weithiodd hynny', detail: 'Mae eich geiriau yma o hyd os ewch yn ôl. Ceisiwch eto mewn munud.' },
  outOfReach: {
    title: 'Mae’n ddrwg gennym, ni allwn gyrraedd ein cofnodion nawr',
    detail: 'Nid oes dim a anfonoch ar goll. Arhoswch funud, ewch yn ôl a cheisiwch eto.',
  },
  invalid: { title: 'Mae problem', detail: 'Edrychwch ar yr hyn sydd wedi’i farcio. Mae popeth a deipioch yma o hyd.' },
  tooManyTries: {
    title: 'Gormod o geisiadau',
    detail: 'Arhoswch 15 munud a cheisiwch eto. Os oes angen rhywun arnoch nawr, ffoniwch un o’r rhifau isod.',
  },
  staleForm: {
    title: 'Mae’r ffurflen hon yn hen',
    detail: 'Ewch yn ôl, llwythwch y dudalen eto a’i hanfon unwaith eto. Ni newidiwyd dim.',
  },
  tooMuch: {
    title: 'Mae hynny’n ormod i’w anfon ar unwaith',
    detail: 'Gwnewch ef yn fyrrach neu ei anfon mewn rhannau. Ni newidiwyd dim.',
  },
  unread: { title: 'Nid oedd modd darllen hynny', detail: 'Llwythwch y dudalen eto a’i hanfon unwaith eto.' },
  signedOut: {
    title: 'Rydych wedi cael eich allgofnodi',
    detail:
      'Ewch yn ôl: mae eich geiriau yno o hyd. Mewngofnodwch eto mewn ffenestr arall. Copïwch eich geiriau cyn llwytho’r dudalen eto.',
  },
};
