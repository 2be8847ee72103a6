/** `german twin towns`: adjectives of countries, each with its ISO 3166-1 alpha-2 code; none that two countries share (`congolese`). */
export const ADJECTIVES: ReadonlyMap<string, string> = new Map(
  `AD andorran|AF afghan|AL albanian|AM armenian|AO angolan|AR argentinian|AR argentine|AT austrian|AU australian|AZ azerbaijani|BA bosnian|
  BB barbadian|BD bangladeshi|BE belgian|BF burkinabe|BG bulgarian|BH bahraini|BI burundian|BJ beninese|BO bolivian|BR brazilian|
  BS bahamian|BT bhutanese|BW botswanan|BY belarusian|BZ belizean|CA canadian|CH swiss|CI ivorian|CL chilean|CM cameroonian|CN chinese|
  CO colombian|CR costa rican|CU cuban|CY cypriot|CZ czech|DE german|DK danish|DZ algerian|EC ecuadorian|EE estonian|EG egyptian|
  ER eritrean|ES spanish|ET ethiopian|FI finnish|FJ fijian|FO faroese|FR french|GA gabonese|GB british|GD grenadian|GE georgian|GH ghanaian|
  GI gibraltarian|GL greenlandic|GM gambian|GR greek|GT guatemalan|GY guyanese|HN honduran|HR croatian|HT haitian|HU hungarian|
  ID indonesian|IE irish|IL israeli|IM manx|IN indian|IQ iraqi|IR iranian|IS icelandic|IT italian|JM jamaican|JO jordanian|JP japanese|
  KE kenyan|KG kyrgyz|KH cambodian|KR korean|KR south korean|KP north korean|KW kuwaiti|KZ kazakh|LA laotian|LB lebanese|LK sri lankan|
  LR liberian|LT lithuanian|LU luxembourgish|LV latvian|LY libyan|MA moroccan|MC monegasque|MD moldovan|ME montenegrin|MG malagasy|
  MK macedonian|ML malian|MM burmese|MN mongolian|MT maltese|MU mauritian|MV maldivian|MW malawian|MX mexican|MY malaysian|
  MZ mozambican|NA namibian|NE nigerien|NG nigerian|NI nicaraguan|NL dutch|NO norwegian|NP nepalese|NP nepali|NZ new zealander|OM omani|
  PA panamanian|PE peruvian|PH filipino|PH philippine|PK pakistani|PL polish|PS palestinian|PT portuguese|PY paraguayan|QA qatari|
  RO romanian|RS serbian|RU russian|RW rwandan|SA saudi|SD sudanese|SE swedish|SG singaporean|SI slovenian|SI slovene|SK slovak|
  SL sierra leonean|SM sammarinese|SN senegalese|SO somali|SR surinamese|SV salvadoran|SV salvadorean|SY syrian|TH thai|TN tunisian|
  TO tongan|TR turkish|TT trinidadian|TW taiwanese|TZ tanzanian|UA ukrainian|UG ugandan|US american|UY uruguayan|UZ uzbek|
  VE venezuelan|VN vietnamese|YE yemeni|ZA south african|ZM zambian|ZW zimbabwean|XK kosovan`
    .split('|')
    .map((entry) => entry.trim())
    .map((entry) => [entry.slice(3), entry.slice(0, 2)]),
)

/** Of a folded word: `american`, and not `usa`. */
export function isAdjective(key: string): boolean {
  return ADJECTIVES.has(key)
}
