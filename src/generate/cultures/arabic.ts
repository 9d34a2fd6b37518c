// Arabic names with native script and the spellings that different transliterations give; surnames from given names, with
// and without the article, and from places and trades.
import type { CultureDefinition } from "./culture.ts";
import { muslimMen, muslimWomen } from "./muslimNames.ts";

const stems =
  "Hassan Saleh Masri Shami Halabi Baghdadi Najjar Haddad Khatib Sayed Sharif Ghamdi Qahtani Zahrani Otaibi Harbi Shehri Dosari Mutairi Rashid Hashimi Jabouri Dulaimi Tikriti Basri Mousawi Hakim Sabbagh Khoury Attar Banna Qadi Sabah Mansouri Maktoum Nuaimi Shamsi Ketbi Mazrouei Balushi Habsi Kindi Farsi Busaidi Tamimi Shammari Anzi Rawi Ani Obaidi Azzawi Janabi Saadi Amiri Asadi Fadli Maliki Kaabi Qaisi Turki Kurdi Hindi Yamani Makki Madani Maghribi Tunisi Libi Sudani Nubi Sa'idi Iskandarani Tantawi Mahallawi Fayoumi Dimashqi Homsi Hamwi Tarabulsi Saidawi Nabulsi Khalili Ghazzawi Maqdisi Karmi Safadi Tabari Akkawi Hourani Rifai Qassab Jazzar Khayyat Bitar Naqash Sayegh Tahhan Fakhouri Dabbagh Hallaq Hamdan Zaidan Sulayman Dawud Bakri Omari Alawi Hussaini Hasani Abbasi Ansari Awadi Mutawa Rumaithi Suwaidi Hajri Marri Kuwari Emadi Mohannadi Sulaiti Thani Khalifa Zayani Ahmadi Jassim Fahad";

/** The definition of this culture; see CultureDefinition. */
export const arabic: CultureDefinition = {
  name: "arabic",
  nationality: "IRQ",
  britishShare: 0.3,
  given: { F: { common: muslimWomen, more: [] }, M: { common: muslimMen, more: [] } },
  surnames: {
    common: `${muslimMen},Al-Masri|El Masry|Almasri|Elmasri=المصري,Haddad|Hadad|Al-Haddad=حداد,Khoury|Khouri|Al-Khoury=خوري,Al-Hashimi|Alhashimi|El Hashimi=الهاشمي,Najjar|Al-Najjar|Nadjar=نجار,Benali|Ben Ali=بن علي,Bouazza|Bouaza=بوعزة,El Amrani|Amrani|Elamrani=العمراني,Alaoui|Alawi|El Alaoui=العلوي,Al-Shami|Alshami|El Shamy=الشامي,Mansouri|Mansoori|Al-Mansouri=المنصوري,Ben Ahmed|Benahmed=بن أحمد,Bennani|Benani=بناني`,
    more: stems
      .split(" ")
      .flatMap((stem) => [`Al-${stem}`, `El ${stem}`, stem, `Abu ${stem}`, `Ben ${stem}`, `Bou${stem.toLowerCase()}`]),
    offset: 8,
  },
  respell: (name) => {
    const bare = name.replace(/^(Al|El)[- ]/, "");
    if (bare === name) return [name.replace(/ou/, "u"), name.replace(/i$/, "y"), name.replace(/q/i, "k")];
    return [bare, `Al ${bare}`, `Al-${bare}`, `El ${bare}`, `Al${bare.toLowerCase()}`, `El-${bare}`];
  },
  marriedNameShare: 0.08,
  middleName: { share: 0.55, kind: "father" },
  firstOfJanuaryShare: 0.08,
  children: 2.6,
  threeGenerationShare: 0.12,
};
