// Given names of China and Korea have two syllables as a rule, which Latin letters write apart, with a hyphen or in one word: Ji Hoon,
// Ji-hoon and Jihoon. Beside a surname of these countries two syllables are one given name.

/** In the romanisations that passports and registers use; without those that are as common in Vietnam, whose middle names come and go. */
const surnames: ReadonlySet<string> = new Set(
  // Korea
  (
    "kim gim lee yi rhee ri park pak bak choi choe chung jung jeong cheong kang gang cho jo yoon yun jang chang lim im rim han oh o seo " +
    "suh shin sin kwon gwon hwang ahn song ryu yoo yu hong jeon jun chun go ko moon mun yang son sohn bae pae paek baek baik back heo " +
    "hur huh nam noh no roh joo ju gu koo ku min na ra jin chin ji chi eom um won cha chae byun byeon pyun pyon yeo yuh bang gil kil " +
    "seok suk sung seong seol pyo myung gi ki wi woo doh tak yeom yum hyun hyeon hahm cheon chon bong gong kong maeng mo so " +
    // China and Taiwan, as in pinyin and by Wade and Giles
    "wang li zhang liu chen huang zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie tang deng feng peng zeng xiao tian dong " +
    "pan yuan cai jiang du ye cheng wei su lu ding ren lv yao shen tan fan shi liao jia xia fu bai zou meng xiong qin qiu hou yin xue " +
    "yan duan lei long tao mao shao wan kang qian hao yi gu qu zhong hsu hsieh hsiao hsueh tsai chao chien chou chuang chiang chiu hung " +
    "kao kuo lai lien lo mei ni pai pao pi shih tai teng ting tsao tseng tsou tsui tu tung weng yeh yen " +
    // Hong Kong
    "wong chan cheung lau leung ng chow tsang kwok yeung tse mak yuen fung kwan kwong lui mok poon siu sze tam tsoi yau yip yiu au cheuk " +
    "chiu choy chui fok fong heung hui ip kam kung loong lok luk man mui ngai ngan or pang pau po pun sham shek shum sit suen szeto tso"
  ).split(" "),
);

const syllable = /^(?:ng|zh|ch|sh|ts|tz|ss|hs|kk|pp|jj|tt|[bcdfghjklmnpqrstxz])?[yw]?[aeiou]{1,3}(?:ng|ck|[nklmpth])?$/;
const syllableMax = 6;

export const isEastAsianSurname = (name: string): boolean => surnames.has(name);

/**
 * The words of a given name with two syllables side by side as one: ji hoon is jihoon, hing kuen eva hingkuen eva. As they are where
 * there are no two, or more.
 */
export function joinSyllables(words: readonly string[]): readonly string[] {
  const found = words.flatMap((word, at) => (word.length <= syllableMax && syllable.test(word) ? [at] : []));
  const [first = -1, second = -1] = found;
  if (found.length !== 2 || second !== first + 1) return words;
  return [...words.slice(0, first), `${words[first]}${words[second]}`, ...words.slice(second + 1)];
}
