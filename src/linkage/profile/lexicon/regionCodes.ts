// Abbreviations of states and provinces that stand alone in a column: United States, Canada, Australia.

export const unitedStatesCodes: ReadonlySet<string> = new Set(
  (
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc " +
    "sd tn tx ut vt va wa wv wi wy dc pr vi gu as mp fm mh pw ae ap aa"
  ).split(" "),
);

export const regionCodes: ReadonlySet<string> = new Set([
  ...unitedStatesCodes,
  ..."ab bc mb nb nl ns nt nu on pe qc sk yt".split(" "),
  ..."nsw vic qld act tas nt sa wa".split(" "),
]);
