// Names without vowels meet what is written for them in Latin letters.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  consonantKeys,
  consonantsOf,
  isUnvowelled,
  unvowelledMark,
} from "../../../../src/linkage/standardise/values/consonants.ts";
import { standardiseName } from "../../../../src/linkage/standardise/values/standardiseName.ts";

const keysOf = (raw: string): readonly string[] => {
  const name = standardiseName(raw, "surname").tokens.join(" ");
  return consonantKeys(isUnvowelled(raw) ? name + unvowelledMark : name);
};

const meet = (one: string, other: string): boolean => keysOf(one).some((key) => keysOf(other).includes(key));

test("a name without vowels meets the ways in which clerks write it", () => {
  const names = [
    ["محمد", "Mohammed", "Muhammad", "Mohamed"],
    ["حسين", "Hussein", "Hussain", "Husayn", "Hossein"],
    ["حسن", "Hassan", "Hasan"],
    ["علي", "Ali", "Aly"],
    ["خالد", "Khaled", "Khalid", "Halit"],
    ["أحمد", "Ahmed", "Ahmad", "Ahmet"],
    ["يوسف", "Youssef", "Yusuf", "Jussuf"],
    ["فاطمة", "Fatima", "Fatimah"],
    ["عبد الرحمن", "Abdul Rahman", "Abdulrahman", "Abdurrahman"],
    ["عبدالله", "Abdullah", "Abdallah"],
    ["الحمادي", "Al-Hammadi", "Hammadi", "Alhamadi"],
    ["الشيباني", "Ash-Shaibani", "Al Shaibani", "Shaibani"],
    ["جمال", "Jamal", "Gamal"],
    ["قاسم", "Qassem", "Kasim", "Gasim"],
    ["وائل", "Wael", "Wail"],
    ["إسحاق", "Ishaq", "Ishak"],
    ["پرویز", "Parviz", "Parwiz"],
    ["رضا", "Reza", "Rida"],
    ["כהן", "Cohen", "Kohen"],
    ["חיים", "Chaim", "Haim"],
    ["יוסף", "Yosef", "Josef"],
    ["שרה", "Sarah", "Sara"],
    ["לוי", "Levy", "Levi"],
  ] as const;
  for (const [native, ...written] of names)
    for (const name of written) assert.ok(meet(native, name), `${native} ${name}`);
});

test("names of other consonants, and of other long vowels, do not meet", () => {
  const apart = [
    ["محمود", "Mohammed"],
    ["حسين", "Hassan"],
    ["علي", "Omar"],
    ["سلمى", "Salem"],
    ["جميل", "Jamal"],
    ["نادر", "Nour"],
    ["שרה", "Rachel"],
  ] as const;
  for (const [native, name] of apart) assert.ok(!meet(native, name), `${native} ${name}`);
});

test("a script that leaves vowels out is known by its letters; what holds Latin ones is not", () => {
  assert.ok(isUnvowelled("محمد علي"));
  assert.ok(isUnvowelled("יוסף"));
  assert.ok(!isUnvowelled("Mohammed"));
  assert.ok(!isUnvowelled("محمد Mohammed"));
  assert.ok(!isUnvowelled("Жуков"));
});

test("any text has few keys, the same each time, and one word for sets of words", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,30}'?$/), (name) => {
      const keys = consonantKeys(name);
      assert.ok(keys.length <= 24);
      assert.equal(new Set(keys).size, keys.length);
      assert.deepEqual(consonantKeys(name), keys);
    }),
  );
  assert.equal(consonantsOf("mhmd", true), consonantsOf("mohammed", false));
  assert.equal(consonantsOf("salma", false), consonantsOf("slmy", true));
});
