// Country calling codes (ITU-T E.164). No code begins another, so the digits after + say where it ends.

/** Calling code by ISO 3166 country, for reading numbers of a known country. */
const codesByCountry = `
  us:1 ca:1 ru:7 kz:7 eg:20 za:27 gr:30 nl:31 be:32 fr:33 es:34 hu:36 it:39 ro:40 ch:41 at:43 gb:44 dk:45 se:46 no:47
  pl:48 de:49 pe:51 mx:52 cu:53 ar:54 br:55 cl:56 co:57 ve:58 my:60 au:61 id:62 ph:63 nz:64 sg:65 th:66 jp:81 kr:82
  vn:84 cn:86 tr:90 in:91 pk:92 af:93 lk:94 mm:95 ir:98 ma:212 dz:213 tn:216 ly:218 gm:220 sn:221 ml:223 gn:224 ci:225
  ne:227 gh:233 ng:234 cm:237 ao:244 sd:249 rw:250 et:251 so:252 ke:254 tz:255 ug:256 zm:260 zw:263 gi:350 pt:351
  lu:352 ie:353 is:354 al:355 mt:356 cy:357 fi:358 bg:359 lt:370 lv:371 ee:372 md:373 am:374 by:375 ua:380 rs:381
  me:382 hr:385 si:386 ba:387 mk:389 cz:420 sk:421 gt:502 sv:503 hn:504 ni:505 cr:506 pa:507 bo:591 ec:593 py:595
  uy:598 hk:852 kh:855 bd:880 tw:886 lb:961 jo:962 sy:963 iq:964 kw:965 sa:966 ye:967 om:968 ae:971 il:972 bh:973
  qa:974 np:977 uz:998
`;

const codeByCountry: ReadonlyMap<string, string> = new Map(
  codesByCountry
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);

const shortCodes = new Set(
  "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(
    " ",
  ),
);

/** Calling code of an ISO 3166 country of two letters in any case, or null. */
export function callingCodeOf(country: string): string | null {
  return codeByCountry.get(country.toLowerCase()) ?? null;
}

/** Length (1 … 3) of the calling code that begins `digits`, which follow a + or 00. */
export function callingCodeLength(digits: string): number {
  if (digits.startsWith("1") || digits.startsWith("7")) return 1;
  return shortCodes.has(digits.slice(0, 2)) ? 2 : 3;
}
