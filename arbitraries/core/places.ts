/*
 * Real places of the USA with facts that can be looked up: county (FIPS code), ZIP codes, census tracts of 2020.
 *
 * A city's name stands once, so that the name alone says the place. Tracts lie in the county of the place, urban ones
 * and rural ones kept apart; they are not claimed to lie inside the town. Connecticut is left out: its counties were
 * replaced as statistical areas in 2022, so its codes are in a state of change.
 *
 * The number of screening sites is invented, on the scale of the place: what matters is that all records of a place agree
 * on it.
 */
import type { AreaType } from '../vocabulary.js';

/** A city or town, and what else follows from living there. */
export interface Place {
  readonly city: string;
  /** Two-letter postal code. */
  readonly state: string;
  /** Five digits: state and county. */
  readonly countyFips: string;
  readonly areaType: AreaType;
  readonly postalCodes: readonly string[];
  /** Eleven digits each: state, county, tract. */
  readonly censusTracts: readonly string[];
  /** Screening facilities within about thirty kilometres of the centre. */
  readonly screeningSites: number;
}

function place(
  city: string,
  state: string,
  countyFips: string,
  areaType: AreaType,
  postalCodes: string,
  tracts: string,
  screeningSites: number,
): Place {
  return {
    city,
    state,
    countyFips,
    areaType,
    postalCodes: postalCodes.split(' '),
    censusTracts: tracts.split(' ').map((tract) => countyFips + tract),
    screeningSites,
  };
}

/** Every place that a customer may live in; within an area type, the first is the simplest. */
export const places: readonly Place[] = [
  place('New York', 'NY', '36061', 'urban', '10003 10025 10027', '000201 002000 003602 005700 007500', 42),
  place('Brooklyn', 'NY', '36047', 'urban', '11201 11215 11221', '000100 007000 014800 020300 025500', 40),
  place('Los Angeles', 'CA', '06037', 'urban', '90026 90034 90042', '101110 120400 134522 191610 211310', 40),
  place('Chicago', 'IL', '17031', 'urban', '60614 60625 60647', '010100 061901 140602 221000 261000', 38),
  place('Houston', 'TX', '48201', 'urban', '77007 77019 77004', '210400 222100 232402 251503 312800', 36),
  place('Philadelphia', 'PA', '42101', 'urban', '19103 19147 19143', '000200 002300 004202 008102 010300', 36),
  place('Phoenix', 'AZ', '04013', 'urban', '85004 85016 85014', '030401 061402 082211 103219 104502', 30),
  place('San Antonio', 'TX', '48029', 'urban', '78205 78212 78210', '110100 121119 121606 130500 131615', 26),
  place('San Diego', 'CA', '06073', 'urban', '92103 92116 92104', '000100 002708 003211 006500 008324', 28),
  place('Dallas', 'TX', '48113', 'urban', '75201 75214 75208', '000100 002400 006301 007824 009105', 34),
  place('Austin', 'TX', '48453', 'urban', '78701 78704 78723', '000101 000206 000401 000802 001000', 24),
  place('Columbus', 'OH', '39049', 'urban', '43201 43215 43206', '000110 000820 002000 003000 005410', 24),
  place('Charlotte', 'NC', '37119', 'urban', '28202 28205 28208', '000600 001505 001609 001919 002600', 24),
  place('Seattle', 'WA', '53033', 'urban', '98103 98115 98118', '000300 002200 004800 008002 010001', 32),
  place('Denver', 'CO', '08031', 'urban', '80202 80205 80211', '000102 000501 001000 001500 002801', 30),
  place('Nashville', 'TN', '47037', 'urban', '37203 37206 37211', '010301 010702 011100 011900 013202', 26),
  place('Portland', 'OR', '41051', 'urban', '97202 97211 97214', '000301 000702 001301 001900 002702', 28),
  place('Boston', 'MA', '25025', 'urban', '02116 02118 02215', '000201 000703 010702 040100 050600', 40),
  place('Baltimore', 'MD', '24510', 'urban', '21218 21230 21224', '010100 060200 080600 100200 130300', 34),
  place('Milwaukee', 'WI', '55079', 'urban', '53202 53211 53208', '000101 001400 003300 005200 007100', 24),
  place('Minneapolis', 'MN', '27053', 'urban', '55403 55408 55411', '000101 008100 012102 021100 022200', 30),
  place('Atlanta', 'GA', '13121', 'urban', '30308 30309 30312', '000100 002100 003100 004200 005501', 32),
  place('New Orleans', 'LA', '22071', 'urban', '70115 70119 70117', '000100 000607 001301 001737 001749', 20),
  place('Pittsburgh', 'PA', '42003', 'urban', '15206 15217 15203', '020100 080600 140400 192000 320700', 26),
  place('Cleveland', 'OH', '39035', 'urban', '44102 44113 44111', '101101 104800 109801 117600 120702', 28),
  place('Detroit', 'MI', '26163', 'urban', '48201 48226 48221', '500100 505100 515300 524200 533600', 28),
  place('Memphis', 'TN', '47157', 'urban', '38104 38111 38106', '000100 001600 003000 004600 006600', 20),
  place('Albuquerque', 'NM', '35001', 'urban', '87106 87110 87108', '000107 000114 000121 000129 000300', 18),
  place('Salt Lake City', 'UT', '49035', 'urban', '84102 84105 84115', '100100 101200 102801 103800 110300', 22),
  place('Louisville', 'KY', '21111', 'urban', '40204 40206 40211', '000300 001600 003800 005000 006800', 20),
  place('Richmond', 'VA', '51760', 'urban', '23220 23221 23224', '010300 010600 011000 020300 020800', 20),
  place('Omaha', 'NE', '31055', 'urban', '68102 68131 68104', '000200 001800 002700 003600 004600', 18),
  place('Birmingham', 'AL', '01073', 'urban', '35205 35222 35211', '000100 001200 002200 003200 003803', 20),
  place('Little Rock', 'AR', '05119', 'urban', '72201 72205 72204', '000500 001502 002102 002206 002405', 16),
  place('Providence', 'RI', '44007', 'urban', '02903 02906 02908', '000101 000900 001800 002500 003500', 24),
  place('Boise', 'ID', '16001', 'urban', '83702 83706 83704', '000302 000803 001201 001800 002223', 16),
  place('Naperville', 'IL', '17043', 'suburban', '60540 60563 60565', '840000 841209 842702 844901 846205', 16),
  place('Plano', 'TX', '48085', 'suburban', '75023 75075 75093', '030303 030518 031611 031639 031706', 14),
  place('Bellevue', 'WA', '53033', 'suburban', '98004 98006 98008', '000300 008002 021903 025803 030006', 15),
  place('Cary', 'NC', '37183', 'suburban', '27511 27513 27518', '050100 052407 053111 053518 053724', 12),
  place('Overland Park', 'KS', '20091', 'suburban', '66210 66212 66213', '050000 051801 052414 053009 053417', 12),
  place('Chandler', 'AZ', '04013', 'suburban', '85224 85225 85226', '030401 103219 111401 319401 422640', 13),
  place('Arvada', 'CO', '08059', 'suburban', '80002 80004 80005', '009806 009852 010504 011712 012041', 13),
  place('Sandy', 'UT', '49035', 'suburban', '84070 84092 84094', '100100 103800 111903 112822 113413', 11),
  place('Henderson', 'NV', '32003', 'suburban', '89012 89014 89015', '000101 002604 003103 003619 005320', 10),
  place('Irvine', 'CA', '06059', 'suburban', '92604 92612 92620', '001101 032044 062648 075814 099223', 15),
  place('Fremont', 'CA', '06001', 'suburban', '94536 94538 94539', '400200 406602 423300 435200 441923', 14),
  place('Silver Spring', 'MD', '24031', 'suburban', '20901 20902 20910', '700104 700829 701312 702700 704100', 16),
  place('Reston', 'VA', '51059', 'suburban', '20190 20191 20194', '415100 430101 450500 461700 481600', 13),
  place('Marietta', 'GA', '13067', 'suburban', '30060 30062 30064', '030104 030329 030405 030602 031115', 12),
  place('Franklin', 'TN', '47187', 'suburban', '37064 37067 37069', '050204 050207 050306 050702 050906', 9),
  place('Eden Prairie', 'MN', '27053', 'suburban', '55344 55346 55347', '000101 021100 025201 026706 105100', 12),
  place('Quincy', 'MA', '25021', 'suburban', '02169 02170 02171', '400100 404100 413401 418002 422301', 16),
  place('Montclair', 'NJ', '34013', 'suburban', '07042 07043', '000100 005000 010300 014600 018700', 16),
  place('Cherry Hill', 'NJ', '34007', 'suburban', '08002 08003 08034', '600200 603100 605100 607503 608404', 15),
  place('Dublin', 'OH', '39049', 'suburban', '43016 43017', '000110 003000 006430 007512 008825', 10),
  place('Strongsville', 'OH', '39035', 'suburban', '44136', '101101 117700 134205 160400 178205', 11),
  place('Royal Oak', 'MI', '26125', 'suburban', '48067 48073', '121500 140700 154200 166700 183800', 14),
  place('Livonia', 'MI', '26163', 'suburban', '48150 48152 48154', '500100 524200 542300 561900 573900', 13),
  place('Waukesha', 'WI', '55133', 'suburban', '53186 53188 53189', '200101 200700 201402 201800 203000', 10),
  place('Brandon', 'FL', '12057', 'suburban', '33510 33511', '000101 004800 010816 011605 013313', 10),
  place('Kissimmee', 'FL', '12097', 'suburban', '34741 34743 34744', '040901 041800 042300 042601 043203', 11),
  place('Sugar Land', 'TX', '48157', 'suburban', '77478 77479 77498', '670101 671002 671700 672701 674603', 12),
  place('Round Rock', 'TX', '48491', 'suburban', '78664 78665 78681', '020111 020323 020406 020509 021201', 9),
  place('Beaverton', 'OR', '41067', 'suburban', '97005 97007 97008', '030200 030900 031612 031904 032407', 12),
  place('Carmel', 'IN', '18057', 'suburban', '46032 46033', '110404 110600 110810 110905 111004', 11),
  place('White Plains', 'NY', '36119', 'suburban', '10601 10603 10605', '000101 002201 005400 008602 011500', 14),
  place('Edmond', 'OK', '40109', 'suburban', '73003 73013 73034', '100100 105300 106803 107306 108204', 8),
  place('Alpine', 'TX', '48043', 'rural', '79830', '950500', 1),
  place('Hazard', 'KY', '21193', 'rural', '41701', '970300 970700 970900', 2),
  place('Pikeville', 'KY', '21195', 'rural', '41501', '930100 930800 931400', 3),
  place('Greenwood', 'MS', '28083', 'rural', '38930', '950200 950300 950400', 3),
  place('Clarksdale', 'MS', '28027', 'rural', '38614', '950100 950200 950300', 2),
  place('Selma', 'AL', '01047', 'rural', '36701 36703', '956201 956701 956900', 3),
  place('Lewisburg', 'WV', '54025', 'rural', '24901', '950200 950300 950500', 2),
  place('Havre', 'MT', '30041', 'rural', '59501', '040100 040200', 1),
  place('Miles City', 'MT', '30017', 'rural', '59301', '961300 961500 961900', 1),
  place('Chadron', 'NE', '31045', 'rural', '69337', '950600 950700', 1),
  place('Valentine', 'NE', '31031', 'rural', '69201', '955800 955900', 1),
  place('Colby', 'KS', '20193', 'rural', '67701', '953100 953400', 1),
  place('Guymon', 'OK', '40139', 'rural', '73942', '950600 950700 951000', 1),
  place('Tucumcari', 'NM', '35037', 'rural', '88401', '958601 958900', 1),
  place('Chinle', 'AZ', '04001', 'rural', '86503', '942600 944201 945002', 1),
  place('Ely', 'NV', '32033', 'rural', '89301', '970100 970200 970300', 1),
  place('Burns', 'OR', '41025', 'rural', '97720', '960200', 1),
  place('Omak', 'WA', '53047', 'rural', '98841', '970400 970700 970900', 2),
  place('Alamosa', 'CO', '08003', 'rural', '81101', '960000 960100 960300', 2),
  place('Decorah', 'IA', '19191', 'rural', '52101', '950100 950200 950400', 2),
  place('Houlton', 'ME', '23003', 'rural', '04730', '950100 951100 952000', 2),
  place('Machias', 'ME', '23029', 'rural', '04654', '955100 955600 956100', 2),
  place('Newport', 'VT', '50019', 'rural', '05855', '951100 951400 951700', 2),
  place('Berlin', 'NH', '33007', 'rural', '03570', '950100 950400 950800', 2),
  place('Malone', 'NY', '36033', 'rural', '12953', '950200 950800 951000', 2),
  place('Coudersport', 'PA', '42105', 'rural', '16915', '950200 950300 950500', 2),
  place('Ironwood', 'MI', '26053', 'rural', '49938', '950200 950300 950700', 2),
  place('Rhinelander', 'WI', '55085', 'rural', '54501', '970101 970601 971002', 3),
  place('Bemidji', 'MN', '27007', 'rural', '56601', '450300 450400 450500', 3),
  place('Devils Lake', 'ND', '38071', 'rural', '58301', '957700 957800', 2),
  place('Winner', 'SD', '46123', 'rural', '57580', '971600 971700', 1),
  place('Riverton', 'WY', '56013', 'rural', '82501', '000100 000200 000400', 2),
  place('Salmon', 'ID', '16059', 'rural', '83467', '970100 970200 970300', 1),
  place('Blairsville', 'GA', '13291', 'rural', '30512', '000101 000201 000203', 3),
  place('Robbinsville', 'NC', '37075', 'rural', '28771', '920100 920200 920300', 1),
  place('Susanville', 'CA', '06035', 'rural', '96130', '040100 040302 040400', 2),
  place('Moab', 'UT', '49019', 'rural', '84532', '000200', 1),
  place('Mena', 'AR', '05113', 'rural', '71953', '950100 950300 950500', 2),
  place('West Plains', 'MO', '29091', 'rural', '65775', '090200 090400 090600', 3),
  place('Apalachicola', 'FL', '12037', 'rural', '32320', '970200 970302 970304', 1),
  place('Walterboro', 'SC', '45029', 'rural', '29488', '970100 970200 970402', 3),
];

const byCity: ReadonlyMap<string, Place> = new Map(places.map((one) => [one.city, one]));

/** The place of this name; undefined where the table has none. */
export function placeOf(city: string): Place | undefined {
  return byCity.get(city);
}

/**
 * The place of a name that is known to be in the table.
 *
 * @throws RangeError on any other name.
 */
export function listedPlace(city: string): Place {
  const found = byCity.get(city);
  if (found === undefined)
    throw new RangeError(`${JSON.stringify(city)} is no place of the table arbitraries/core/places.ts`);
  return found;
}
