// Pairs of ASCII strings that are worth comparing: short alphabets, slips of typing, long ones past a machine word.
import fc from "fast-check";

const letters = fc.constantFrom(..."abcd");
const anyAscii = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789 -'.@");

const short = fc.string({ unit: letters, maxLength: 12 });
const long = fc.string({ unit: letters, minLength: 25, maxLength: 140 });
const varied = fc.string({ unit: anyAscii, maxLength: 45 });

const slips = fc.array(fc.tuple(fc.nat(200), fc.constantFrom("insert", "delete", "replace", "swap"), letters), {
  maxLength: 4,
});

function withSlips(text: string, edits: readonly (readonly [number, string, string])[]): string {
  let result = text;
  for (const [place, edit, letter] of edits) {
    const at = result.length === 0 ? 0 : place % result.length;
    const rest = result.slice(at + 1);
    if (edit === "insert") result = result.slice(0, at) + letter + result.slice(at);
    else if (edit === "delete") result = result.slice(0, at) + rest;
    else if (edit === "replace") result = result.slice(0, at) + letter + rest;
    else result = result.slice(0, at) + rest.slice(0, 1) + result.slice(at, at + 1) + rest.slice(1);
  }
  return result;
}

/** Two ASCII strings of 0 … 144 letters: unrelated, equal, or a few slips apart. */
export const pairOfStrings: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(short, short),
  fc.tuple(varied, varied),
  fc.tuple(long, long),
  fc.tuple(short, long),
  fc
    .tuple(fc.oneof(short, varied, long), slips)
    .map(([text, edits]): [string, string] => [text, withSlips(text, edits)]),
);
