// Chinese names: the characters of faker's zh_CN list, two-syllable given names combined from them, romanised as Pinyin
// with the Cantonese and Wade–Giles spellings of common surnames; women keep their surname.
import { faker } from "@faker-js/faker/locale/zh_CN";
import anyAscii from "any-ascii";
import type { CultureDefinition, Sex } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

function given(sex: Sex): readonly string[] {
  const names = listedNames(faker.rawDefinitions, "first_name", sex);
  const characters = [...new Set(names.flatMap((name) => [...name]))];
  const pairs = characters.flatMap((first) => characters.map((second) => (first === second ? "" : first + second)));
  return [...names, ...pairs];
}

/** Pinyin in one word with one capital: 伟强 becomes Weiqiang. */
function pinyin(name: string): string {
  const latin = anyAscii(name).replaceAll(/[^A-Za-z]/g, "");
  return latin.charAt(0).toUpperCase() + latin.slice(1).toLowerCase();
}

/** The definition of this culture; see CultureDefinition. */
export const chinese: CultureDefinition = {
  name: "chinese",
  nationality: "CHN",
  britishShare: 0.35,
  given: { F: { common: "", more: given("F") }, M: { common: "", more: given("M") } },
  surnames: {
    common:
      "Wang|Wong|Ong=王,Li|Lee|Lei=李,Zhang|Cheung|Chang=张,Liu|Lau|Lao=刘,Chen|Chan|Tan=陈,Yang|Yeung|Yong=杨,Huang|Wong|Ng=黄,Zhao|Chiu|Chao=赵,Wu|Ng|Goh=吴,Zhou|Chow|Chou=周,Xu|Hsu|Tsui=徐,Sun|Suen=孙,Ma|Mah=马,Zhu|Chu=朱,Hu|Woo=胡,Guo|Kwok|Kuo=郭,He|Ho=何,Lin|Lam|Lim=林,Gao|Ko|Kao=高,Luo|Lo|Law=罗,Zheng|Cheng|Tay=郑,Liang|Leung=梁,Xie|Tse|Hsieh=谢,Song|Sung=宋,Tang|Tong=唐,Xu|Hui|Hsu=许,Deng|Tang|Teng=邓,Han|Hon=韩,Feng|Fung=冯,Cao|Tso|Tsao=曹,Peng|Pang=彭,Zeng|Tsang|Tseng=曾,Xiao|Siu|Hsiao=肖,Tian|Tin=田,Dong|Tung=董,Pan|Poon=潘,Yuan|Yuen=袁,Cai|Choi|Tsai=蔡,Jiang|Chiang|Keung=蒋,Yu|Yue=余,Du|To=杜,Ye|Yip|Yeh=叶,Cheng|Ching=程,Wei|Ngai=魏,Su|So=苏,Lu|Lui|Lyu=吕,Ding|Ting=丁,Ren|Yam=任,Lu|Lo=卢,Yao|Yiu=姚,Shen|Shum=沈",
    more: listedNames(faker.rawDefinitions, "last_name", "any"),
    offset: 2,
  },
  romanise: pinyin,
  respell: (name) => {
    const seam = /^([A-Z][a-z]*?(?:ng|n|[aeiou](?=[^aeioun])))([bcdfghjklmnpqrstwxyz][a-z]+)$/.exec(name);
    const [, first = "", second = ""] = seam ?? [];
    const capital = second.charAt(0).toUpperCase() + second.slice(1);
    return seam === null ? [] : [`${first} ${capital}`, `${first}-${second}`, `${first} ${second}`, first + capital];
  },
  marriedNameShare: 0.05,
  middleName: { share: 0.06, kind: "given" },
  firstOfJanuaryShare: 0.003,
  children: 1.4,
  threeGenerationShare: 0.15,
};
