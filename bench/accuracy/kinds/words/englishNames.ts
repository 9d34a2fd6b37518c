// English given names in rough order of frequency, and surnames: common ones, and compounds of places for the rest.

export const englishWomensNames: readonly string[] =
  "Mary Elizabeth Sarah Ann Jane Emily Susan Margaret Alice Patricia Jennifer Linda Barbara Jessica Karen Nancy Lisa Betty Sandra Ashley Kimberly Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Ellen Harriet Florence Edith".split(
    " ",
  );

export const englishMensNames: readonly string[] =
  "John William James George Thomas Charles Robert Michael David Richard Joseph Daniel Matthew Anthony Mark Paul Steven Andrew Kenneth Joshua Kevin Brian Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Henry Arthur Frederick Walter Albert".split(
    " ",
  );

const commonSurnames =
  "Smith Jones Williams Brown Taylor Davis Wilson Thomas Johnson Miller Moore Jackson Martin Lee Thompson White Harris Clark Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Turner Cooper Ward Morris Watson".split(
    " ",
  );
const surnameStarts =
  "Ash Black Brad Car Dal Ever Fair Green Hart Kirk Lang Mor New Old Par Red Stan Thorn Wal Win".split(" ");
const surnameEnds = "by don ford ham ley man more ness ton well wood worth".split(" ");

export const englishSurnames: readonly string[] = [
  ...commonSurnames,
  ...surnameEnds.flatMap((end) => surnameStarts.map((start) => start + end)),
];
