// Which given names are the same name in another form: short forms and spellings carried over from other alphabets. One line is one name.
// A form may stand on several lines ('alex', 'chris', 'sam'). Forms that differ by one letter need no line; the letters show it.

const lines = `
abigail abbie abby gail
abdul abdel abd abdal
abdullah abdallah abdulah abdoulaye
abraham abe bram ibrahim ebrahim ibraheem
adam addy
adelaide addie adele heidi
agnes aggie nessie nancy
ahmed ahmad achmed ahmet
aisha ayesha aysha aicha aishah
albert al bert bertie
alexander alex alec alick sandy sasha xander zander lex aleksander alexandre alistair alasdair
alexandra alex sandra sandy sasha alexa lexi
alfred alf alfie fred freddie
alice ali elsie
alison ali allie
ali aly alee
amanda mandy amy
amelia amy millie emily
amina aminah ameena aminata
andrew andy drew andrzej andrei andreas
angela angie ange
ann anne anna annie nan nancy hannah anya
anthony tony ant antony antonio anton
antonia toni
archibald archie baldie
arthur art artie
augustus gus augustine
barbara babs barb
barnaby barney
bartholomew bart
beatrice bea trixie bee beatrix
benedict ben
benjamin ben benny benji binyamin
bernard bernie
bridget bridie biddy
cameron cam
caroline carol carrie lina caro
catherine kate cathy kathy katie kitty katy cath cat kath kathleen kit katherine kathryn katarzyna kasia ekaterina yekaterina
cecilia celia cissie cecily
charles charlie chas chuck charley karl carlos karol
charlotte charlie lottie lotty char
christina christine chris tina chrissie christy kirsty krystyna
christopher chris kit kris topher
clarence clarrie
clement clem
constance connie
cornelius con neil
cynthia cindy
cyril cy
daniel dan danny daniil
danielle dani
david dave davy davie dai dawid dawood daoud daud
deborah debbie deb debra
dennis den denny denis
derek del
diana di diane
dominic dom nic
donald don donnie
dorothy dot dolly dottie dora
douglas doug dougie
edith edie
edmund ed eddie ned ted
edward ed eddie ted teddy ned edw eddy edouard eduardo
edwin ed eddie
eleanor ellie nell nellie nora ella leonora elinor
elizabeth liz lizzie beth betty bess bessie betsy libby eliza elsie lisa liza lily elisabeth elspeth elzbieta elisa
ellen nell nellie nelly
emily em emmie millie
emma em emmie
ernest ernie
eugene gene
evelyn eve evie
ezekiel zeke
fatima fatimah fatema fatma fathima fatoumata
florence flo florrie flossie
frances fran fanny francie frankie
francis frank frankie fran franciszek francisco
frederick fred freddie freddy fritz frederic fredrick
gabriel gabe
gabrielle gabby gabi
geoffrey geoff jeff jeffrey
george georgie geo jerzy georgi jorge
georgina georgie gina
gerald gerry jerry
gerard gerry jerry
gilbert gil bert
gordon gordie
grace gracie
graham graeme
gregory greg grzegorz
gwendoline gwen
hannah annie hana hanna
harold harry hal
harriet hattie harrie
hassan hasan hassen
helen nell nellie helena lena elena
henrietta etta hettie hattie
henry harry hal hank henri enrique
herbert bert herb herbie bertie
horace horry
hubert bert hugh
hugh hughie huw
hussein hussain husain hossein husayn huseyin
imran emran
irene rene rena
isaac ike zac ishaq izaak
isabella bella izzy isabel belle isobel isabelle isa ella
ivan ian
jacob jake jack yakub yaqub jakub
jacqueline jackie jacqui
james jim jimmy jamie jas jem jimmie jaime seamus hamish
jane janey jenny jean janet
janet jan jenny jessie
jasmine jas yasmin yasmine yasmeen
jean jeannie
jennifer jen jenny jenni
jeremiah jerry
jeremy jerry jez
jessica jess jessie
joan joanie
joanna jo joanne joannie
john jack johnny jon jock ian sean ioan evan johnnie juan jan johann hans giovanni yahya shaun
jonathan jon jonny john nathan
joseph joe joey jos jose jozef yusuf yousef yousuf youssef yusef josef giuseppe
josephine jo josie
joshua josh
joyce joy
judith judy jude
julia julie jules
julian jules
karim kareem
katrina trina kat
kenneth ken kenny
khadija khadijah khadeeja hadija
khalid khaled
laura laurie lorrie
lawrence larry laurie lawrie loz laurence
leila layla laila leyla
leonard len lenny leo
leslie les
lewis lew louis lou luis ludwik
lillian lily lil lilian lillie
louisa lou louise lulu
lucas luke luca lukasz
lucy lou lucia lucie
madeleine maddie maddy madge lena
magdalena magda lena
margaret maggie meg peggy madge marge daisy greta rita peg margie margery malgorzata marguerite mags marjorie
maria mary marie mia ria mariya
mariam maryam miriam mariyam myriam
mark marc marcus marek marco
martha mattie patty
martin marty marcin
mary molly polly mamie may maria marie minnie moll
matilda tilly tillie mattie
matthew matt matty mateusz matteo matthias
maureen mo
maurice mo morris
maximilian max maxwell
michael mike mick micky mickey mikey mikhail michal miguel
michelle shell chelle
mildred millie
minnie wilhelmina
mohammed muhammad mohamed mohammad muhammed mohamad mahomed mo mohd md mehmet mamadou muhamad mahamed
mustafa mostafa mustapha
nathaniel nat nathan nate
natalie nat natasha natalia
nicholas nick nicky nico mikolaj nicolas nicolai
nicola nicky nikki
noor nur nour noora
nora norah
oliver ollie oli olly
olivia liv livvy
omar umar omer
osman usman uthman othman
pamela pam
patricia pat patsy tricia trish patty paddy
patrick pat paddy rick padraig
paul pauly pablo pawel
penelope penny
percival percy
peter pete piotr pedro pyotr petros
philip phil pip phillip felipe
philippa pippa pip
phyllis phyl
priscilla cilla
rachel rach rae raquel
rahim raheem
raymond ray
rebecca becky bex becca beccy
reginald reg reggie
richard rick dick ricky rich richie dickie ryszard ricardo rik dicky
robert bob rob bobby robbie bert robin rab roberto bobbie
roderick rod roddy
roger rodge
ronald ron ronnie
rosemary rose rosie romy
rose rosie rosa
rupert rupe
ruth ruthie
saeed said saied sayed
samantha sam sammy
samuel sam sammy
sarah sally sal sadie sara zara saira
sebastian seb bas
sharif shareef sherif
sheila sheelagh
shirley shirl
sidney sid syd sydney
simon si sy
sophia sophie sofia zofia sofya
stanley stan stanislaw
stephanie steph steff
stephen steve stevie ste steven stefan stef estevan szczepan
stewart stu stuart
susan sue suzie susie susanna suzanne sukey susannah
sylvia syl
tabitha tabby
terence terry tel
teresa terry tess tessa theresa tracy
thaddeus tad
theodore ted teddy theo fyodor
thomas tom tommy thos tomasz tomas
timothy tim timmy
tobias toby
ursula ula
valerie val
veronica ronnie vera nika
victor vic viktor
victoria vicky vikki tori vic
vincent vince vinny
violet vi
virginia ginny
vivian viv vivien
walter wally walt wat
wilfred wilf fred
william bill will billy willy liam wm willie wills guillaume wilhelm gwilym
winifred win winnie freda
xavier javier
yvonne vonnie
zachary zac zach zak zachariah zakariya zakaria
zainab zaynab zeinab zeynep
ziaur zia
`;

const groupsByName = new Map<string, number[]>();
lines
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const form of line.split(' ')) {
      const groups = groupsByName.get(form);
      if (groups === undefined) groupsByName.set(form, [group]);
      else groups.push(group);
    }
  });

const noGroups: readonly number[] = [];

/** The names that a folded given name may be a form of, as numbers; empty when it is known only as itself. */
export const variantGroups = (given: string): readonly number[] => groupsByName.get(given) ?? noGroups;

export function sharesVariant(one: readonly number[], other: readonly number[]): boolean {
  for (const group of one) if (other.includes(group)) return true;
  return false;
}
