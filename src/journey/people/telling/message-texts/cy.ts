// Messages in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  hello: {
    named: 'Helo {name}.',
    anyone: 'Helo.',
    worker: 'Helo {name}, {worker} sydd yma.',
    workerToAnyone: 'Helo, {worker} sydd yma.',
    place: 'Helo {name}, dyma {place}.',
    placeToAnyone: 'Helo, dyma {place}.',
  },
  subject: {
    plain: 'I {name}',
    plainToAnyone: 'I chi',
    named: 'Oddi wrth {place}',
  },
  company: { ours: 'Daw rhywun gyda chi.', own: 'Dewch â phwy bynnag a fynnwch.' },
  anything: {
    plain: 'Allwch chi gysylltu pan fydd gennych funud?',
    named: 'Mae rhywbeth newydd i chi. Cysylltwch pan fydd gennych funud.',
  },
  receipt: {
    plain: 'Diolch am eich neges. Byddwch yn clywed yn ôl erbyn {day}.',
    named: 'Mae gennym yr hyn a ddywedoch. Byddwch yn clywed gennym erbyn {day}.',
  },
  question: {
    plain: 'Allwch chi gysylltu pan fydd gennych funud?',
    named: 'Mae gennym gwestiwn i chi. Rydym yn parhau yn y cyfamser.',
  },
  unreachable: {
    plain: 'Ceisiais gysylltu â chi. Ysgrifennwch yn ôl pan fydd yn gyfleus, nid oes brys.',
    named: 'Rydym wedi ceisio cysylltu â chi. Ffoniwch neu ysgrifennwch pan fyddwch yn barod. Mae’r drws ar agor.',
  },
  decision: {
    plain: 'Mae newyddion i chi. Byddwch yn clywed mwy erbyn {day}.',
    named: 'Mae gennym ateb i chi. Byddwn mewn cysylltiad erbyn {day}.',
  },
  offer_accepted: {
    plain: 'Byddwch yn clywed mwy erbyn {day}.',
    named: 'Byddwn yn cysylltu â chi erbyn {day}.',
  },
  offer_returned: {
    plain: 'Mae hyn yn cymryd ychydig mwy o amser. Byddwch yn clywed erbyn {day}.',
    named: 'Rydym yn chwilio am rywbeth sy’n eich siwtio’n well. Nid ydych yn dechrau eto. Byddwch yn clywed erbyn {day}.',
  },
  appointment: {
    plain: 'Gwelwn ni chi {day} am {time}. Atebwch YES os yw hynny’n iawn.',
    named: 'Gwelwn ni chi {day} am {time}. Atebwch YES os yw hynny’n iawn.',
  },
  appointment_changed: {
    plain: 'Mae nawr {day} am {time}. Atebwch YES os yw hynny’n iawn.',
    named: 'Mae eich apwyntiad nawr {day} am {time}. Atebwch YES os yw hynny’n iawn.',
  },
  reminder: {
    plain: 'Ydy {day} am {time} yn dal yn iawn? Atebwch YES neu NO.',
    named: 'Ydy {day} am {time} yn dal yn iawn? Atebwch YES neu NO.',
  },
  missed: {
    plain: 'Gwelsom eich eisiau heddiw. Mae amser neu le arall yn iawn.',
    named: 'Gwelsom eich eisiau. Mae amser neu le arall yn iawn.',
  },
  sign_in_link: {
    named: 'Dyma eich dolen. Mae’n gweithio unwaith, am 20 munud. {link}',
  },
  sign_in_code: {
    plain: 'Eich cod yw {code}. Mae’n gweithio unwaith, am 20 munud.',
    named: 'Eich cod yw {code}. Mae’n gweithio unwaith, am 20 munud.',
  },
  measure: {
    plain: 'Mae rhywbeth i edrych arno cyn {day}.',
    named: 'Mae ychydig o gwestiynau i chi, os mynnwch.',
  },
  plan_shared: {
    plain: 'Mae rhywbeth newydd i chi ei ddarllen.',
    named: 'Mae eich cynllun yn barod i’w ddarllen.',
  },
  asked_to_use: {
    plain: 'Mae rhywbeth newydd i chi ei ddarllen.',
    named: 'Mae gwasanaeth arall yn gofyn am ddefnyddio’r hyn a ddywedoch. Chi sy’n dewis, ar eich tudalen.',
  },
  welcome: {
    plain: 'Rwy’n edrych ymlaen at gwrdd â chi.',
    named: 'Rydym yn edrych ymlaen at gwrdd â chi.',
  },
  paused: {
    plain: 'Rydym yn oedi am y tro. Ysgrifennwch unrhyw bryd.',
    named: 'Mae eich cymorth wedi’i oedi tan {day}. Gallwch ddod yn ôl yn gynt.',
  },
  ending: {
    plain: 'Diolch am yr amser gyda’n gilydd. Gallwch ysgrifennu unrhyw bryd.',
    named: 'Diolch am yr amser gyda’n gilydd. Gallwch ddod yn ôl unrhyw bryd.',
  },
  welcome_back: {
    plain: 'Da clywed gennych. Byddwch yn clywed yn ôl yn fuan.',
    named: 'Croeso yn ôl. Rydym wedi cadw’r hyn a ddywedoch.',
  },
  withdrawn: {
    plain: 'Mae hynny’n iawn. Gallwch ysgrifennu unrhyw bryd.',
    named: 'Mae hynny’n iawn. Gallwch ddod yn ôl unrhyw bryd.',
  },
  letter: {
    hello: { named: 'Annwyl {name},', anyone: 'Helo,' },
    answer: { plain: 'I ateb, ffoniwch {number}, neu dywedwch wyneb yn wyneb.' },
    close: { plain: 'Gyda dymuniadau gorau' },
    where: { named: 'Lle: {place}' },
    appointment: {
      plain: 'Byddwn yn cwrdd {day} am {time}. Os yw hynny’n iawn, nid oes angen gwneud dim. Os nad yw, mae amser arall yn iawn.',
      named: 'Mae eich apwyntiad {day} am {time}. Os yw hynny’n iawn, nid oes angen gwneud dim. Os nad yw, mae amser neu le arall yn iawn.',
    },
    appointment_changed: {
      plain: 'Byddwn nawr yn cwrdd {day} am {time}. Os yw hynny’n iawn, nid oes angen gwneud dim. Os nad yw, mae amser arall yn iawn.',
      named:
        'Mae eich apwyntiad nawr {day} am {time}. Os yw hynny’n iawn, nid oes angen gwneud dim. Os nad yw, mae amser neu le arall yn iawn.',
    },
    reminder: {
      plain: 'Nodyn i’ch atgoffa ein bod yn cwrdd {day} am {time}. Os nad yw hynny’n iawn bellach, mae amser arall yn iawn.',
      named: 'Nodyn i’ch atgoffa o’ch apwyntiad {day} am {time}. Os nad yw hynny’n iawn bellach, mae amser neu le arall yn iawn.',
    },
    unreachable: {
      plain: 'Ceisiais gysylltu â chi. Ffoniwch pan fydd yn gyfleus, nid oes brys.',
      named: 'Rydym wedi ceisio cysylltu â chi. Ffoniwch pan fyddwch yn barod. Mae’r drws ar agor.',
    },
    missed: {
      plain: 'Gwelsom eich eisiau. Mae amser neu le arall yn iawn.',
      named: 'Gwelsom eich eisiau. Mae amser neu le arall yn iawn.',
    },
    measure: {
      plain: 'Mae rhywbeth i edrych arno gyda’n gilydd cyn {day}.',
      named: 'Mae ychydig o gwestiynau i chi, os mynnwch. Gallwn fynd drwyddynt gyda’n gilydd pan fyddwn yn cwrdd.',
    },
    plan_shared: {
      plain: 'Mae rhywbeth newydd i chi ei ddarllen. Gallwn edrych arno gyda’n gilydd pan fyddwn yn cwrdd.',
      named: 'Mae eich cynllun yn barod i’w ddarllen. Gofynnwch am gopi papur, neu darllenwch ef gyda ni pan fyddwn yn cwrdd.',
    },
    asked_to_use: {
      plain: 'Mae rhywbeth newydd i chi ei ddarllen. Gallwn edrych arno gyda’n gilydd pan fyddwn yn cwrdd.',
      named:
        'Mae gwasanaeth arall yn gofyn am ddefnyddio’r hyn a ddywedoch. Chi sy’n dewis. Dywedwch ie neu na wrth ffonio neu wrth gwrdd.',
    },
    paused: { plain: 'Rydym yn oedi am y tro. Gallwch ffonio unrhyw bryd.' },
    ending: { plain: 'Diolch am yr amser gyda’n gilydd. Gallwch ffonio unrhyw bryd.' },
    withdrawn: { plain: 'Mae hynny’n iawn. Gallwch ffonio unrhyw bryd.' },
  },
};
