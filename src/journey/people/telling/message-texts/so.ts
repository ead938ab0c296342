// Messages in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  hello: {
    named: 'Salaan {name}.',
    anyone: 'Salaan.',
    worker: 'Salaan {name}, waa {worker}.',
    workerToAnyone: 'Salaan, waa {worker}.',
    place: 'Salaan {name}, waa {place}.',
    placeToAnyone: 'Salaan, waa {place}.',
  },
  subject: {
    plain: 'Waxaa loogu talagalay {name}',
    plainToAnyone: 'Adiga ayaa laguugu talagalay',
    named: 'Waxaa soo diray {place}',
  },
  company: { ours: 'Qof baa ku wehlinaya.', own: 'Cidda aad rabto la imow.' },
  anything: {
    plain: 'Ma nala soo xiriiri kartaa marka aad fursad hesho?',
    named: 'Wax cusub ayaa kuu yaal. Nala soo xiriir marka aad fursad hesho.',
  },
  receipt: {
    plain: 'Waad ku mahadsan tahay fariintaada. Jawaab waxaad heli doontaa ugu dambayn {day}.',
    named: 'Waan helnay waxa aad noo sheegtay. Waan kula soo xiriiri doonnaa ugu dambayn {day}.',
  },
  question: {
    plain: 'Ma nala soo xiriiri kartaa marka aad fursad hesho?',
    named: 'Su’aal ayaan kuu haynaa. Inta ka horreysa waan sii wadaynaa.',
  },
  unreachable: {
    plain: 'Waan isku dayay inaan kula soo xiriiro. Soo qor marka kuu fiican, degdeg ma jiro.',
    named: 'Waan isku daynay inaan kula soo xiriirno. Soo wac ama soo qor marka aad diyaar tahay. Albaabku wuu furan yahay.',
  },
  decision: {
    plain: 'War baa kuu yaal. Wax dheeraad ah waxaad maqli doontaa ugu dambayn {day}.',
    named: 'Jawaab ayaan kuu haynaa. Waan kula soo xiriiri doonnaa ugu dambayn {day}.',
  },
  offer_accepted: {
    plain: 'Wax dheeraad ah waxaad maqli doontaa ugu dambayn {day}.',
    named: 'Waan kula soo xiriiri doonnaa ugu dambayn {day}.',
  },
  offer_returned: {
    plain: 'Tani waqti yar oo dheeraad ah ayay qaadanaysaa. Jawaab waxaad heli doontaa ugu dambayn {day}.',
    named: 'Wax kuu habboon oo ka fiican ayaan raadinaynaa. Bilowga kama bilaabaysid. Waxaad maqli doontaa ugu dambayn {day}.',
  },
  appointment: {
    plain: 'Waan is arki doonnaa {day}, {time}. Ku jawaab YES haddii ay kuu fiican tahay.',
    named: 'Waan is arki doonnaa {day}, {time}. Ku jawaab YES haddii ay kuu fiican tahay.',
  },
  appointment_changed: {
    plain: 'Hadda waa {day}, {time}. Ku jawaab YES haddii ay kuu fiican tahay.',
    named: 'Ballantaadu hadda waa {day}, {time}. Ku jawaab YES haddii ay kuu fiican tahay.',
  },
  reminder: {
    plain: 'Weli ma kuu fiican tahay {day}, {time}? Ku jawaab YES ama NO.',
    named: 'Weli ma kuu fiican tahay {day}, {time}? Ku jawaab YES ama NO.',
  },
  missed: {
    plain: 'Maanta waan ku weynay. Waqti ama meel kale waa caadi.',
    named: 'Waan ku weynay. Waqti ama meel kale waa caadi.',
  },
  sign_in_link: {
    named: 'Waa kan link-gaagu. Hal mar ayuu shaqeeyaa, muddo 20 daqiiqo ah. {link}',
  },
  sign_in_code: {
    plain: 'Lambarkaaga sirta ah waa {code}. Hal mar ayuu shaqeeyaa, muddo 20 daqiiqo ah.',
    named: 'Lambarkaaga sirta ah waa {code}. Hal mar ayuu shaqeeyaa, muddo 20 daqiiqo ah.',
  },
  measure: {
    plain: 'Wax aad eegto ayaa kuu yaal ka hor {day}.',
    named: 'Dhawr su’aalood ayaa kuu yaal, haddii aad rabto.',
  },
  plan_shared: {
    plain: 'Wax cusub ayaa kuu yaal oo aad akhrido.',
    named: 'Qorshahaagu waa diyaar si aad u akhrido.',
  },
  asked_to_use: {
    plain: 'Wax cusub ayaa kuu yaal oo aad akhrido.',
    named: 'Adeeg kale ayaa codsanaya inuu isticmaalo waxa aad noo sheegtay. Adiga ayaa ka dooranaya boggaaga.',
  },
  welcome: {
    plain: 'Waxaan sugayaa inaan kula kulmo.',
    named: 'Waxaan sugaynaa inaan kula kulanno.',
  },
  paused: {
    plain: 'Hadda waan hakinnay. Soo qor goor kasta.',
    named: 'Taageeradaada waa la hakiyey ilaa {day}. Waad soo noqon kartaa ka hor.',
  },
  ending: {
    plain: 'Waad ku mahadsan tahay waqtigii aan wada qaadannay. Waad soo qori kartaa goor kasta.',
    named: 'Waad ku mahadsan tahay waqtigii aan wada qaadannay. Waad soo noqon kartaa goor kasta.',
  },
  welcome_back: {
    plain: 'Waa ku faraxsannahay inaan kaa maqalno. Jawaab dhowaan ayaad heli doontaa.',
    named: 'Ku soo dhowow mar kale. Waan haynnaa waxa aad noo sheegtay.',
  },
  withdrawn: {
    plain: 'Waa caadi. Waad soo qori kartaa goor kasta.',
    named: 'Waa caadi. Waad soo noqon kartaa goor kasta.',
  },
  letter: {
    hello: { named: 'Salaan {name},', anyone: 'Salaan,' },
    answer: { plain: 'Si aad u jawaabto, wac {number}, ama noogu sheeg fool ka fool.' },
    close: { plain: 'Salaan wanaagsan' },
    where: { named: 'Goobta: {place}' },
    appointment: {
      plain: 'Waan kulmi doonnaa {day}, {time}. Haddii ay kuu fiican tahay, wax kale looma baahna. Haddii kale, waqti kale waa caadi.',
      named:
        'Ballantaadu waa {day}, {time}. Haddii ay kuu fiican tahay, wax kale looma baahna. Haddii kale, waqti ama meel kale waa caadi.',
    },
    appointment_changed: {
      plain:
        'Hadda waxaan kulmi doonnaa {day}, {time}. Haddii ay kuu fiican tahay, wax kale looma baahna. Haddii kale, waqti kale waa caadi.',
      named:
        'Ballantaadu hadda waa {day}, {time}. Haddii ay kuu fiican tahay, wax kale looma baahna. Haddii kale, waqti ama meel kale waa caadi.',
    },
    reminder: {
      plain: 'Waxaan ku xusuusinaynaa inaan kulmi doonno {day}, {time}. Haddii aysan kuu fiicnayn, waqti kale waa caadi.',
      named: 'Waxaan ku xusuusinaynaa ballantaada {day}, {time}. Haddii aysan kuu fiicnayn, waqti ama meel kale waa caadi.',
    },
    unreachable: {
      plain: 'Waan isku dayay inaan kula soo xiriiro. Soo wac marka kuu fiican, degdeg ma jiro.',
      named: 'Waan isku daynay inaan kula soo xiriirno. Soo wac marka aad diyaar tahay. Albaabku wuu furan yahay.',
    },
    missed: {
      plain: 'Waan ku weynay. Waqti ama meel kale waa caadi.',
      named: 'Waan ku weynay. Waqti ama meel kale waa caadi.',
    },
    measure: {
      plain: 'Wax baa jira oo aan wada eegi karno ka hor {day}.',
      named: 'Dhawr su’aalood ayaa kuu yaal, haddii aad rabto. Waan wada mari karnaa marka aan kulanno.',
    },
    plan_shared: {
      plain: 'Wax cusub ayaa kuu yaal oo aad akhrido. Waan wada eegi karnaa marka aan kulanno.',
      named: 'Qorshahaagu waa diyaar si aad u akhrido. Weydiiso nuqul warqad ah, ama nala akhri marka aan kulanno.',
    },
    asked_to_use: {
      plain: 'Wax cusub ayaa kuu yaal oo aad akhrido. Waan wada eegi karnaa marka aan kulanno.',
      named:
        'Adeeg kale ayaa codsanaya inuu isticmaalo waxa aad noo sheegtay. Adiga ayaa dooranaya. Noogu sheeg haa ama maya marka aad soo wacdo ama aan kulanno.',
    },
    paused: { plain: 'Hadda waan hakinnay. Waad soo wici kartaa goor kasta.' },
    ending: { plain: 'Waad ku mahadsan tahay waqtigii aan wada qaadannay. Waad soo wici kartaa goor kasta.' },
    withdrawn: { plain: 'Waa caadi. Waad soo wici kartaa goor kasta.' },
  },
};
