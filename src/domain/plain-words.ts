import { wordList } from './word-list.ts';

/*
 * Words that are no name of a person although teachers write them with a capital: at the beginning of a sentence, in a
 * title, or because they name a place, a subject, a scheme or an organisation.
 */

/** Ordinary words in their shortest form; endings are taken off before a word is looked for here. */
export const PLAIN_WORDS = wordList(`
  a able about above accept account acorn act active add adult after afternoon again against age agency agenda agree
  agreed aim alert all allow alone aloud already also although always amount an and another answer anti any anybody
  anyone anything apart app apple apply appoint appraisal approach aqua are area argue arm around arrange arrive art as
  ask assembly assess assign assist association at attempt attend audit author autumn available award aware away back
  background bad badge balance band bank barrier base basic battle be bear because become beehive been before began
  begin behave behaviour behind belief bell belong below benchmark benefit beside best better between beyond big bit
  black blank block blue board body bonus book booklet booster border both bought boy boys brain brainstorm break
  breakfast brief bright bring broad brother brown buddy budget build building bullet bulletin bumblebee busy but button
  buy by calculate calendar call calm came can candidate cannot capital card care career carer carpet carry case cast
  catch category cause celebrate celebration centre certain chair challenge champion chance change chapel chapter
  character charge charity chart charter chat check chief child children choice choose church circle citizen city civic
  claim class classroom clean clear clerk click climate close club coach coat code cognitive cohort cold colleague
  collect college colour column combine come comfort comment commit common community company compare competition
  complete component computer concept concern concrete conduct conference confident confirm connect consent consider
  construct consult contact contain content context continue contract contribute control convert convince cook cool copy
  core corner correct corridor could council counsellor count country couple course cover craft create credit crew
  crisis criteria critical cross crowd cultural culture curious current curriculum cut cycle daily data date daughter
  day dead deadline deal debate decade decide decode deep deepen define degree delay deliver demand depend deputy
  describe design desk despite detail determine develop device dialogue diary did diet differ difficult digital dinner
  dinosaur diploma direct disadvantage discipline discovery discuss display district divide do doctor document does dog
  done door double down draft drama draw dream dress drill drive drop due during duty dyslexia dyslexic each ear early
  earth ease east easy eat economy edge edit editor educate effect effort eight either elderly elect eleven else email
  emotion employ empty encourage end energy engage enjoy enough ensure enter environment equal equip error essay
  establish estimate evaluate even evening event ever every everybody everyone everything evidence exact exam example
  excel exchange excite executive exercise exist exit expand expect expense experience experiment expert explain explore
  extend extra extract eye face fact fail fair faith fall false family famous far fast father fault feature fee feed
  feedback feel feet few fiction field fifteen fifth fifty figure file fill film final finance find fine finish first
  fit five flag flash flexible float floor flow fluency fluent focus folder follow food foot football for force foreign
  forest forget form former fortnight forty forum forward foundation four fourth fraction frame framework free fresh
  friend friendly from front full fun function fund funny further future game gap garden gate gather gave gender general
  generate genre get gift girl give given glossary go goal golden good got govern grade grammar gran grand graph great
  green ground group grow guard guess guidance guide habit had half hall hand handwriting happen happy hard has have he
  head health hear heart heat heavy held hello help her here hero hi high him his hold hole holiday home homework honest
  honour hope hospital hot hour house how hub huge human hundred i ice idea identify if illness image imagine immediate
  impact important improve in include inclusion inclusive increase independent individual infant inform initial ink
  insight inspector inspire instead institute instruct integrate intend intensive intent inter interest internal intervention
  interview into introduce invite is issue item its itself job join joint journal journey judge judgement jump junior
  just keep key keyworker kind kingdom kit know knowledge lab lack ladder land landmark language large last late later
  latest laugh launch law lay lead leader league learn least leave left legacy legend less lesson let letter level
  library license life light like limit line link list listen literacy literature little live load local log logic long
  look lose lost lot love low lower lucky lunch machine made magazine magic main make man manage manner manual many map
  mark market marvellous mass master match material mathematical matter maximum maybe maze me meal mean measure media
  medical meet member memory men mental mentor merge message method mid middle might milestone mind mini minimum minute
  mission mistake mix mobile model moderate modern moment money monitor month more morning most mother motivate mouse
  move much music must my myth name narrow nation national native nature near need neither network neutral never new
  news next nice night nine no nobody non none nor normal north not note nothing notice novel now number nurse nursery
  nurture oak object observe odd of off offer office often okay old on once one ongoing only open operate opinion opt
  option or oracy oral orange order organise other otherwise our out outcome outdoor outreach outside over overview own
  owner pace pack page paid pair pale panel paper parade paragraph parent park part partner party pass passage past
  pastoral path patient pattern pause pay pedagogy peer pen pencil people per perfect perhaps permit person phase phone
  photo phrase physical piano pick picture pie piece pilot pipeline place plain plan planet plant plastic platform play
  playground please pledge plenty plus pocket poem poetry point police policy poor popular portfolio position positive
  possible post poster pot potential power practical practice practise praise precise precision predict prefect prepare
  presence present presentation press pretend pretty prevent previous price pride primary principal principle print
  prior priority private prize probable problem process produce product professional profile programme progress project
  promise promote prompt proof proper proposal prospect protect proud prove provide province public pull punctual pupil
  purple purpose push put pyramid qualify quality quarter query quest question queue quick quiet quite quiz quote race
  rainbow raise ran random range rank rapid rare rate rather raw reach react read ready real reason recall receive
  recent reception recipe recommend record recover recruit red reduce refer refine reflect reform refresh regard region
  register regular rehearse reject relate relax release reliable remain remember remind remote remove repair repeat
  replace reply report representative request require research reset residential resource respect respond rest result
  retain retell retrieval retrieve return reveal review revise reward rhyme rich right rise risk river road rock role
  roll room root rota rotate rough round route routine row rule run rural sad safe said same sample sanction satellite
  save saw say scaffold scale schedule school score screen script sea search seat second secondary secret section sector
  secure see seed seek seem seen segment select self seminar senior sense sent sentence separate sequence series serve
  service session set settle seven several shadow shall shape share sharp she sheet shelf shift shop short should show
  shut sibling side sight sign signal significant silence silent silver similar simple since single sister sit site
  situate six sixth sixty size skeleton sketch skill skip slide slight slot slow small smart smile so social society
  soft solar solution solve some somebody someone something sometimes somewhere son song soon sorry sort sound source
  south space speak special specialist specific speech speed spell spend spirit spoke sponsor sport spread spring squad
  stable staff stage stand standard star start state statement station statistic status stay steady stem step stick
  still stock stop story straight strain strand strategy stream street strength stress stretch strict strong structure
  struggle student study stuff style subject succeed such suggest suit sum summary summer super supervise supply support
  suppose sure surface survey sustain swap swim syllable symbol synthetic system table tablet tackle take tale talent
  talk target task taught teach team tell ten tend tense term test text than thank that the theatre their them theme
  then theory therapist therapy there these they thing think third thirteen thirty this those though thousand thread
  three threshold through throw tick ticket tidy tie time timeline timetable tiny tip title to today together told
  tomorrow tone tonight too took tool top topic total touch tough tour toward town toy track trade tradition trail train
  transfer transform transition translate trauma travel treasure treat tree trend triad trial tribe trick trigger trip
  trouble true trust trustee truth try tuition tune turn tutor twelve twenty twice twilight twin two type typical uncle
  under uniform union unique unit unite university unless unlike until up update upgrade upon upper urban us use useful
  usual vacancy value van variety vary vehicle verb version very via victory video view village virtue vision visit
  vital vocabulary voice volume volunteer vote vowel wait walk wall want ward warden warm warn was wash watch water way
  we weak wear web week weekend welcome well wellbeing wellness went were west wet what whatever wheel when whenever
  where whereas whether which while white who whoever whole whom whose why wide wild will wind window wing winter wise
  wish with within without witness woman women wonder wood word work workbook worker workload worksheet workshop world
  worry worse worst worth would write written wrong wrote yard year yellow yes yesterday yet you young your yourself
  youth zero zone zoom
`);

/** Places, peoples, subjects, seasons, festivals, schemes, organisations and authors, as one word each. */
export const CAPITAL_WORDS = wordList(`
  abram advent afghanistan africa african albanian amazon ambition america american anglican anglo antarctic appley apr
  april aqa arabic arbor arctic ashton asia asian aspull atherton atlantic aug august austen australia aztec aztecs
  bangladesh barnardo barnardos baseline beegu bengali beowulf bible billinge biology birchwood birmingham bjork
  blackburn blackpool bloom blooms boaler bolton bradford brexit brighton bristol britain british bromcom bronte bruner
  bryn btec btecs buddhism buddhist bulgarian bunsen burnley bury cambridge camhs cantonese canva caribbean carousel
  catholic celsius celtic celts cgp chaucer chemistry cheshire chester china chinese chorley christ christian
  christianity christmas christodoulou chromebook chromebooks churchill cie classcharts clicker coe collins commonwealth
  computing corbett cornell coventry covid cpd cpoms crewe culcheth cumbria czech dad daddy dec december derby dfe
  dickens didau diwali dojo dr dsl dt durham dvd dweck eal easter ebbinghaus ecf economics ect ecte ects edexcel educake
  edukey edulink edwardian eef egyptian egyptians ehcp ehcps eid einstein elkonin engelmann england english epiphany
  estyn europe european euros everest exeter ey eyfs fa fahrenheit farsi feb february fft formby france frayer french
  fri friday gatsby gcse gcsepod gcses genesis geography georgian german germany god golborne goodnight google gothic
  grandad grandma greek gruffalo gujarati guskey gypsy halloween halton hamlet hanukkah hattie hegarty helens hindi
  hindley hindu hinduism history hitler hlta hltas hodder hogwarts holocaust homer hull humanist hungarian huyton hyde
  ict iep ieps inc ince india indian inset internet ipad ipads iran iraq ireland irish islam islamic it italian italy
  itt january japanese jekyll jesus jewish jigsaw judaism jul juliet july jun june kagan kahoot kapow kelvin kirkby
  kirschner knowsley kolb kotter ks kurdish lancashire lancaster latin latvian leeds leicester leigh lemov lennie lent
  lexia lexile lincoln lionesses lithuanian liverpool london lymm macbeth macclesfield madam makaton makerfield mam
  manchester mandarin mar march maslow mat mathematics mathletics maths mathswatch mats may maya mayan mayans medieval
  mediterranean mencap mercer mersey merseyside methodist mfl michaelmas microsoft middlesbrough miss mon monday moodle
  mr mrs ms mum mummy muslim myatt nan nana narnia nasen nazi ncetm nessy newcastle nhs nigeria nile norman normans
  northwich norwich nottingham nov november npq npqel npqeyl npqh npqlbc npqll npqlpm npqlt npqltd npqs npqsenco npqsl
  nqt nqts nspcc numbots numeracy ocr oct october odyssey ofsted ok oldham olympics onedrive onenote ormskirk orrell
  orwell othello oxford pacific paddington padlet padlets pakistan paralympics pashto passover pe pearson pemberton
  pennines pentecost pgce phonics physics piaget pixl platt plickers plymouth poland polish portsmouth portuguese
  powerpoint ppa prescot preston provision pshe psychology punjabi pythagoras qtls qts quaker quigley quizizz quizlet
  quran ramadan re religion renaissance rhine rochdale rockstars roma roman romania romanian romans roosevelt rosenshine
  rse runcorn russian sahara salford santa sat satchel sats saturday saxon saxons science scotland scottish scrooge
  seesaw sef sefton sen senco sencos send sept september severn shakespeare sharepoint sheffield sherrington shevington
  sikh sikhism sims sip sir skellig skelmersdale slovak slt sociology somali somalia southampton southport spain spanish
  sparx stalin standish stockport stoke stuarts sun sunday sunderland sweller syria ta talk4writing tameside tamil
  tapestry tas tassomai teachfirst tes thames thu thur thurs thursday tlr torah trafford traveller travellers tudor
  tudors tue tues tuesday turkey turkish tv twinkl tyldesley ucas ucl uk ukraine ukrainian unicef urdu victorian
  victorians viking vikings vygotsky wales walkthru walkthrus wandle warrington wed wednesday weimar welsh whitsun
  widgit widnes wigan wiliam willingham winsford wirral wjec wolverhampton woodlands york yorkshire youtube yule
`);

/** A title that has one of these in it belongs to a body or a programme, even where a name stands in it. */
export const BODY_WORDS = wordList(`
  academies academy act alliance association authority award band bill board book books centre centres certificate
  charter church class club code college committee conference consortium corporation council course curriculum curve day
  department diocese effect employment federation forest foundation framework fund grid group high house hub hubs infant
  infants initiative institute junior juniors league ltd mastery maths method ministry model museum network nursery
  organisation partnership phonics plc press primary principles prize programme project projects publishing
  qualification reader review room scale scheme school schools secondary service services sixth society spelling squared
  station stories table taxonomy team test tests theatre theory training tree trees trust trusts union university week
`);

/** A place with one of these in it: enough where nothing else says that it is a person. */
export const PLACE_WORDS = wordList(`
  bridge brook common court cross edge farm field fields gardens gate green grove hall heath hill hills lane lea lodge
  manor mill moss mount park parks place road row square street terrace vale valley view village water way wood woods
`);

/** What would else be taken for a person: schemes, books and people everybody has heard of, in small letters. */
export const KNOWN_PHRASES: readonly string[] = [
  'a christmas carol',
  'adam and eve',
  'alice in wonderland',
  'anne frank',
  'beatrix potter',
  'bill rogers',
  'blood brothers',
  'charlotte’s web',
  'daisy christodoulou',
  'david didau',
  'doug lemov',
  'dylan wiliam',
  'eden project',
  'edge hill',
  'florence nightingale',
  'goodnight mister tom',
  'guy fawkes',
  'harry potter',
  'henry viii',
  'isaac newton',
  'jacqueline wilson',
  'john hattie',
  'julius caesar',
  'kensuke’s kingdom',
  'lady macbeth',
  'liverpool hope',
  'liverpool john moores',
  'malorie blackman',
  'martin luther king',
  'mary myatt',
  'mary seacole',
  'maya angelou',
  'michael morpurgo',
  'michael rosen',
  'neil armstrong',
  'noah’s ark',
  'oliver twist',
  'paul black',
  'peter pan',
  'pie corbett',
  'queen elizabeth',
  'queen victoria',
  'roald dahl',
  'romeo and juliet',
  'rosa parks',
  'ruth miskin',
  'sam learning',
  'stephen lawrence',
  'teach first',
  'times tables rock stars',
  'tom sherrington',
  'white rose',
  'william the conqueror',
  'william shakespeare',
];
