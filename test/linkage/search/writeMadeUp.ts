// People beside those that a search is about, so that values have frequencies. Made of lists, the same each time.
const given = ["Oliver", "Amelia", "Harriet", "Peter", "Susan", "Mohammed", "Fatima", "Grace", "Thomas", "Ella"];
const surnames = ["Walker", "Patel", "Hughes", "Green", "Cooper", "Bennett", "Ahmed", "Fraser", "Doyle", "Novak"];
const towns = ["York", "Leeds", "Bradford", "Hull", "Derby"];

/** Values in the order: identifier, given name, surname, birth date, postcode, address, town, e-mail, phone. */
export function writeMadeUp(count: number): string[][] {
  return Array.from({ length: count }, (_, i) => {
    const day = String(1 + ((i * 7) % 28)).padStart(2, "0");
    const month = String(1 + ((i * 5) % 12)).padStart(2, "0");
    const postcode = `YO${1 + (i % 30)} ${i % 10}${"ABDEFGHJLN"[i % 10]}${"PQRSTUWXYZ"[(i * 3) % 10]}`;
    return [
      `m${i}`,
      given[i % 10] ?? "",
      surnames[Math.floor(i / 10) % 10] ?? "",
      `${1940 + ((i * 11) % 70)}-${month}-${day}`,
      postcode,
      `${1 + (i % 140)} ${["High", "Church", "Victoria", "Green"][i % 4]} Street`,
      towns[i % 5] ?? "",
      `user${i * 37}@example.net`,
      `0${1200 + (i % 300)} ${String(200000 + i * 631)}`,
    ];
  });
}
