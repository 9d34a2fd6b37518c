// Numbers are written in the digits of many scripts, and Latin letters at full width beside Chinese and Japanese signs: ١٩٤٦,
// १९४६ and １９４６ are 1946. Whatever reads numbers reads them in ASCII. And one sign is written in several ways, of which one stands for all.

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
const asciiOnly = /^[\x00-\x7f]*$/;
const fullWidth = /[\uff01-\uff5e\u3000]/g;
const nativeDigit = /(?![0-9])\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;
const digits = new Map<string, string>();

/**
 * The text with digits of any script as 0 … 9, full-width forms as ASCII, and signs composed (NFC); names as machines read them
 * from documents (ICAO 9303: SMITH<<ANNA<MARIA) with the comma and blanks that they stand for; everything else stays.
 */
export function plainText(text: string): string {
  const plain = asciiOnly.test(text)
    ? text
    : text.replace(fullWidth, narrow).normalize("NFC").replace(nativeDigit, digitOf);
  return machineRead.test(plain) ? readMachineName(plain) : plain;
}

/** Surname, filler, given names; fillers at the end make up the length. */
const machineRead = /^[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*$/;

function readMachineName(text: string): string {
  const [surname = "", given = ""] = text.split(/<<+/);
  return [surname, given]
    .filter((part) => part !== "")
    .map((part) => part.replaceAll("<", " "))
    .join(", ");
}

const narrow = (sign: string): string =>
  sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xff01 + 0x21);

/** Unicode keeps digits of one kind together, from 0 to 9. */
function digitOf(sign: string): string {
  const known = digits.get(sign);
  if (known !== undefined) return known;
  const code = sign.codePointAt(0)!;
  let start = code;
  while (isDigit.test(String.fromCodePoint(start - 1))) start -= 1;
  const digit = String((code - start) % 10);
  digits.set(sign, digit);
  return digit;
}
