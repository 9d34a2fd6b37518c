// Indian names: common ones in order with the spellings seen in passports, surnames also from regional elements
// (Gujarati, Punjabi, Bengali, southern), given names also from the Punjabi elements used for both sexes.
import { faker } from "@faker-js/faker/locale/en_IN";
import { combineParts } from "./combineParts.ts";
import type { CultureDefinition } from "./culture.ts";
import { listedNames } from "./listedNames.ts";

const punjabiGiven = combineParts(
  "Har Gur Man Jas Sukh Bal Kul Raj Param Dal Jag Sat Nav Aman Prabh Kir Simran Lakh",
  "preet deep jit inder vinder want pal bir meet",
);

/** The definition of this culture; see CultureDefinition. */
export const indian: CultureDefinition = {
  name: "indian",
  nationality: "IND",
  britishShare: 0.55,
  given: {
    F: {
      common:
        "Priya|Pria,Pooja|Puja,Neha|Nehaa,Anita|Aneeta,Sunita|Suneeta,Kavita|Kavitha,Lakshmi|Laxmi,Meena|Mina,Deepika|Dipika,Rekha,Geeta|Gita,Jyoti|Jyothi,Shanti|Shanthi,Asha,Usha,Nisha,Divya|Divia,Anjali|Anjaly,Shreya,Ritu|Reetu,Swati|Swathi,Sangeeta|Sangita,Manisha,Radha,Sita|Seeta,Aarti|Arti|Aarthi,Vidya|Vidhya,Hema,Rani,Nirmala,Kiran,Sneha|Snehal,Preeti|Priti|Preethi,Aishwarya|Ishwarya,Ananya,Diya|Dia,Isha|Eesha,Riya|Ria,Tara,Bhavna|Bhavana",
      more: [...listedNames(faker.rawDefinitions, "first_name", "F"), ...punjabiGiven],
    },
    M: {
      common:
        "Rajesh|Rajeesh,Sanjay|Sanjai,Vijay|Vijai,Amit|Ameet,Suresh|Sureesh,Ramesh,Anil|Aneel,Sunil|Suneel,Rahul,Rakesh,Ashok|Ashoke,Deepak|Dipak,Manoj|Manuj,Ravi|Ravee,Vikram|Bikram,Arun,Ajay|Ajai,Mohan,Rohit|Roheet,Kumar,Ganesh|Ganeshan,Krishna|Krishnan,Prakash,Mukesh,Mahesh,Dinesh,Harish|Hareesh,Nitin,Pradeep|Pradip,Sandeep|Sandip,Kuldeep|Kuldip,Gurpreet,Arjun,Karan,Rohan,Aditya|Adithya,Aryan|Aaryan,Kishan|Kishen,Venkatesh|Venkatesan,Hitesh,Jayesh,Bhavesh,Naresh,Kamlesh,Chirag,Nikhil,Siddharth|Siddarth",
      more: [...listedNames(faker.rawDefinitions, "first_name", "M"), ...punjabiGiven],
    },
  },
  surnames: {
    common:
      "Singh|Sing,Patel|Patil,Sharma|Sarma,Kumar|Kumaar,Shah|Sha,Gupta,Reddy|Reddi,Desai|Dessai,Joshi|Joshy,Mehta|Mehtha,Nair|Nayar,Rao,Iyer|Ayyar,Das|Dass,Gill,Dhillon|Dhillion,Sandhu|Sandhoo,Sidhu|Siddhu,Chauhan|Chouhan|Chowhan,Mistry|Mistri,Parmar|Parmer,Solanki,Chopra,Kapoor|Kapur,Malhotra,Bhatt|Bhat,Verma|Varma,Agarwal|Aggarwal|Agrawal,Banerjee|Bannerjee|Banerji,Mukherjee|Mukherji|Mookerjee,Chatterjee|Chatterji,Ghosh|Ghose,Bose|Basu,Sen,Dutta|Datta,Roy|Ray,Pillai|Pillay,Menon,Thakur|Thakkar,Trivedi,Pandya|Pandhya,Dave,Naidu|Naidoo,Bains,Grewal|Garewal,Sohal|Sohall,Johal,Thomas,Fernandes|Fernandez,D'Souza|De Souza|Dsouza,Pereira,Bhatia|Bhattia,Khanna,Arora,Sethi,Ahluwalia|Aluwalia,Lal,Prasad|Parsad,Mishra|Misra,Tiwari|Tiwary,Yadav|Jadhav,Jain,Modi|Mody,Vyas,Rathod|Rathore,Makwana,Vaghela|Waghela,Gohil,Lad,Amin,Kaushal|Koushal",
    more: [
      ...listedNames(faker.rawDefinitions, "last_name", "any"),
      ...combineParts(
        "Daru Sopari Contract Ghadi Merchant Lokhand Kapad Batli Chai Dudh Machi Motor Ghee Topi Rangun Surat Bilimor Navsari",
        "wala walla wallah",
      ),
      ...combineParts(
        "Venkata Rama Krishna Subra Siva Nara Bala Jaya Maha Rathna Vija Gopala Muthu Sunda Ananda Thana Chandra Raja Para Kuma",
        "raman krishnan swamy murthy nathan subramanian sundaram moorthy lingam raju rajan samy mani veeran ppan sekaran velu",
      ),
      ...combineParts(
        "Bhatta Chakra Mukho Bando Gango Sarka Biswa Majum Chaud Talu Sana Hal Kunda Nand Sin Pra Dhar",
        "charya borty padhyay dhyay dar kdar huri yal der manik",
      ),
      ...combineParts(
        "Dhal Ran Bra Pan Gre Kah Ath Boy Chah Deo Ghum Hund Jaw Kan Kang Lid Mah Mal Mand Nag Nij Pur Sah Sek Sher Tak Toor Vir Wal",
        "iwal dhawa ar jar lon esar wal al anda hal ewal ewalia ia oya hra",
      ),
    ],
    offset: 9,
  },
  surnameFor: (surname, sex) =>
    surname === "Singh" && sex === "F" ? "Kaur" : surname === "Kaur" && sex === "M" ? "Singh" : surname,
  marriedNameShare: 0.7,
  middleName: { share: 0.35, kind: "father" },
  firstOfJanuaryShare: 0.015,
  children: 2.1,
  threeGenerationShare: 0.2,
};
