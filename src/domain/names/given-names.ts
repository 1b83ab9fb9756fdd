import { wordList } from '../word-list.ts';

/*
 * Names that pupils and colleagues in England often have, as far as they help to tell a name from another word. The
 * lists are ours, written from memory of what is common, and make no claim to be whole.
 */

/** A word that is hardly ever anything but a name, however it is written. */
export const GIVEN_NAMES = wordList(`
  aadam aaliyah aarav aariz aaron abbie abby abdi abdirahman abdul abdullah abdullahi abdulrahman abena abigail adaeze
  adam adebayo adele adnan adrian afonso agnes agnieszka ahmad ahmed ahmet aidan aiden aimee ainsley aisha aishah
  aisling akosua alan alasdair albert albie alby aleena aleks aleksander aleksandra alesha alessia alex alexander
  alexandra alexis alfie alfred ali alicia alin alina alisha alishba alison alistair aliyah allan allison alma alys
  alyssa amaan amanda amar amelia amelia-rose amelie amina amir amira amirah amrit amy ana anastasia anaya andre andrea
  andreea andrei andrew andriy andrzej andy aneta angela angus anika anisa anita anjali anna annabel annabelle anne
  annette annie anthony antoni antonio anya aoife archie arham ariana arianna ariyah arjun arlo artem arthur arun aryan
  asha ashleigh asif asma astrid athena aubrey aurelia aurora ava ayaan ayan ayat ayaz ayesha ayla ayman ayodele ayomide
  azaan babs bailey baljit balraj barbara barnaby bartek bartlomiej bartosz baz beata beatrice beatrix beatriz becca
  becky belinda bella ben benedict benjamin bernadette bernard bernie bertie beth bethan bethany beverley bianca bilal
  billie blake blanka blathnaid bobbie bodhi bogdan bohdan boris brandon brenda brendan brian brianna bridget brody
  bronte bronwyn bryan bryony caitlin caitlyn caleb callan callum calum cameron camilla caoimhe cara carl carla carlos
  carmen carol caroline carolyn carys casey cassie catalin cathal catherine cathy catrin catriona cecilia ceit celia
  cerys chantelle charis charlene charles charlie charlotte chelsey cheryl chiamaka chiara chidi chinedu chioma chloe
  chris chrissie christina christine christopher ciara cillian claire clara clare claudia claudiu clementine clive
  colette colin colleen connie connor conor cora cordelia corey cosmin cosmina craig crispin cristian cristiana cristina
  curtis cynthia damian damien damilola dana daniel daniela danielle danny danylo daphne darcey darcie daria darius
  darragh darren dave david davina dawid dawud daz debbie deborah debs declan deepa deepak deepika deirdre denisa denise
  dennis derek dermot desmond diana diane diego dilan dilys dina divya diya dmitri dmytro dominic dominik donald donna
  dora doreen dorian doris dorota dorothy dotty dougie douglas dragos duncan dylan eamon ebere eddie edith edmund edward
  eesa efa efe effie eileen eilidh eilish eimear eira elaine eleanor elena eli elias elif elijah elina eliza elizabeth
  ella ella-mae elle ellen ellie ellie-mae elliot elliott ellis eloise elsa elsie elspeth eluned emeka emil emilia emily
  emma emmanuel eoin eric erica erik erin eshaal esme esmee esther ethan eugene eva evan evelyn evie ewa ewan ezra
  fabian faduma faisal farah farhan farida faris fatima fatimah fearghal felicity felix femi fergus fernando ffion filip
  finlay finley finn finnian fiona fionn florence florentina florin folasade frances francesca francis franciszek franek
  frankie fraser freddie freddy frederick freya funmi gabby gabriel gabriela gabriella gabrielle gabrysia gaby gail
  gareth gary gaurav gavin gaz gemma geoff geoffrey george georgie georgina gerald geraldine gerard gethin gheorghe
  giles gillian gina giovanni giulia gladys glenn gloria goncalo gordon gracie graeme graham grainne greg gregory greta
  grzegorz gurdeep gurpreet gwen gwilym gwyneth habib hadi hadiya hafsa haider halina hamish hamza hana hania hanna
  hannah hareem haris harjit harleen harley harman harold haroon harpreet harriet harris harrison harry haruto hasan
  hassan hayden hayley heidi helen helena henrietta henry hermione hettie hiba hilary hina hiroshi hodan hollie howard
  hubert huda hugh hugo humaira husna hussain hussein ian ibrahim idris ieuan ifeoma ifrah ignacy ikechukwu ilinca ilyas
  imani imogen imran inara inaya inayah inderjit ines ioana iona ionut iqra irene iryna isaac isabel isabella isabelle
  isha ishaan ishan isla ismail isobel isra israa iulia ivan ivanka iwan iwona izabela izzy jacek jackie jackson jacob
  jacqueline jada jaden jagdeep jagoda jai jake jakub jamal james jamie jana jane janet janice janine jannat jasleen
  jasmin jason jasper jaspreet javed jaxon jaxson jaxx jaya jayce jayden jayne jeanette jeffrey jemima jemma jenna
  jennifer jenny jeremy jerome jess jessica jessie jill jim jimmy jing joan joanna joanne joao jocelyn jodie joe joel
  johanna johannes john johnny jolanta jonah jonas jonathan jorge joseph josephine josh joshua josiah josie joyce juan
  jude judith judy julia julian juliana julie juliet justin justyna kaci kacie kacper kadie kai kaia kaiden kaiya
  kajetan kamil kamila kamran karen karim karina karl karol karolina kashif kasia katarzyna kate katelyn kath katherine
  kathleen kathryn kathy katie katy kavita kavya kay kayden kayla kayla-mae kayleigh keeley keira keiran keith kelly
  kelsey kelvin kemi ken kenan kendra kenji kenneth kenny kenzie kerry kev kevin keziah khadija khadijah khadra khalid
  kian kiara kieran kim kimberley kinga kiran kirsten kirsty kofi konrad krish kristian kristina krzysztof ksawery kuba
  kuldeep kwabena kwame kwesi kylan kyle kyra lacey lachlan lakshmi lara larisa laura lauren laurence lavinia layla
  layton leah leandro leanne leila lena lenny leo leon leona leonard leonardo leroy lesley leslie lewis lexi lexie liam
  libby lidia lilian liliana lilianna lilly lilly-mae lina linda lindsay lindsey linus lisa liwia llew logan lola
  lorenzo loretta lorna lorraine lottie lou louie louis louisa louise lowri luca lucas lucia lucie lucinda lucy ludwik
  luis luka lukas lukasz luke luminita luna luqman lydia lyla lynda lynne lynsey mabel maciej macsen madalina maddie
  maddison madeleine madison maeve magda magdalena maggie mags mahad mahnoor maire mairead maisie maja makenzie malachi
  malcolm malgorzata malik malwina manahil mandeep manish manpreet marcel marcelina marcin marcus mared margaret maria
  mariam marian marie marilyn marina mario marion marius mariyah marjorie marlene marley marta martha martin martyn mary
  maryam marzena mateusz matilda matilde matteo matthew matthias maureen maurice mavis maximilian maximus maxwell meera
  megan mehmet mehreen mei melanie melissa mhairi mia michael michaela michal michalina michelle miguel mihaela mihai
  mike mikey mikolaj mila milan mildred milena millie milo milosz mina minahil minh mirela miriam mo moez mohamed
  mohammad mohammed mohamud mohsin moira molly momina mona monica monika moosa morag morven moses muhammad muhammed
  muriel murray musa mustafa mustafah mykola myla nabeel nadia nadine nadir nadzia naeem naima nancy naomi natalia
  natalie natalya natasha nathan nathaniel nav navdeep naveed nazar neha neil nevaeh ngozi nguyen nia niall niamh
  nicholas nick nicky nicola nicole nige nigel nihal nikhil niki nikita nikki nikodem nikola nimco nina nisha nkechi
  nnamdi noah noel noman noor nora noreen norma nour nuala nusrat nwando obinna octavian oisin oksana ola olaf olamide
  oleksandr olena olga oliver olivia olivier oliwia oliwier olumide oluwaseun omar omari onyeka oonagh orla osama oscar
  osian oskar ottilie ottis ottoline ovidiu owain oyinkansola ozan ozzy pablo padraig paige pamela parminder parveen
  patricia patrick patrycja patryk paul paula pauline pawel pedro persephone peter petra phil philip philippa phillip
  phoebe phyllis piotr pippa polina polly pooja preeti priya qasim quentin quinn rabia rachael rachel radu raees rafael
  rafaela raffy raheem rahul raja rajan rajesh rajvir rakesh ralph ralphie ramesh ramona rana rania ranjit raphael
  rashid raymond rayyan razvan rebecca reece reggie rehan rehana renata reuben reyhan rhian rhiannon rhodri rhona rhys
  ria ricardo richard ricky rida riley rita rizwan robert roberta roberto robyn roderick rodney roger rohan rohit roisin
  roksana ronald ronan ronnie rory rosalind rosanna rosie rowena roxana roxanne roy ruairi ruaridh rubina rudy rui
  rukhsana rupert ruqayyah russell ruth ryan rylee ryszard saad sabah sabina sabrina sachin sade sadhbh sadia sadie safa
  saffiya safiya sahar sahra saima saira sajid sajida sakura salim salma sam samantha sameer samina samir samira sammy
  samuel sana sandeep sandra sangeeta sanjay saoirse sara sarah sarita sasha saskia scarlett sean sebastian segun selina
  seren serena seth shabana shabir shabnam shafiq shah shahid shakeel shane shania shannon sharon shaun shauna shayan
  shaz shazia sheila shelley sheryl shilpa shirley shona sian sienna silas simon simone simran sinead siobhan skye
  slawomir sneha sofia sofiia sofija sohail sonia sonnie sonny sophia sophie sorcha sorin stacey stanislaw stanislawa
  stanley stefan stefania stella steph stephanie stephen stephie steve steven stewart struan stuart sufyan sukhdeep
  sulaiman sumaya sumayyah summaya sunil sunita suraj suresh susan susanna susie suzanne svitlana swati sylvia szymon
  tabitha tadeusz taha tahir tahira talha talia tallulah tamara tamsin tanisha tanya tara tariq tash tasha tavish tayyab
  tayyiba teagan ted teddie teddy tegan tehreem temitope teodor terence teresa terry tessa tetiana thabo thanh thea
  thelma theo theodora theodore theresa thomas thuy tia tiago tiana tiernan tiffany tilly tim timothy tina tobi tobias
  toby todd tolu tom tomas tomasz tommie tommy tomos toni tony tracey tracy travis trevor trish tristan trudy tuan tunde
  tyler tymon tymoteusz tyrone uche umaimah umair umar una ursula urszula usha usman uzma valentina valerie vanessa
  vasile vasyl vera veronica veronika vicky victor vihaan vijay vikram viktor viktoria vincent vinny vinod viorel viv
  vivian vivienne vlad volodymyr waleed walter wanda waqas warren wayne wendy weronika wesley wiktoria wilf wilfred
  william winifred winnie wioletta wojciech wojtek xander xavier xiu yahya yaqub yaroslav yaseen yasin yasmeen yasmin
  yasmine yetunde yevhen yolanda yonis yousef yousuf yuki yulia yusra yusuf yusuke yvette yvonne zac zach zachariah
  zachary zack zahid zahra zain zaina zainab zainabu zak zakaria zakariya zakia zara zarina zayaan zayn zaynab zbigniew
  zeeshan zeina zeynep zlata zoe zoey zofia zoha zoraiz zosia zoya zubair zuhaib zuhayr zuri zuzanna
`);

/** A name when it begins with a capital; written small it is a flower, a stone, a colour or something else. */
export const NAMES_WHEN_CAPITAL = wordList(`
  alice amber archer aria ariel ash ashley barry basil beau bev billy blessing blossom bobby bonnie brooke bruce cassidy
  chen cheyenne cliff clover cody coral courtney crystal daisy dale dan dara della destiny dexter dolly dominique donny
  eden edie elodie ember erika ernie eve fern fleur flora freda gaynor gus gwynne hallie harper harsh hattie hazel
  heather holly honor ida igor iris ivy jade jasmine jay jaz jean jed jo joey jolene jonny jools josef josephina jules
  kaleb kara kit kitty lana lee len lewie lily linsey liv liz lorena lyn mae mandy marc margo marnie matt matty max meg
  mel mick mitch mollie monty morgan myra nat ned nell nelly olive ollie opal oprah otis owen pearl peggy penelope perry
  pete pip pola poppy primrose rae ralf ravi reg rex rhoda roland ron rosa rosalie rosemary rowan roxy ruby saffron sal
  sally sandy saul shay shea sid sky sofie stan stevie sybil tamar tansy tasmin taylor tess tola tori ty vic vinnie
  violet willow wren xena yana yaw zane zeb zelda zia ziggy
`);

/** A name inside a sentence; at its beginning more likely the ordinary word. */
export const NAMES_MID_SENTENCE = wordList(`
  bob carter chase cooper dawn dean drew faith frank gene grace guy hope hunter iman jack joy mark mason miles parker
  pat penny ray rich rob robin rose sue tanner will
`);

/** A month, a place or a season, and a name only where the words round it speak of a person. */
export const NAMES_WITH_CUE = wordList(`
  alexandria april asia august austin autumn brooklyn carlisle chelsea chester china christian dakota devon georgia
  india israel jan jordan june kent lincoln may norman paris preston roman savannah summer sydney troy victoria
`);
