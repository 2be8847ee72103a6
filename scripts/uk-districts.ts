/**
 * Districts of England below a county, of today and of the last ten years, by the codes of the Office for National
 * Statistics (Open Government Licence v3.0): people go on asking for a district that a new council has taken the place of.
 */
export const UK_DISTRICTS: ReadonlyMap<string, string> = new Map(
  `
  E07000004 Aylesbury Vale|E07000005 Chiltern|E07000006 South Bucks|E07000007 Wycombe|E07000008 Cambridge|
  E07000009 East Cambridgeshire|E07000010 Fenland|E07000011 Huntingdonshire|E07000012 South Cambridgeshire|
  E07000026 Allerdale|E07000027 Barrow-in-Furness|E07000028 Carlisle|E07000029 Copeland|E07000030 Eden|
  E07000031 South Lakeland|E07000032 Amber Valley|E07000033 Bolsover|E07000034 Chesterfield|E07000035 Derbyshire Dales|
  E07000036 Erewash|E07000037 High Peak|E07000038 North East Derbyshire|E07000039 South Derbyshire|E07000040 East Devon|
  E07000041 Exeter|E07000042 Mid Devon|E07000043 North Devon|E07000044 South Hams|E07000045 Teignbridge|
  E07000046 Torridge|E07000047 West Devon|E07000048 Christchurch|E07000049 East Dorset|E07000050 North Dorset|
  E07000051 Purbeck|E07000052 West Dorset|E07000053 Weymouth and Portland|E07000061 Eastbourne|E07000062 Hastings|
  E07000063 Lewes|E07000064 Rother|E07000065 Wealden|E07000066 Basildon|E07000067 Braintree|E07000068 Brentwood|
  E07000069 Castle Point|E07000070 Chelmsford|E07000071 Colchester|E07000072 Epping Forest|E07000073 Harlow|
  E07000074 Maldon|E07000075 Rochford|E07000076 Tendring|E07000077 Uttlesford|E07000078 Cheltenham|E07000079 Cotswold|
  E07000080 Forest of Dean|E07000081 Gloucester|E07000082 Stroud|E07000083 Tewkesbury|
  E07000084 Basingstoke and Deane|E07000085 East Hampshire|E07000086 Eastleigh|E07000087 Fareham|E07000088 Gosport|
  E07000089 Hart|E07000090 Havant|E07000091 New Forest|E07000092 Rushmoor|E07000093 Test Valley|E07000094 Winchester|
  E07000095 Broxbourne|E07000096 Dacorum|E07000098 Hertsmere|E07000099 North Hertfordshire|E07000102 Three Rivers|
  E07000103 Watford|E07000105 Ashford|E07000106 Canterbury|E07000107 Dartford|E07000108 Dover|E07000109 Gravesham|
  E07000110 Maidstone|E07000111 Sevenoaks|E07000112 Folkestone and Hythe|E07000113 Swale|E07000114 Thanet|
  E07000115 Tonbridge and Malling|E07000116 Tunbridge Wells|E07000117 Burnley|E07000118 Chorley|E07000119 Fylde|
  E07000120 Hyndburn|E07000121 Lancaster|E07000122 Pendle|E07000123 Preston|E07000124 Ribble Valley|
  E07000125 Rossendale|E07000126 South Ribble|E07000127 West Lancashire|E07000128 Wyre|E07000129 Blaby|
  E07000130 Charnwood|E07000131 Harborough|E07000132 Hinckley and Bosworth|E07000133 Melton|
  E07000134 North West Leicestershire|E07000135 Oadby and Wigston|E07000136 Boston|E07000137 East Lindsey|
  E07000138 Lincoln|E07000139 North Kesteven|E07000140 South Holland|E07000141 South Kesteven|E07000142 West Lindsey|
  E07000143 Breckland|E07000144 Broadland|E07000145 Great Yarmouth|E07000146 King’s Lynn and West Norfolk|
  E07000147 North Norfolk|E07000148 Norwich|E07000149 South Norfolk|E07000150 Corby|E07000151 Daventry|
  E07000152 East Northamptonshire|E07000153 Kettering|E07000154 Northampton|E07000155 South Northamptonshire|
  E07000156 Wellingborough|E07000163 Craven|E07000164 Hambleton|E07000165 Harrogate|E07000166 Richmondshire|
  E07000167 Ryedale|E07000168 Scarborough|E07000169 Selby|E07000170 Ashfield|E07000171 Bassetlaw|E07000172 Broxtowe|
  E07000173 Gedling|E07000174 Mansfield|E07000175 Newark and Sherwood|E07000176 Rushcliffe|E07000177 Cherwell|
  E07000178 Oxford|E07000179 South Oxfordshire|E07000180 Vale of White Horse|E07000181 West Oxfordshire|
  E07000187 Mendip|E07000188 Sedgemoor|E07000189 South Somerset|E07000190 Taunton Deane|E07000191 West Somerset|
  E07000192 Cannock Chase|E07000193 East Staffordshire|E07000194 Lichfield|E07000195 Newcastle-under-Lyme|
  E07000196 South Staffordshire|E07000197 Stafford|E07000198 Staffordshire Moorlands|E07000199 Tamworth|
  E07000200 Babergh|E07000201 Forest Heath|E07000202 Ipswich|E07000203 Mid Suffolk|E07000204 St Edmundsbury|
  E07000205 Suffolk Coastal|E07000206 Waveney|E07000207 Elmbridge|E07000208 Epsom and Ewell|E07000209 Guildford|
  E07000210 Mole Valley|E07000211 Reigate and Banstead|E07000212 Runnymede|E07000213 Spelthorne|E07000214 Surrey Heath|
  E07000215 Tandridge|E07000216 Waverley|E07000217 Woking|E07000218 North Warwickshire|E07000219 Nuneaton and Bedworth|
  E07000220 Rugby|E07000221 Stratford-on-Avon|E07000222 Warwick|E07000223 Adur|E07000224 Arun|E07000225 Chichester|
  E07000226 Crawley|E07000227 Horsham|E07000228 Mid Sussex|E07000229 Worthing|E07000234 Bromsgrove|
  E07000235 Malvern Hills|E07000236 Redditch|E07000237 Worcester|E07000238 Wychavon|E07000239 Wyre Forest|
  E07000240 St Albans|E07000241 Welwyn Hatfield|E07000242 East Hertfordshire|E07000243 Stevenage|
  E07000244 East Suffolk|E07000245 West Suffolk|E07000246 Somerset West and Taunton`
    .split('|')
    .map((line) => line.trim())
    .map((line) => [line.slice(0, 9), line.slice(10)]),
)
