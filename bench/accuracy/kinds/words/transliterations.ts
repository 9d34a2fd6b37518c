// Names of other alphabets with the ways they are written in Latin letters: Russian by five tables, Chinese by two, and
// Arabic, Greek and Korean as lists of accepted spellings.
import type { Random } from "../../../../src/generate/random/random.ts";

/** One name: a function from the habit of an office (0 … 4) to its spelling there. */
export type SpelledName = (office: number) => string;

export interface Naming {
  readonly weight: number;
  readonly given: readonly SpelledName[];
  readonly surnames: readonly SpelledName[];
}

const cyrillic = [..."абвгдеёжзийклмнопрстуфхцчшщыьэюя"];
const tables = [
  "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y  e yu ya",
  "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y  e iu ia",
  "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch y  e ju ja",
  "a b v g d e e j z i i k l m n o p r s t ou f kh ts tch ch chtch y  e iou ia",
  "a b v g d e e z z i j k l m n o p r s t u f h c c s sc y  e ju ja",
].map((table) => table.split(" "));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function romaniseRussian(name: string, office: number): string {
  const table = tables[office % tables.length] as string[];
  return capital([...name].map((letter) => table[cyrillic.indexOf(letter)] ?? letter).join(""));
}

const russianGiven =
  "александр сергей дмитрий алексей андрей михаил владимир евгений николай юрий виктор олег игорь павел роман максим илья антон василий григорий вячеслав ярослав татьяна елена ольга наталья ирина светлана анна мария екатерина юлия людмила галина оксана ксения дарья анастасия надежда любовь валентина жанна яна софья".split(
    " ",
  );
const russianStems =
  "иван петр сидор кузнец смирн попов васил соколов михайл новик фёдор мороз волк алексе лебед семён егор павл козл степан никола орл андре макар никит захар зайц соловь борис яковл григорь роман воробь серге куз фрол алекс дмитри корол гус кисел иль максим пол сорок виноград ков белов медвед антон тарас жук баран филипп комар дав беля герасим богдан осип сид матве тит марк миронов крыл".split(
    " ",
  );
const russianEnds = ["ов", "ев", "ин", "ский", "енко", "овский", "ович", "чук"];

const chinese: readonly (readonly [string, string])[] = [
  "zhang chang",
  "wang wang",
  "li li",
  "zhao chao",
  "chen chen",
  "liu liu",
  "yang yang",
  "huang huang",
  "zhou chou",
  "xu hsu",
  "zhu chu",
  "gao kao",
  "guo kuo",
  "he ho",
  "luo lo",
  "xie hsieh",
  "song sung",
  "deng teng",
  "feng feng",
  "cao tsao",
  "peng peng",
  "zeng tseng",
  "xiao hsiao",
  "tian tien",
  "dong tung",
  "pan pan",
  "yuan yuan",
  "cai tsai",
  "jiang chiang",
  "du tu",
  "ye yeh",
  "cheng cheng",
  "su su",
  "wei wei",
  "lu lu",
  "ding ting",
  "ren jen",
  "shen shen",
  "yao yao",
  "lin lin",
].map((pair) => pair.split(" ") as [string, string]);
const chineseSyllables: readonly (readonly [string, string])[] = [
  "jun chun",
  "ming ming",
  "hui hui",
  "xiu hsiu",
  "zhi chih",
  "guang kuang",
  "dong tung",
  "qing ching",
  "xin hsin",
  "jian chien",
  "bo po",
  "ping ping",
  "gang kang",
  "tao tao",
  "jie chieh",
  "xia hsia",
  "yan yen",
  "fang fang",
  "qiang chiang",
  "hong hung",
  "rui jui",
  "zhen chen",
  "bin pin",
  "gui kuei",
  "long lung",
  "shi shih",
  "de te",
  "xiang hsiang",
  "quan chuan",
  "ting ting",
].map((pair) => pair.split(" ") as [string, string]);

const spellings = (groups: string): SpelledName[] =>
  groups.split(" ").map((group) => {
    const ways = group.split("/");
    return (office) => ways[office % ways.length] as string;
  });

const arabic: Naming = {
  weight: 3,
  given: spellings(
    "Mohammed/Muhammad/Mohamad/Mohamed/Muhammed Ahmad/Ahmed/Ahmet Ali/Aly Hussein/Husayn/Hossein/Houssein Hassan/Hasan/Hassane Omar/Umar/Omer Khaled/Khalid Yusuf/Youssef/Yousef/Yousuf Ibrahim/Ebrahim/Brahim Mahmoud/Mahmud Said/Saeed/Sayed Abdullah/Abdallah/Abdulla Mustafa/Moustafa/Mostafa Karim/Kareem Tariq/Tarek/Tarik Jamal/Gamal/Djamel Fatima/Fatma/Fatemeh Aisha/Aicha/Ayesha Mariam/Maryam/Meryem Khadija/Khadijah/Hatice Zaynab/Zeinab/Zainab Nour/Noor/Nur Layla/Leila/Laila Samira/Sameera Huda/Houda Amina/Ameena/Emine Yasmin/Yasmine/Jasmin Rania/Raniya Salma/Selma Hanan/Hanane",
  ),
  surnames: spellings(
    "Al-Masri/Elmasry/Almasri El-Sayed/Alsayed/Elsaid Haddad/Hadad Khoury/Khouri/Khuri Nasser/Nasir/Naser Hamdan/Hamdane Mansour/Mansur/Mansoor Saleh/Salih/Salah Qasim/Kassem/Qassem/Kasim Abbas/Abas Farouk/Farooq/Faruk Rahman/Rehman/Rahmane Sharif/Cherif/Shareef Hakim/Hakeem Aziz/Azeez Bakr/Bakir Taha/Tahha Najjar/Naggar/Nadjar Shahin/Chahine/Shaheen Qureshi/Koreishi/Quraishi Othman/Osman/Uthman Yassin/Yaseen/Yacine Jaber/Gaber/Djaber Zidan/Zidane/Zeidan Habib/Habeeb Issa/Eissa/Aissa Obeid/Ubayd/Obaid Darwish/Darwiche/Derviş Barakat/Barakate Suleiman/Sulayman/Soliman",
  ),
};
const greek: Naming = {
  weight: 1,
  given: spellings(
    "Georgios/Giorgos/Yorgos Ioannis/Yannis/Giannis Dimitrios/Dimitris Konstantinos/Costas/Kostas Nikolaos/Nikos Panagiotis/Panayiotis Vasileios/Vassilis/Vasilis Christos/Hristos Athanasios/Thanasis Evangelos/Vangelis Maria/Mariia Eleni/Helene Aikaterini/Katerina/Ekaterini Vasiliki/Vassiliki Sofia/Sophia Angeliki/Aggeliki Georgia/Yeoryia Dimitra/Demetra Ioanna/Joanna Paraskevi/Paraskeve",
  ),
  surnames: spellings(
    "Papadopoulos/Papadopulos Georgiou/Yeoryiou Oikonomou/Economou/Ikonomou Vlachos/Vlahos Angelopoulos/Aggelopoulos Nikolaidis/Nicolaides Makris/Macris Karagiannis/Karayannis/Caragiannis Dimopoulos/Demopoulos Alexiou/Alexiu Ioannidis/Joannides/Yannidis Christodoulou/Hristodoulou Athanasiou/Athanassiou Papageorgiou/Papayeoryiou Vasileiou/Vassiliou Samaras/Samara Chatzis/Hatzis/Hadjis Kyriakou/Kiriakou Theodorou/Theodoru Zachariadis/Zahariadis",
  ),
};
const korean: Naming = {
  weight: 1,
  given: spellings(
    "Min-jun/Minjun/Min-joon Seo-yeon/Seoyeon/Suh-yun Ji-hoon/Jihun/Chi-hun Young-ho/Yeongho/Yong-ho Hyun-woo/Hyeonu/Hyon-u Eun-ji/Eunji/Un-ji Sung-min/Seongmin/Song-min Jin-young/Jinyeong/Chin-yong Kyung-hee/Gyeonghui/Kyong-hui Dong-hyun/Donghyeon/Tong-hyon Su-jin/Sujin/Soo-jin Mi-kyung/Migyeong Sang-hoon/Sanghun Hye-jin/Hyejin Tae-hyung/Taehyeong",
  ),
  surnames: spellings(
    "Kim/Gim Lee/Yi/Rhee Park/Bak/Pak Choi/Choe/Ch'oe Jung/Jeong/Chung Kang/Gang Cho/Jo Yoon/Yun Jang/Chang Lim/Im/Rim Han/Hahn Oh/O Seo/Suh Shin/Sin Kwon/Gwon Hwang/Whang Ahn/An Song/Soung Ryu/Yoo/Yu Hong/Houng",
  ),
};

/** All namings with surnames enough for a file of many people. */
export function makeNamings(random: Random): Naming[] {
  const russianSurnames = new Set<string>();
  while (russianSurnames.size < 420) russianSurnames.add(random.pick(russianStems) + random.pick(russianEnds));
  const bySyllable =
    ([pinyin, wade]: readonly [string, string]): SpelledName =>
    (office) =>
      capital(office % 2 === 0 ? pinyin : wade);
  const twoSyllables = Array.from({ length: 260 }, (): SpelledName => {
    const [first, second] = [random.pick(chineseSyllables), random.pick(chineseSyllables)];
    return (office) => capital(office % 2 === 0 ? first[0] + second[0] : `${first[1]}-${second[1]}`);
  });
  return [
    { weight: 4, given: russianGiven.map(russian), surnames: [...russianSurnames].map(russian) },
    { weight: 3, given: twoSyllables, surnames: chinese.map(bySyllable) },
    arabic,
    greek,
    korean,
  ];
}

const russian =
  (name: string): SpelledName =>
  (office) =>
    romaniseRussian(name, office);
