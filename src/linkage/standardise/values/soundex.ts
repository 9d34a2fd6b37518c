// American Soundex, as the US National Archives use it: a code under which names that sound alike mostly meet.

const digitOf: Readonly<Record<string, string>> = {
  b: "1",
  f: "1",
  p: "1",
  v: "1",
  c: "2",
  g: "2",
  j: "2",
  k: "2",
  q: "2",
  s: "2",
  x: "2",
  z: "2",
  d: "3",
  t: "3",
  l: "4",
  m: "5",
  n: "5",
  r: "6",
};

/**
 * A letter and three digits ("Robert" → "r163", "Tymczak" → "t522") of the letters a … z in `text`; "" without any.
 * h and w do not part letters of one code, vowels do. Lower case. Source: US National Archives, "Soundex System" (2007).
 */
export function soundex(text: string): string {
  const letters = text.toLowerCase().replace(/[^a-z]/g, "");
  if (letters === "") return "";
  let code = letters.charAt(0);
  let before = digitOf[code] ?? "";
  for (let i = 1; i < letters.length && code.length < 4; i += 1) {
    const letter = letters.charAt(i);
    if (letter === "h" || letter === "w") continue;
    const digit = digitOf[letter] ?? "";
    if (digit !== "" && digit !== before) code += digit;
    before = digit;
  }
  return code.padEnd(4, "0");
}
