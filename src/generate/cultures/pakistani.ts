// Pakistani and Bangladeshi names, written out here with their many Latin spellings (no installed list has them);
// surnames are often second given names, so a few hundred names make very many namesakes, as they do in life.
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { muslimMen, muslimWomen } from "./muslimNames.ts";

/** The definition of this culture; see CultureDefinition. */
export const pakistani: CultureDefinition = {
  name: "pakistani",
  nationality: "PAK",
  britishShare: 0.6,
  given: {
    F: {
      common: muslimWomen,
      more: combineParts(
        "Naz Shah Rukh Mah Gul Nur Far Zar Shab Par Reh Shaz Sam Rub",
        "ia een ana ina sana naz noor bano jahan aan",
      ),
    },
    M: {
      common: muslimMen,
      more: "Abdul Sheikh Nur Shams Zia Saif Imad Fakhr Qamar Badr Jalal Jamal Kamal Nizam Shahab Siraj"
        .split(" ")
        .flatMap((first) =>
          ["ur Rahman", "ul Haq", "ud Din", "ullah", "ul Islam", "ul Hassan"].map((second) => `${first} ${second}`),
        ),
    },
  },
  surnames: {
    common:
      "Khan|Kahn|Khaan,Ahmed|Ahmad|Ahmet,Hussain|Hussein|Husain|Hossain,Ali|Aly,Begum|Begam,Akhtar|Akhter|Aktar,Malik|Malick,Iqbal|Ikbal,Mahmood|Mehmood|Mahmud,Shah|Sha,Bibi,Miah|Mia|Mian,Uddin|Udin|ud-Din,Rahman|Rehman|Rahaman,Islam,Chowdhury|Choudhury|Chaudhry|Chaudhary|Choudhry,Mohammed|Muhammad|Mohammad,Khatun|Khatoon,Butt|Bhatt,Qureshi|Quraishi|Koreshi,Mirza,Sheikh|Shaikh|Sheik,Hassan|Hasan,Siddiqui|Siddique|Siddiqi,Raja|Rajah,Javed|Javaid|Jawed,Aslam,Akram,Rashid|Rasheed,Nawaz,Arshad|Irshad,Parveen|Perveen|Parvin,Kauser|Kausar|Kosar,Bashir|Basheer,Hanif|Haneef,Saleem|Salim,Khalid|Khaled,Zaman,Haque|Haq|Hoque,Alam,Karim|Kareem,Mughal|Moghul,Raza|Reza,Abbas|Abbass,Latif|Lateef,Yousaf|Yusuf|Yousuf,Sultana|Sultan,Ashraf,Anwar,Rafiq|Rafique,Zafar,Afzal,Azam|Azzam,Bhatti|Bhatty,Dar|Daar,Gondal,Janjua|Janjuah,Jamil|Jameel,Kazmi,Lone,Mahmoud,Naqvi|Naqwi,Rana,Rizvi|Rizwi,Sarwar|Sarwer,Shafiq|Shafique,Tariq|Tarik,Waheed|Wahid,Yaqoob|Yaqub|Yakub,Zaidi|Zaidy,Ullah|Ulla",
    more: combineParts(
      "Afri Yousaf Baj Khatt Durr Bang Orak Mehsu Niaz Marw Lodh Ghor Sur Tare Kakar Awa Gujj Raj Kho Ran Jan Sumr Bug Mengal Mazar Leghar Jato Tal Bhut Soom Jun Pagar Cheem Warrai Bajw Gond",
      "di zai wari ak ani shi z i ri khel an n pur r ja kha oro o to mbro ejo a ch wal",
    ),
    offset: 4,
  },
  marriedNameShare: 0.35,
  middleName: { share: 0.3, kind: "given" },
  firstOfJanuaryShare: 0.05,
  children: 2.7,
  threeGenerationShare: 0.25,
};
