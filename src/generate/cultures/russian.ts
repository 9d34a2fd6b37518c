// Russian names in Cyrillic with their Latin forms (passport transliterations have changed four times in living memory);
// patronymic as middle name, -ova and -skaya for women.
import { faker } from "@faker-js/faker/locale/ru";
import anyAscii from "any-ascii";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const stems =
  "Абра Бара Бело Боль Бори Вере Воло Ворон Гала Горба Гриш Гусе Дави Дани Демид Доро Емель Ерма Жданов Жура Завья Золо Игна Казан Кали Карпу Кирил Ковал Коле Комар Кондра Коро Коше Краси Крото Кузне Кула Лаврен Лебе Леон Лопу Лукья Макси Мали Матве Медве Мироно Морозо Мура Назар Нефе Нику Орло Остро Панфи Пахо Пете Плато Поно Про Родио Рыба Савель Само Севастья Семе Серге Сидоро Скворцо Собо Степа Суво Тара Тимо Трофи Уса Федо Филато Фоми Хари Цвет Черка Чисто Шесто Щуки Юди Яко";

function romanise(name: string): string {
  return anyAscii(name)
    .replaceAll(/['’"]/g, "")
    .replace(/skij$|skii$|sky$/, "skiy");
}

/** The definition of this culture; see CultureDefinition. */
export const russian: CultureDefinition = {
  name: "russian",
  nationality: "RUS",
  britishShare: 0.2,
  given: {
    F: {
      common:
        "Elena|Yelena|Helena=Елена,Olga=Ольга,Tatiana|Tatyana|Tatjana=Татьяна,Natalia|Natalya|Nataliya=Наталья,Irina|Iryna=Ирина,Svetlana=Светлана,Anna=Анна,Ekaterina|Yekaterina|Katerina=Екатерина,Maria|Mariya|Marija=Мария,Anastasia|Anastasiya=Анастасия,Yulia|Julia|Iuliia|Yuliya=Юлия,Marina=Марина,Lyudmila|Ludmila|Liudmila=Людмила,Galina=Галина,Nina=Нина,Daria|Darya|Dariia=Дарья,Oksana|Oxana=Оксана,Victoria|Viktoria|Viktoriya=Виктория,Ksenia|Xenia|Kseniia=Ксения,Evgenia|Yevgeniya|Evgeniia=Евгения",
      more: listedNames(faker.rawDefinitions, "first_name", "F"),
    },
    M: {
      common:
        "Aleksandr|Alexander|Alexandr=Александр,Sergei|Sergey|Serhii=Сергей,Dmitry|Dmitri|Dmitriy|Dmitrii=Дмитрий,Aleksei|Alexey|Alexei|Aleksey=Алексей,Andrei|Andrey|Andrii=Андрей,Vladimir|Volodymyr=Владимир,Nikolai|Nikolay|Nicolai=Николай,Evgeny|Yevgeny|Evgenii|Yevgeniy=Евгений,Mikhail|Michail=Михаил,Ivan=Иван,Igor|Ihor=Игорь,Yuri|Yury|Iurii|Yuriy=Юрий,Pavel=Павел,Maksim|Maxim|Maxym=Максим,Viktor|Victor=Виктор,Oleg|Oleh=Олег,Anatoly|Anatoliy|Anatolii=Анатолий,Roman=Роман,Konstantin|Constantine=Константин,Artem|Artyom=Артём,Denis=Денис,Vasily|Vasiliy|Vasilii=Василий",
      more: listedNames(faker.rawDefinitions, "first_name", "M"),
    },
  },
  surnames: {
    common:
      "Ivanov|Iwanow=Иванов,Smirnov=Смирнов,Kuznetsov|Kuznecov=Кузнецов,Popov=Попов,Vasiliev|Vasilyev=Васильев,Petrov=Петров,Sokolov=Соколов,Mikhailov|Mihailov=Михайлов,Novikov=Новиков,Fedorov|Fyodorov=Федоров,Morozov=Морозов,Volkov=Волков,Alekseev|Alexeyev=Алексеев,Lebedev=Лебедев,Semenov|Semyonov=Семенов,Egorov|Yegorov=Егоров,Pavlov=Павлов,Kozlov=Козлов,Stepanov=Степанов,Nikolaev|Nikolayev=Николаев",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "M"),
      ...combineParts(stems, "нов лов ров ков шин кин нин вский нский левский шев чев рев тов гин ловский сов"),
    ],
    offset: 12,
  },
  surnameFor: (surname, sex) =>
    sex === "F"
      ? surname.replace(/(ov|ev|in)$/, "$1a").replace(/skiy$/, "skaya")
      : surname.replace(/(ov|ev|in)a$/, "$1").replace(/skaya$/, "skiy"),
  patronymics: {
    F: listedNames(faker.rawDefinitions, "middle_name", "F"),
    M: listedNames(faker.rawDefinitions, "middle_name", "M"),
  },
  romanise,
  respell: (name) => [
    name.replace(/ks/, "x"),
    name.replace(/kh/i, "h"),
    name.replace(/ts/, "c"),
    name.replace(/iy$|y$/, "i"),
    name.replace(/ya/, "ia"),
    name.replace(/yu/i, "iu"),
    name.replace(/^E/, "Ye"),
    name.replace(/zh/i, "j"),
    name.replace(/skiy$/, "sky"),
    name.replace(/ov(a?)$/, "off$1"),
  ],
  marriedNameShare: 0.8,
  middleName: { share: 0.6, kind: "patronymic" },
  firstOfJanuaryShare: 0,
  children: 1.5,
  threeGenerationShare: 0.1,
};
