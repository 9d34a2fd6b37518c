// The product's own table of given names and their short, pet and variant forms, as lower-case ASCII; longer than other
// files because it is data. One line a group. Written from general knowledge of names, not taken from any list.

const english = `
aaron ron ronnie erin
abigail abby abbie abbey gail
abraham abram abe bram
ada adie addie adeline
adelaide addie ada adele della heidi
adrian ade adie
adrienne adrianne addie
agatha aggie
agnes aggie nessie nessa
aidan aiden aedan
aileen eileen lena
alan allan allen al
alana lana alanna
albert al bert bertie albie
alberta bertie berta
alexander alex al alec alick sandy xander zander lex alasdair alistair alastair alister
alexandra alex alexa alexis sandra sandy lexi lexie ally alix sasha
alfred al alf alfie fred freddie
alice ali allie alicia elsie lissa
alison allison ali allie ally
alvin al vin
amanda mandy mandi manda
amelia amy millie mia emmie milly
andrea andie andi drea
andrew andy drew dandy
angela angie ange angel
angelina angie lina
ann anne anna annie nan nancy nanny hannah
annabel annabelle anna belle bella
annette annie anne netta nettie
anthony antony tony ant anton
antonia toni tonia
archibald archie baldie
arlene lena arly
arnold arnie
arthur art artie
ashley ash
audrey audie
augustus augustine gus augie
augusta gussie gusta
austin austen
barbara barb babs barbie bab bobbie babette
barnabas barnaby barney
barry baz bazza
bartholomew bart barty bat tolly
basil baz bas
beatrice beatrix bea bee trixie trix beattie
belinda bel linda lindy
benedict ben bennie benny benedick
benjamin ben benny benji bennie jamin
bernadette bernie detta
bernard bernie barney
bertha bertie bert
bethany beth bethan
beverley beverly bev
bradley brad
brandon bran
brenda bren
brendan bren
brian bryan bryant
bridget biddy bridie brigid bridgit delia bridgette
bruce brucie
caleb cal
calvin cal vin
cameron cam
camilla millie milla cam
candace candice candy
carl karl
carla karla
caroline carolyn carol carrie caro lina callie
carol carole carrie caroline carolyn
cassandra cass cassie sandra sandy
catherine katherine katharine kathryn catharine cathryn kathrine kate katie kathy cathy cath kath kat kitty kay katy kit cat
katelyn kaitlyn caitlin kate katie
cecil cec
cecilia cecily celia cissy cis sissy
charles charlie chuck chas chip charley chick chaz
charlotte charlie lottie lotty char carlotta
chester chet
christian chris christy kit
christine christina kristine kristina chris chrissie tina christie christy kris kristie kirsten
christopher kristopher chris kit topher kris christy
clara clare claire clarissa
clarence clare
claudia claude
clement clem
clifford cliff
clifton cliff
clinton clint
colin col nick
conrad con
constance connie con
cordelia delia cordy
cornelius con corny neil
courtney court
curtis curt kurt
cynthia cindy cyndi cinders
cyril cy
cyrus cy
daisy margaret
damian damien
daniel dan danny dannie
danielle dani dannie danny ellie
darren daz
darrell darryl daryl
david dave davey davy davie dai
deborah debra deb debbie debby debs
delia dell
delores dolores dee lola lolly
dennis denis denny den
denise dee denny
derek derrick del deryck
desmond des dez
diana diane dianne dee di dinah
dominic dominick dom nick nicky
donald don donnie donny
dora dorrie
doreen dora reenie
doris dorrie
dorothy dorothea dot dottie dolly dora dodie thea dory
douglas doug dougie
duncan dunc
dustin dusty
dylan dyl
earl earle
ebenezer eben eb
edgar ed eddie ned
edith edie ede
edmund edmond ed eddie ned ted
edna eddie
edward ed eddie eddy ned ted teddy
edwin ed eddie ned win
edwina eddie winnie
eleanor elinor eleanora ellie nell nellie nora ella lenore leonora elena
elijah eli lige
elisha eli lish
elizabeth elisabeth liz lizzie lizzy beth bess betty betsy bessie eliza libby lisa elsie elise lisbeth bette betsey ellie liza bettie lilibet lillibet elsa lizbeth elspeth buffy
ellen helen nell nellie ellie nelly
eloise lois ellie
elvira elvie
emanuel emmanuel manny immanuel
emily em emmie millie emmy milly
emma em emmie emmy
ephraim eph
eric erik rick ricky
erica erika rikki
ernest ernie earnest
ernestine ernie tina
esther essie hester ester hettie
eugene gene
eugenia genie gina
eva eve evie
evangeline eva evie angie lina
evelyn eve evie lyn
ezekiel zeke
faith fay
felicia felicity fliss lissa flick
ferdinand ferdie fred
florence flo flossie florrie flora floss
frances fran fanny frankie francie fannie francine frannie cissy
francis frank frankie franky fran francie
franklin frank frankie
frederick fredrick frederic fred freddie freddy rick fritz
frederica freddie fred rica
gabriel gabe gabby
gabrielle gabriella gabby gaby ella
gail gale
gareth gary gaz
garrett gary garry
gary garry gaz
gavin gav
genevieve gen jenny gennie
geoffrey jeffrey jeffery geoff jeff
george georgie geordie dod
georgina georgiana georgia georgie gina
gerald gerry jerry ged
geraldine gerry geri jerry dina
gerard gerry ger jerry gerrard
gertrude gertie trudy gert trudie
gideon gid
gilbert gil bert gib
gillian jillian gill jill gilly jilly
glenn glen
gloria glory
godfrey goff
gordon gord gordie
grace gracie
graham graeme grahame
gregory greg gregg greig
griselda zelda
guinevere gwen
gwendolyn gwendoline gwen gwenda wendy
hannah anna nan
harold harry hal
harriet hattie harry hatty harriett etta
harrison harry
harvey harv
heidi adelheid
helen helena ellen nell nellie lena ella elena nelly
henrietta hettie etta hetty harriet ettie retta
henry harry hal hank harri
herbert herb bert herbie bertie
herman hermann
hezekiah hez ki
hilary hillary hil
howard howie
hubert hugh bert hughie
hugh hughie huw hugo shug
humphrey humph
ian iain
ignatius iggy nate
imogen immy imo
irene rene renie
irving irv
isaac isaak izzy ike zac
isabel isabella isabelle isobel bella belle izzy ibby tibbie bell isa issy
isaiah zay
israel izzy
jack jackie jock john
jackson jack
jacob jake jakob jay coby
jacqueline jaqueline jackie jacqui jacquelyn jacky
james jim jimmy jamie jem jimmie jimi jaimie hamish seamus
jane janie jenny janet jan jean
janet jan nettie jenny janette
janice jan
jared jerry
jasmine jas jaz jazz
jason jay jase
jasper jas
jean jeannie jeanie jeanne
jeanette jean nettie jeannie
jedediah jed
jemima mima jem mimi
jennifer jen jenny jenn jenni jennie
jeremiah jerry jem jeremy
jeremy jem jez jerry jeremiah
jerome jerry
jesse jess jessie
jessica jess jessie jessy
jessie jess jessica janet
jill jilly
joan joanie joanna jo
joanna joanne johanna jo joann jody
jocelyn joss lyn
john johnny jack johnnie jon jock ian jonny
jonathan johnathan jonathon jon jonny nathan jonty john
jordan jordy jory
joseph joe joey jo jos
josephine jo josie jose josey fina joey pheny
joshua josh
josiah jos josh
joyce joy
juanita nita
judah jude
judith judy judi jude
julia julie jules juliet julianne
julian jules jools
juliet juliette jules julie
june junie
justin jus
kathleen kathy kath katie kay kate cathleen cathy kat
kay kaye
kelly kel
kelvin kel
kenneth ken kenny kennie
kerry kez
kevin kev
kimberley kimberly kim kimmie
kirsten kirstin kirsty
kristen kristin kris kristi
lancelot lance
larry laurence lawrence
laura laurie lori lolly laurel
lauren laurie loren lori
laurence lawrence larry laurie lawrie loz lonnie
lavinia vinnie
leah lee
leander lee
lee leigh
lemuel lem
leo leon leonard
leonard len lenny leo leonardo lennie
leonora nora leo
leroy lee roy
leslie lesley les
lester les
letitia lettie tish letty
levi lee
lewis louis lew louie lou lewie
liam william
lillian lilian lily lil lilly lillie
linda lynda lin lyn lindy
lindsay lindsey lin
lionel leo
lisa liza
lloyd floyd
lorenzo loren
loretta lori etta
lorraine lori rainie lorrie
louisa louise lou lulu lois louie
lucas luke
lucille lucy lucie lu cille
lucinda lucy cindy lou cinda
lucy lou lucie luce lulu
luke lucas
lydia lyddie liddy
lyndon lyn
mabel mab may amabel
mackenzie kenzie mac
madeline madeleine madelyn maddie maddy mady lena
magdalene magdalen maggie lena maud
malachi mal
malcolm mal malc
marcia marcie marcy
marcus mark marc
margaret margret marguerite maggie meg peggy peg madge marge margie meggie greta daisy rita maisie mamie margery marjorie peggie mags megan maggy gretchen
maria mary marie mia ria mariah
marian marion marianne mary
marianne mary ann annie
marilyn mary lyn
marjorie margery marge margie madge marjory
mark marc marcus
marlene lena marly
marsha marcia
marshall marsh
martha mattie patty marty matty pattie
martin marty martyn mart
marvin marv
mary molly polly mae may mamie marie maria moll minnie mollie pollie mitzi
mathilda matilda tilly mattie maud tillie till matty
matthew mathew matt matty mat mattie
maud maude
maureen mo maura
maurice morris maury morry mo
maximilian maxwell max
megan meg meghan
melanie mel mellie lanie
melinda mel linda lindy mindy
melissa mel lissa missy millie
melvin mel
mercedes mercy sadie
mervyn merv
meredith merry
michael mike mick micky mickey mikey mitch micah mickie
michelle shelly chelle shell michele mickey shelley
mildred millie milly
miles myles
millicent millie milly
milton milt
minerva minnie
miranda mandy randy mira
miriam mim mimi mitzi
mitchell mitch
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamad mehmet mohd mhd md mo
moira moyra
monica mona
montague monty
montgomery monty
mordecai mort
mortimer mort morty
moses mo moe mose
nancy nan nance
naomi omie
natalie nat nattie talia
natasha tasha nat
nathan nat nate
nathaniel nat nate nathan nathanael natty
neil neal niall neill
nelson nels
nicholas nicolas nick nicky nico nik colin klaus claus
nicola nicole nicky nikki nic nikky
nigel nige
noreen nora
norman norm
octavia tavy
oliver ollie olly noll
olivia liv livvy livia ollie libby
olive ollie livvy
oscar ozzie
oswald ozzy oz ozzie waldo
owen owain
pamela pam pammy
patience pat
patricia pat patty patsy trish tricia trisha patti pattie
patrick pat paddy rick padraig packy
paul paulie
paula polly pauline
pauline paula polly
penelope penny pen nell
percival percy perce
peter pete petey
philip phillip phil pip phillippe
philippa phillippa pippa pip phil
philomena mena phil
phineas phin
phyllis phyl phil
polly mary
priscilla cilla prissy cissy scilla
prudence pru prue
quentin quintin
rachel rachael rae shelly ray rach
ralph rafe
ramona mona
randall randy
randolph randy dolph rand
raphael rafe rafi
raymond ray raymund
rebecca rebekah becky becca beck bex reba becks beckie
reginald reg reggie rex
reuben rube ruben
rex reginald
richard rick dick rich richie ricky dickie rickie dicky ricki ritchie
robert rob bob bobby robbie bert robin bobbie robby rab rabbie
roberta bobbie robbie berta robin
robin robyn rob
roderick rod roddy rick broderick
rodney rod roddy
roger rog hodge rodger
roland rowland roly rollo rolly orlando
ronald ron ronnie ronny
rosalind rosalyn ros roz rosie rose linda
rosamund rosamond ros rose rosie
rose rosie rosa rosy
rosemary rosie rose romy rosemarie mary
rowena ro
roxanne roxanna roxy rox
rudolph rudolf rudy rolf dolph
rufus rufe
rupert rupe bert
russell russ rusty russel
ruth ruthie
sabrina brina
samantha sam sammy mandy
samson sam
samuel sam sammy
sandra sandy alexandra cassandra
sarah sara sally sadie sal sallie
savannah anna vanna
sebastian seb bastian
selina celina lina
sharon shaz
shaun shawn sean shane
sheila sheelagh shelagh cecilia
sheldon shelly
shirley shirl
sidney sydney sid syd
sigmund sig siggy
silas si
silvester sylvester sly vester
silvia sylvia sylvie syl
simeon sim
simon si sim
sophia sophie sofia sophy
solomon sol solly
spencer spence
stacey stacy anastasia
stanley stan
stella estelle estella
stephanie steph stevie steffi stef stephie
stephen steven steve stevie ste steph stefan
stewart stuart stu
susan suzanne susanna susannah sue susie suzy suki suzie suzanna susy sukey
tabitha tabby
tamara tammy tam tara
tamsin thomasina tammy
tanya tania
teresa theresa terry tess tessa tracy terri tessie resa tracey therese
terence terrence terry tel
thaddeus thad
theodora theo dora teddy
theodore theo ted teddy
thomas tom tommy thom tam tommie
timothy tim timmy
tobias toby tobe
tracy tracey
travis trav
trevor trev
tristan tris
tyler ty
tyrone ty
valentine val
valerie val valery
vanessa nessa ness
vernon vern
veronica ronnie vera ronni nica
victor vic vick
victoria vicky vicki tori vikki vickie queenie
vincent vince vinnie vin vinny
viola vi
violet vi lettie
virginia ginny ginger virgie gina ginnie
vivian vivien vivienne viv
wallace wally
walter walt wally wat
wesley wes
wilbur will
wilfred wilfrid wilf will fred
wilhelmina mina minnie wilma willa billie
william will bill billy willie liam willy wills wm bil
willis will bill
winifred winnie freda win
winston win winnie
woodrow woody
xavier zav
yvonne eve vonnie
yvette evie
zachary zachariah zack zac zach zak zechariah
`;

const otherLanguages = `
adriana adri
alberto beto berto
alejandro alex ale jandro
alejandra ale alex sandra jandra
alfonso alonso poncho fonso
alfredo fredo
antonio tono toni antonino nino tonio
beatriz bea betty
benito beni
carlos carlitos charly
carmen carmina carmela
catalina cata lina
concepcion concha conchita
consuelo chelo
cristina cris tina
cristobal tobal
daniela dani
dolores lola lolita
eduardo edu lalo eddie
enrique quique kike rico
ernesto neto
esperanza espe
eugenio geno
federico fede fico
felipe pipe
fernando nando fer
fernanda fer nanda
francisco paco pancho curro kiko cisco fran frasco
francisca paca paquita fran
gabriela gaby gabi
gertrudis tula
gonzalo gonza
graciela chela
gregorio goyo
guadalupe lupe lupita
guillermo memo guille
gustavo gus tavo
ignacio nacho
inmaculada inma
isabel isa chabela chabelita
jaime jaimito
javier javi
jesus chucho chuy suso
jorge coque
jose pepe chepe pepito joselito
josefa pepa pepita
josefina fina pina
juan juanito juancho
julio julito
leticia leti
lorenzo lencho
lourdes lulu
luis lucho luisito
magdalena magda lena malena
manuel manolo manu manny
manuela manola manu
margarita rita marga margo
maria mari maruja marichu mariquita
maricarmen maria
mariano nano
mercedes merche meche
miguel migue
milagros mila
montserrat montse
natividad nati
nicolas nico
patricio pato
pilar pili
rafael rafa
ramon moncho
remedios reme
ricardo rica richi
roberto beto tito
rocio chio
rodrigo rodri
rosario charo chayo
salvador chava salva
santiago santi chago tiago
sebastian sebas
sergio checo
soledad sole
teresa tere
vicente chente
victoria vicky toya
joao joaozinho
joaquim quim
jose ze zeca
antonio toninho
francisco chico
eduardo edu dudu
fernando nando
luiz luis lula
manuel manoel neco
pedro pedrinho
roberto beto
adelaide ade
alexandre alex
amelie mel
antoine toine
bernadette nadette
bertrand bert
catherine cathy
christophe chris tophe
daniel dany
dominique domi
elisabeth babeth lise
emmanuel manu
emmanuelle manu
florence flo
francois fanfan
francoise fanchon framboise
frederic fred
genevieve ginette
gerard gege
guillaume guigui
jacqueline jacotte
jeanne jeannette jeanneton
joseph jojo
josephine josette fifi
laurent lolo
louis loulou
madeleine mado
margaux marguerite margot
marie manon mimi
mathieu mat matthieu
maxime max
michel mimi
nicolas nico
philippe phil
pierre pierrot
robert bebert
sebastien seb bastien
stephane steph
sylvie syl
theophile theo
therese tete
vincent vince
alexander alex sascha lex
andreas andi anders
anneliese anne liese anneli
annemarie anne
anton toni
bartholomaus bartel
benedikt bene
bernhard bernd hardy
brigitte gitte gitta biggi
charlotte lotte lotti
christian chris
dieter dietrich
dorothea dorle thea dorte
eberhard ebbo
edeltraud traudl
elfriede friedel elfi
elisabeth elise lisbeth sissi lisa liesl else ilse elsbeth betti lisl
ferdinand ferdl
franz franzl
franziska franzi ziska
friedrich fritz frieder
gerhard gerd gert
gertrud gerti traudel trude
gottfried friedl
gunther gunter guenter guenther
hans johannes johann hannes hansi
heinrich heinz heiner hein
heinz karlheinz
helga helge
helmut helmuth
hermine mina
hildegard hilde hilda
ingeborg inge
ingrid inge
irmgard irma irmi
jakob jaap
joachim achim jochen jo
johanna hanna hanne
josef sepp seppl beppo joseph jupp
juergen jurgen georg jorg joerg
karl kalle
karoline lina line
katharina kathe kaethe kathi katrin katja trine kati
klaus nikolaus claus niklas
konrad kurt conny
konstantin kosta
leonhard hardl leo
ludwig lutz wiggerl
magdalena lena leni magda
manfred manni fred
margarete margarethe margareta greta grete gretel marga margit gretchen
maria mia mitzi mizzi ria
martina tina
matthias mathias hias matze
maximilian max maxi
michael michi michel
mechthild mechtild
reinhard reiner rainer
reinhold holdi
roland rolli
rosemarie rosi
rudolf rudi
sebastian basti wastl
siegfried sigi siggi
siegmund sigi
sigrid siri
stefan steffen stephan
susanne susi sanne
theodor theo
theresia resi thea
thomas tom
ulrich uli ulli utz
ulrike uli ulli rike
ursula uschi ulla
valentin valtin
veronika vroni
walburga burgl wally
waltraud traudl
wilhelm willi willy helm
wilhelmine minna mina
wolfgang wolf wolfi
alessandro sandro ale
alessandra sandra ale
antonella nella
antonio tonino toto nino
bartolomeo bartolo meo
beatrice bice
caterina rina cate
concetta tina
domenico mimmo mico menico
elisabetta betta elisa lisa
enrico rico
federica fede
federico fede
filippo pippo
francesca franca fra checca
francesco franco ciccio cesco checco
gaetano tano
giacomo giacomino mino
giovanna gianna vanna
giovanni gianni nino vanni giannino
giuseppe beppe peppe pino peppino geppe
giuseppina pina giusy
ignazio ignazino
leonardo leo nardo
lorenzo renzo enzo
luigi gigi luigino gino
maddalena lena
margherita rita marga
mariangela angela
michele lele
nicola nico
paolo paolino
pasquale lino
pietro piero
raffaele lello raf
roberto roby
salvatore toto turi salvo
sebastiano bastiano
stefania stefy
teresa tere
valentina vale
vincenzo enzo cenzo
agnieszka aga agnisia
aleksander aleksandr olek alek sasha sania shura
aleksandra ola sasha shura
alexei aleksei aleksey alexey alyosha lyosha
anastasia anastasiya nastya asya nastia
andrei andrey andriy andrusha
andrzej jedrek
anna ania anya hania anka nyura
barbara basia baska
bartosz bartek bartlomiej
boguslaw bogdan bogus
boleslaw bolek
boris borya
dmitri dmitry dmitriy dmytro dima mitya
dorota dorotka
ekaterina yekaterina katya katia kateryna
elena yelena lena olena alyona
elzbieta ela
evgeny evgeni yevgeny evgenii zhenya evgeniy
evgenia yevgenia zhenya
franciszek franek
galina galya
genadi gennady gena
georgi georgy gosha zhora yuri yegor
grigory grisha hryhoriy
grzegorz grzes
henryk heniek
igor gosha
irina ira iryna
ivan vanya ivo
iwona iwonka
jacek jacus
jadwiga jadzia
jakub kuba
jan janek jas janusz
jerzy jurek
joanna asia
jozef jozek
kamil kamilek
katarzyna kasia kaska
kazimierz kazik kazek
krystyna krysia
krzysztof krzysiek krzys
larisa lara
leonid lyonya
ljubomir ljubo
lubov lyuba
lukasz luki
maciej maciek
magdalena magda madzia
malgorzata gosia malgosia gocha
marek mareczek
margarita rita
maria masha mariya marusya mania marysia manya
mateusz mati
michal misiek
mikhail mykhailo misha mikhael
mikolaj mikolajek
milos milosh
miroslav mirek mirko miroslaw
nadezhda nadia nadya
natalia natalya natasha nataliya nata
nikolai nikolay kolya mykola
oksana ksenia ksusha xenia
olga olya
pavel pasha pavlo
pawel pawelek
piotr piotrek
pyotr petr petya petro
radoslav rado radek radoslaw
roman roma
ryszard rysiek
sergei sergey serhiy seryozha serge
slobodan boban
sofia sonia sofya sonya
stanislav stas slava stanislaw staszek
stefan stevo
svetlana sveta svitlana
tadeusz tadek
tatiana tatyana tanya tetiana tania
tomasz tomek
tomislav tomo
valentina valya
valery valeriy valera
vasily vasiliy vasyl vasya
vera verochka
viktor vitya
viktoria vika
vladimir volodymyr vova volodya vlad vladimiras
vladislav vlad slava
vojtech vojta
vyacheslav slava
waclaw wacek
waldemar waldek
wieslaw wiesiek
wladyslaw wladek
wojciech wojtek
yaroslav slava yarik jaroslav
yekaterina katya
yevgeny zhenya
yulia julia yuliya
yuri yury yuriy yura iurii
zbigniew zbyszek
zdzislaw zdzisiek
zofia zosia
jiri jirka
josef pepa pepik
frantisek franta
jana janka
katerina katka
zuzana zuzka
istvan pista
jozsef joska
laszlo laci
sandor sanyi
ferenc feri
erzsebet bozsi zsoka
andreas anders
anders andy
bengt benke
birgitta gitta britta
christina stina kristina
christoffer kristoffer toffe
elisabet lisa bettan
erik jerker
frederik fredrik freddy
gunnar gunne
gustaf gustav gosta
hans hasse
henrik henke
ingeborg inga
johan johannes jon janne hans
jorgen jurgen
karin kajsa katarina
karl calle kalle carl
kristian krister
lars lasse laurits
magnus manne
margareta greta maggan
marie maja mia
mikael micke michael
niels nils nisse
olav olaf ola ole
per peter petter pelle
rasmus erasmus
sofie fia
sven svenne
thorbjorn torbjorn tobbe
ulf uffe
albertus bert bertus
antonius toon ton antoon teun
bartholomeus bart
catharina trijntje rina toos
cornelis kees cor
cornelia corrie cor nel
elisabeth els lies betje
franciscus frans
gerardus gerard
gerrit gert
gijsbert gijs
hendrik henk rik
hendrika riek hennie
jacobus jaap koos sjaak
jan johannes hans johan
johanna annie hanneke anneke jo
josephus jos sjef
lambertus bert bertus
leonardus leo
margaretha greet griet gre
maria ria mieke marijke mies riet
mattheus thijs
nicolaas klaas nico
pieter piet
petronella nel nelleke
theodorus theo dorus
wilhelmina willemijn mien wil
willem wim pim
abdallah abdullah abdulla abdalla abdellah
abdelkader abdulqadir abdulkadir abdelqader
abdulaziz abdelaziz aziz
abdulrahman abdurrahman abdelrahman abdurahman abdirahman abdarrahman rahman
abdulrahim abdurrahim rahim abdelrahim
abdulkarim abdelkarim karim
ahmed ahmad ahmet achmed ahmat
aisha ayesha aysha aicha ayse aishah
ali aly
amina aminah aamina
amir ameer emir
anwar anwer
asma asmaa esma
ayman aiman
bilal belal
dawud daud dawood daoud
ebrahim ibrahim ibraheem brahim
fadi fady
faisal faysal feisal faizal
fatima fatimah fatma fathima fatemeh fatoumata fatou
farouk faruk farooq farouq
farid fareed
habib habeeb
hakim hakeem
hamza hamzah
haroun harun haroon
hasan hassan hasson
hussein husain hussain hossein husayn hosein huseyin houssein
ismail ismael ismaeel esmail
jamal gamal cemal djamal jamaal
jamil jameel gamil
kamal kemal kamel
khaled khalid halid
khadija khadijah hatice khadeeja
layla laila leila leyla
mahmoud mahmud mahmood mehmood
mariam maryam maryum miriam meryem
mansour mansur mansoor
mustafa mostafa moustafa mustapha
mohsen muhsin mohsin
munir mounir muneer
musa moussa mousa moosa
nadia nadya
naser nasser nasir
noor nour nur
nuruddin noureddine nooruddin
omar umar omer
osama usama
othman osman usman uthman ousmane
rashid rasheed rachid
said saeed sayed saeid
saleh salih salah
salim saleem selim
salman suleman
samir sameer
sayyid syed sayed
sharif shareef cherif
suleiman sulaiman suleyman soliman sulayman solomon
tariq tarik tareq tarek
yahya yehia yahia
yasin yaseen yassin yassine
yusuf yousef youssef yusef yousuf joseph usuf
youcef youssef
yunus younes younis
zahra zohra zahara
zainab zaynab zeinab zeynep zaineb
ziad ziyad zeyad
moshe moishe moses
yaakov yakov jacob yankel
yitzhak isaac itzik
yosef joseph yossi
shlomo solomon
shmuel samuel
rivka rebecca
sara sarah sura
chaim haim hyman
avraham abraham avi
binyamin benjamin
eliezer eliezar leizer
`;

/** As clerks of old wrote names short, and as lists still do. */
const abbreviations = `
abraham abrm
alejandro alej
alexander alexr alexdr
alfred alfd
albert albt
andrew andw
andreas andr
antonio ant anto
anton ant
archibald archd
arthur arthr
august aug
augustus augs
barbara barb
bartholomew barthw bart
benjamin benj benjn
bernhard bernh
catherine cath cathe
charles chas
charlotte charl
christian chr chrn
christopher chris chrisr chr xpher
christoph chph chr
concepcion concep
cornelius cornl
cornelis corn
daniel danl
david davd
dorothea dor
dorothy doroy
eduard edu
eduardo edo
edward edwd edw
elisabeth elis
elizabeth eliz elizth
emanuel emanl
ernest ernt
ferdinand ferd
fernando fdo
francis frans frs
francisco fco fsco
francois fcois frois
franz frz
frederick fredk fredc
friedrich friedr frdr
georg gg
george geo
gilbert gilbt
giovanni giov gio
giuseppe gius gsppe
gottfried gottfr
gottlieb gottl
gregorio grego
guadalupe gpe
guillermo gmo
gustav gust
harriet hart
heinrich hch heinr hnr heiner heinz
henry hy
herbert herbt
hermann herm
ignacio igno
isaac isc
jakob jak
james jas
jean jn
jeremiah jerh
johann joh
johannes joh johs
john jno jn
jonathan jonn
josef jos
joseph jos jh
jose jos
juan jn
katharina kath
konrad konr
lawrence lawr
leonard leond
leonhard leonh
lorenzo lor
louis ls
ludwig ludw
manuel manl ml
margaret margt margrt marg
margarethe marg
maria ma
marie mie
martha martha marta mart
martin mart
mathias math
matthew matthw mattw matw
michael michl mich
nathaniel nathl
nicholas nichs nicho
nikolaus nik nikl
oliver olivr
patrick patk
peter pet petr
philip phil
philipp phil
pierre prre
reginald regd
reinhard reinh
richard richd rich
robert robt
roberto rbto
rudolf rud
samuel saml
santiago stgo
sebastian seb
solomon soln
stephen stepn
theodor theod
theodore theod
theophilus theos
thomas thos tom
timothy timy
valentin val
vincent vinct
walter walt
wilhelm wilh wm willi willy
willem wm
william wm willm
zachariah zach
`;

function lines(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .filter((group) => group.length > 1);
}

/** Groups of forms of one given name, each of at least two lower-case ASCII names. */
export const nicknameGroups: readonly (readonly string[])[] = [
  ...lines(english),
  ...lines(otherLanguages),
  ...lines(abbreviations),
];
