// The words around a name that are not the name: titles, honours, generations, particles. Plain data, kept short of
// words that are common names themselves (Don, Ma, Do); what is both (Lord, King, Dean) is in `titlesAndNames`.

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Titles that are never names: dropped wherever they stand. */
export const sureTitles = words("mr mrs ms mx mister missus messrs dr prof mme mlle frau revd viuda vda");

/** Titles that are hardly ever names: dropped in front of a name. */
export const titles = words(`
  mr mrs ms mx miss mister missus messrs dr doctor prof professor sir dame madam madame mme mlle mademoiselle
  monsieur herr hr frau frl fraulein signor signora signorina sigra signa sra srta senor senora senorita sr dott dottor
  dottoressa dottssa profssa avv dra dipl meneer mevrouw mevr mw dhr drs rev revd reverend fr father sister mother rabbi honourable honorable rt
  lic licdo licda profr profra profa mtro mtra arq adv mgr inz judr mudr phdr rndr mvdr pharmdr paeddr ifj ozv alhaji alhaja hajiya mallam engr barr
  capt lt lieut lieutenant cpl corporal sgt sergeant brig brigadier cmdr commander adm admiral pvt shri smt shrimati
  moulana
`);

/** Titles that are names too: dropped only in front of at least two more words. */
export const titlesAndNames = words(`
  lord lady princess duchess countess baron baroness viscount viscountess marquess marquis general gen major maj
  captain colonel col judge bishop archbishop canon cardinal sheikh shaikh sheik haji hajji haci hajj hajja hadja begum imam mullah maulana
  master pastor brother bro chief hon pan pani sig ing bc av ks kum
`);

/** Words of rank that follow an ordinal: "1st baronet", "7th earl of". */
export const ranks = words(`
  baronet bart bt baron baroness earl countess viscount viscountess marquess marquis duke duchess count lord lady
`);

/** Honours and degrees after a name. */
export const honours = words(`
  esq esquire phd mphil dphil md mbbs mba msc bsc llb llm obe cbe mbe kbe dbe cvo kcvo gcvo mvo lvo kcie gcsi ksi kcb kcmg gcb cmg dso vc qc kc mp mep msp
  jp bart bt baronet frs frcs frcp frsa dds dvm rn cpa usn usa usmc usaf ret retd deceased decd
`);

/** Japanese forms of address after a name of two words and more. */
export const addressesAfter = words("san sama dono sensei");

/** Generations after a name, and their one spelling. */
export const generations: ReadonlyMap<string, string> = new Map([
  ["jr", "jr"],
  ["jnr", "jr"],
  ["junior", "jr"],
  ["jun", "jr"],
  ["hijo", "jr"],
  ["filho", "jr"],
  ["neto", "iii"],
  ["fils", "jr"],
  ["sr", "sr"],
  ["snr", "sr"],
  ["senior", "sr"],
  ["sen", "sr"],
  ["pere", "sr"],
  ["ii", "ii"],
  ["2nd", "ii"],
  ["iii", "iii"],
  ["3rd", "iii"],
  ["iv", "iv"],
  ["4th", "iv"],
  ["viii", "viii"],
]);

/** Particles that begin the next word wherever they stand. */
export const strongParticles = words("de della dello delle dei der den dela delos van von vander vanden vande mc");

/** Particles that are given names too: they begin the next word unless they are the first word of a name. */
export const weakParticles = words(`
  mac del di da do dos das du des la le las los ten ter zu zum zur vom af av al el ul ibn bin binti bint binte abu abd
  abdul abdel abdal abder abdur abdes umm san santa santo
`);

/** Servant of …: begins the next word where yet another follows, even as the first word. */
export const servantWords = words("abd abdul abdel abdal abdur abdus abder abdes");

/** What may follow a lone "o" in an Irish surname; before anything else an "o" is an initial. */
export const irishStems = words(`
  boyle brian brien bryan byrne callaghan carroll casey connell conner connor conor crowley dea dell doherty donnell
  donoghue donohoe donohue donovan dowd driscoll dwyer farrell flaherty flanagan flynn gara gorman grady hagan halloran
  hanlon hanrahan hara hare herlihy higgins keefe keeffe kane kelly leary loan loughlin mahoney mahony malley mara
  meara mullan neal neil neill regan reilly riordan rielly rorke rourke ryan shaughnessy shea sheehan sullivan
  toole tuathail
`);

/** What may follow a lone "mac" at the start; before anything else it is somebody called Mac. */
export const macStems = words(`
  adam allister alister andrew arthur askill aulay auley bean beth bride callum cann carthy clean coll conachie
  conville cormack corquodale culloch dermott diarmid donald donnell dougal dougall duff eachern ewan ewen fadyen
  farlane fie gillivray gregor guire innes innis intosh intyre iver ivor kay kenna kenzie kie killop kinlay kinley
  kinnon lachlan laine laren laughlin lean lehose lellan lennan leod manus master michael millan namara nab nair
  naughton neil neill nicol phail phee pherson quarrie quarie queen rae ritchie sween swan tavish vicar vie williams
`);
