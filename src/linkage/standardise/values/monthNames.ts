// Month names and their short forms in English, French, German, Spanish, Italian, Dutch, Portuguese and Polish, folded
// to ASCII; Polish also in the genitive, which dates use.

const namesByMonth = [
  "january jan janvier janv januar janner jaenner enero ene gennaio gen januari janeiro styczen stycznia sty",
  "february feb fevrier fevr fev februar febrero febbraio februari fevereiro luty lutego lut",
  "march mar mars marz maerz mrz marzo maart mrt marco marzec marca",
  "april apr avril avr abril abr aprile kwiecien kwietnia kwi",
  "may mai mayo maggio mag mei maio maj maja",
  "june jun juin juni junio giugno giu junho czerwiec czerwca cze",
  "july jul juillet juil juli julio luglio lug julho lipiec lipca lip",
  "august aug aout agosto ago augustus sierpien sierpnia sie",
  "september sept sep septembre septiembre setiembre settembre set setembro wrzesien wrzesnia wrz",
  "october oct octobre oktober okt octubre ottobre ott outubro out pazdziernik pazdziernika paz",
  "november nov novembre noviembre novembro listopad listopada lis",
  "december dec decembre dezember dez diciembre dic dicembre dezembro grudzien grudnia gru",
];

const numberByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** 1 … 12 for the lower-case ASCII name of a month, 0 for anything else. */
export function monthNumber(name: string): number {
  return numberByName.get(name) ?? 0;
}
