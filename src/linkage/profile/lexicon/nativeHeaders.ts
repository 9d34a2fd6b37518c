// What columns are called in other scripts than Latin, as written. Words of writing without spaces are looked for anywhere in a
// name, others as whole words.
import type { SemanticType } from "../semanticType.ts";

const headers: Readonly<Partial<Record<SemanticType, string>>> = {
  fullName:
    "фио|ф и о|полное имя|піб|姓名|名字|名称|氏名|名前|お名前|이름|성명|الاسم|الاسم الكامل|اسم|نام و نام خانوادگی|नाम|पूरा नाम|ονοματεπώνυμο|שם|שם מלא|ชื่อ|ชื่อ นามสกุล",
  surname: "фамилия|прізвище|презиме|姓|苗字|성|اللقب|اسم العائلة|نام خانوادگی|उपनाम|επώνυμο|επίθετο|שם משפחה|นามสกุล",
  givenName: "имя|ім я|име|名|الاسم الأول|نام|όνομα|שם פרטי",
  middleName: "отчество|по батькові|بروهي",
  relativeName:
    "мать|отец|имя матери|имя отца|фио матери|фио отца|супруг|супруга|мати|батько|母亲|母親|父亲|父親|母亲姓名|父亲姓名|配偶|配偶者|보호자|어머니|아버지|اسم الأب|اسم الأم|اسم الاب|اسم الام|نام پدر|نام مادر|पिता|माता|पिता का नाम|माता का नाम|पति का नाम|πατρώνυμο|μητρώνυμο|όνομα πατρός|όνομα μητρός|שם האב|שם האם",
  birthDate:
    "дата рождения|дата рожд|дата народження|дата на раждане|датум рођења|出生日期|出生年月|生日|生年月日|생년월일|생일|تاريخ الميلاد|تاريخ الولادة|تاریخ تولد|जन्म तिथि|जन्मतिथि|ημερομηνία γέννησης|ημ γέννησης|תאריך לידה|วันเกิด",
  birthYear: "год рождения|рік народження|出生年|生年|سنة الميلاد|سال تولد|έτος γέννησης|שנת לידה",
  age: "возраст|вік|年龄|年齢|나이|연령|العمر|سن|आयु|उम्र|ηλικία|גיל|อายุ",
  sex: "пол|стать|性别|性別|성별|الجنس|جنسیت|लिंग|φύλο|מין|เพศ",
  phone:
    "телефон|моб телефон|мобильный|手机|手机号|手机号码|电话|電話|電話番号|전화|전화번호|휴대폰|연락처|الهاتف|رقم الهاتف|الجوال|تلفن|موبایل|फोन|मोबाइल|τηλέφωνο|κινητό|טלפון|נייד|เบอร์โทร|โทรศัพท์",
  email: "почта|эл почта|электронная почта|邮箱|电子邮件|メール|이메일|البريد الإلكتروني|ایمیل|ईमेल|אימייל|דוא ל|อีเมล",
  addressLine: "адрес|адреса|地址|住址|住所|주소|العنوان|آدرس|نشانی|पता|διεύθυνση|כתובת|ที่อยู่",
  street: "улица|вулиця|街道|الشارع|خیابان|οδός|רחוב|ถนน",
  houseNumber: "дом|номер дома|будинок|αριθμός|מספר בית",
  town: "город|населенный пункт|место|місто|град|城市|市|市区町村|도시|المدينة|مدينة|شهر|शहर|गाँव|गांव|πόλη|עיר|ישוב|อำเภอ",
  region: "область|регион|край|район|省|省份|都道府県|الولاية|المحافظة|استان|राज्य|ज़िला|νομός|จังหวัด",
  postcode:
    "индекс|почтовый индекс|поштовий індекс|邮编|邮政编码|郵便番号|우편번호|الرمز البريدي|کد پستی|पिन कोड|τκ|ταχυδρομικός κώδικας|מיקוד|รหัสไปรษณีย์",
  country: "страна|країна|国家|国|국가|الدولة|البلد|کشور|देश|χώρα|ארץ|ประเทศ",
  nationality: "гражданство|национальность|громадянство|国籍|국적|الجنسية|ملیت|राष्ट्रीयता|υπηκοότητα|אזרחות|สัญชาติ",
  document:
    "паспорт|снилс|инн|номер паспорта|身份证|身份证号|身份证号码|证件号|证件号码|护照|주민등록번호|여권번호|الرقم الوطني|رقم الهوية|جواز السفر|کد ملی|आधार|αφμ|αμκα|תעודת זהות|เลขประจำตัวประชาชน",
};

const isUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai} ]+$/u;

/** Longest first: a mother's name holds the word for name. */
const entries = Object.entries(headers)
  .flatMap(([type, words]) => words.split("|").map((text) => ({ type: type as SemanticType, text: fold(text) })))
  .map((entry) => ({ ...entry, sought: isUnspaced.test(entry.text) ? entry.text : ` ${entry.text} ` }))
  .sort((left, right) => right.text.length - left.text.length);

function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** The type that a name in another script speaks for; null where it is in Latin letters or says nothing. */
export function typeOfNativeHeader(name: string): SemanticType | null {
  if (!/[^\p{ASCII}\p{Script=Latin}\p{M}]/u.test(name)) return null;
  const folded = ` ${fold(name)} `;
  return entries.find(({ sought }) => folded.includes(sought))?.type ?? null;
}
