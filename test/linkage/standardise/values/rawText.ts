// Raw values as the world writes them, for the property tests: words of names and addresses among marks and scripts.
import fc from "fast-check";

const pieces =
  "Smith Mary O'Brien o brien Mac mac Donald Mc van der den de la del Cruz al- Al el St. Saint Ste Dr. Mr Mrs sr jr Jr. III ii 2nd 1st Baronet lady Lord Ph.D. M.D. J. X y d' Abdul abd bin ben Łukasz Żółć 李明 Жуков محمد née Müller Straße str. hauptstr flat No. apt 12 12a 007 0 5th N s e road rd street P.O. Box city of City Mt 1.0 +44 (0)20 0044 011 7946 ext x 1 13 @ . , - / ' \" ( ) ’ – & # + % : ; 00 19 81 1981 07 Jul mai".split(
    " ",
  );

/** Up to eight pieces, glued or spaced; or any Unicode text. */
export const rawText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", " ", "", ", ", "-", "  ")), { maxLength: 8 })
    .map((parts) => parts.map(([piece, glue]) => piece + glue).join("")),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."0123456789+-. x()"), maxLength: 24 }),
);
