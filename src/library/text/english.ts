import { daleChall } from 'dale-chall'
import { stemOf } from './stems.ts'

/**
 * Whether a word is everyday English, in any of its forms. The texts may not know it, and it is still no slip for a word
 * that they know: `police` is not `policy`, nor `bank` `back`.
 */
export function isEnglish(word: string): boolean {
  return COMMON.has(stemOf(word))
}

/** What people ask a council about, as far as it is not among the three thousand words that children know. */
const PUBLIC_LIFE = `
  abuse academy accessibility accident accommodation accountability accounts address administration admission adoption
  adult advertising advisory affordable agency agriculture airport alcohol allergy allotment allowance ambulance annual
  antisocial apartment appeal applicant application appointment apprentice approval archaeology archive area arrears
  arson artificial asbestos assembly assessment asset asylum athletics attendance auction audit austerity authority
  automatic available average aviation award ballot ban banking bankruptcy barrister behaviour benefit bereavement bid
  bin biodiversity boiler bond boundary brexit broadband broadcast budget burglary by-law bypass cabinet calculator
  campaign campus cancer candidate capacity carbon career carer casualty category celebrity cemetery census
  certificate challenge chancellor charge charity chemistry childcare childhood cinema citizenship civic claim clinic
  coach coalition coastal code college commerce commission commissioner committee commodity community commuter
  compensation complaint compliance compulsory computer concession conference congestion conservation constituency
  construction consultation consumer contact contract contractor contribution controversial convention conviction
  copyright coronavirus corporate corruption cost council councillor county couple court covid credit crematorium crime
  criminal crisis culture curriculum cyber cyclist damages database data date deadline death debate debt decade decline
  deficit deliver democracy demolition dental dentist department deposit deprivation deputy derelict design
  detective development devolution diabetes diet digital directive disability disabled disaster discount
  discrimination disease disorder dispersal disposal dispute district diversity dividend divorce domestic donation
  download drainage drought drug earnings earthquake ecology economy education efficiency elderly election electoral
  electric electricity electronic eligible email emergency emission employee employer employment energy enforcement
  engineer enrolment enterprise entertainment environment epidemic equality equipment estate estimate ethics ethnic
  eviction evidence evolution exam examination executive exemption exercise expenditure expense export extension
  facility famine fashion federal fee female ferry fertility festival fibre file film finance financial fine fishery
  fitness fixture flat flexible flood forecast forestry fossil foster franchise fraud freight frequency fuel fund
  funeral furniture fusion galaxy gallery gambling garage gas gender general genetics geography geology global goods
  government graduate graffiti grammar grant graph gravity greenhouse guardian gym harassment hazard headquarters
  healthcare heater heating heritage highway historic hockey homeless homicide hospice hostel household housing
  humanitarian hydrogen hygiene identity illegal illness immigration immunity impact import inclusion income increase
  index indicator industrial industry inequality infection inflation influenza information infrastructure inheritance
  injury innovation inquiry inquest inspection inspector institute insulation insurance intelligence interest internet
  interview investigation investment invoice jail job judicial junction jurisdiction jury justice juvenile
  labour laboratory landfill landlord landscape laptop league lease leasehold legal legislation leisure liability
  licence licensing lifestyle literacy litigation litter loan lobby local logistics lorry lottery magistrate mainstream
  maintenance male mammal manager mandatory manufacture marathon marine maritime mathematics maternity maximum mayor
  meal media mediation medical medicine membership mental migrant military minimum minister ministry minority mobile
  mobility monitor mortality mortgage motor motorbike motorist motorway multiple municipal murder museum mutual nationality
  neglect negotiation neighbourhood network nightlife noise nuclear nurse nursery nursing nutrition obesity occupation
  offence offender office ofsted ombudsman online opera opposition option orchestra organ organic outbreak overcrowding
  overdue ozone pandemic parental parish parking parliament participation partnership passport patient patrol payment
  payroll pedestrian penalty pension pensioner performance permit personnel petition petrol pharmacy phone physics
  planet planning plastic platform playground podcast police policy politics poll pollution population port portfolio
  post pothole poverty precinct predict pregnancy premier premises premium prescription primary priority prison
  privacy private probation procurement productivity profession professor profit programme prohibition
  projection property prosecution protein protest province psychiatry psychology publication pupil quantum quarantine
  questionnaire quota racism radiation rail railway rate reactor recession recipe recreation recruitment
  recycling redundancy referee referendum reform refuge refugee refuse regeneration region register registration
  registry regulation rehabilitation renewable rent rental repair republic reservoir resident residential resource
  restaurant retail retire retirement revenue review robbery robot royal rural rugby safeguarding salary sanction
  sanitation satellite scam schedule scheme scholarship science scientist score screening seasonal secondary
  sector security seminar senator senior sentence server sewage sewer sexual shareholder shelter shooting sibling
  signage site slavery smartphone smoking soccer social software solar solicitor species specialist sponsor squad
  stadium staff stakeholder statistic statutory stock strategy stress student subsidy suburb suicide surgery
  surplus surveillance survey suspension sustainable symptom syllabus takeaway tariff tax taxation taxi technology
  teenager telephone television temperature tenancy tenant tender terminal terraced terrorism theatre theft therapy ticket
  timetable tobacco tourism tourist tournament toxic traffic training tram transfer transit transport
  travel treatment treaty trend tribunal trophy trust tuition turnout turnover tutor unemployment union united universe upgrade
  urban usage utility vacancy vaccination vaccine vandalism vape vegan vehicle venue veteran veterinary victim video violence
  virtual virus visa visitor vitamin volcano voluntary volunteer vote voter voucher vulnerable wage warden warranty waste website
  welfare wellbeing wholesale wildlife workforce workplace workshop yearly youth zone
`
const COMMON: ReadonlySet<string> = new Set([...daleChall, ...PUBLIC_LIFE.trim().split(/\s+/)].map(stemOf))
