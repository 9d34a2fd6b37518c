// Towns with the postcode area and dialling code that belong to them, larger ones first, and building blocks of street
// names: addresses look British, are inconsistent nowhere, and are nobody's on purpose.

const list =
  "London SE 020,London N 020,London SW 020,London E 020,London W 020,London NW 020,Birmingham B 0121,Manchester M 0161,Glasgow G 0141,Leeds LS 0113,Liverpool L 0151,Sheffield S 0114,Bristol BS 0117,Newcastle upon Tyne NE 0191,Nottingham NG 0115,Cardiff CF 029,Leicester LE 0116,Belfast BT 028,Edinburgh EH 0131,Coventry CV 024,Bradford BD 01274,Hull HU 01482,Stoke-on-Trent ST 01782,Wolverhampton WV 01902,Plymouth PL 01752,Derby DE 01332,Southampton SO 023,Portsmouth PO 023,Brighton BN 01273,Croydon CR 020,Northampton NN 01604,Luton LU 01582,Reading RG 0118,Bolton BL 01204,Bournemouth BH 01202,Norwich NR 01603,Swindon SN 01793,Swansea SA 01792,Southend-on-Sea SS 01702,Middlesbrough TS 01642,Peterborough PE 01733,Milton Keynes MK 01908,Aberdeen AB 01224,Dundee DD 01382,Sunderland SR 0191,Warrington WA 01925,Huddersfield HD 01484,Ipswich IP 01473,York YO 01904,Blackpool FY 01253,Oldham OL 0161,Stockport SK 0161,Preston PR 01772,Gloucester GL 01452,Cambridge CB 01223,Oxford OX 01865,Exeter EX 01392,Slough SL 01753,Watford WD 01923,Doncaster DN 01302,Blackburn BB 01254,Wigan WN 01942,Walsall WS 01922,Dudley DY 01384,Newport NP 01633,Ilford IG 020,Romford RM 01708,Harrow HA 020,Enfield EN 020,Bromley BR 020,Kingston upon Thames KT 020,Sutton SM 020,Twickenham TW 020,Southall UB 020,Colchester CO 01206,Chelmsford CM 01245,Crawley RH 01293,Maidstone ME 01634,Canterbury CT 01227,Guildford GU 01483,Bath BA 01225,Worcester WR 01905,Lincoln LN 01522,Darlington DL 01325,Durham DH 0191,Halifax HX 01422,Wakefield WF 01924,Harrogate HG 01423,Chester CH 01244,Crewe CW 01270,Telford TF 01952,Shrewsbury SY 01743,Hereford HR 01432,Taunton TA 01823,Torquay TQ 01803,Truro TR 01872,Dorchester DT 01305,Salisbury SP 01722,Dartford DA 01322,Tunbridge Wells TN 01892,Stevenage SG 01438,St Albans AL 01727,Hemel Hempstead HP 01442,Lancaster LA 01524,Carlisle CA 01228,Llandudno LL 01492,Perth PH 01738,Inverness IV 01463,Kilmarnock KA 01563,Kirkcaldy KY 01592,Falkirk FK 01324,Motherwell ML 01698,Paisley PA 0141,Dumfries DG 01387,Galashiels TD 01896";

export interface Town {
  readonly name: string;
  readonly area: string;
  readonly diallingCode: string;
}

export const towns: readonly Town[] = list.split(",").map((entry) => {
  const words = entry.split(" ");
  const diallingCode = words.pop() ?? "";
  const area = words.pop() ?? "";
  return { name: words.join(" "), area, diallingCode };
});

/** Common street names first; the others are a stem and an end. */
export const commonStreets: readonly string[] =
  "High Street,Station Road,Main Street,Park Road,Church Road,Church Street,London Road,Victoria Road,Green Lane,Manor Road,Church Lane,Park Avenue,The Avenue,The Crescent,Queens Road,New Road,Grange Road,Kings Road,Kingsway,Windsor Road,Highfield Road,Mill Lane,Alexander Road,York Road,St John's Road,Main Road,Broadway,King Street,The Green,Springfield Road,George Street,Park Lane,Victoria Street,Albert Road,Queensway,New Street,Queen Street,West Street,North Street,Manchester Road,The Grove,Richmond Road,Grove Road,South Street,School Lane,The Drive,North Road,Stanley Road,Chester Road,Mill Road".split(
    ",",
  );

export const streetStems: readonly string[] =
  "Abbey Acacia Albany Alder Alma Arundel Ash Avon Balmoral Barn Beech Birch Blenheim Bramble Bridge Brook Burnside Cambridge Canterbury Castle Cavendish Cedar Chapel Cherry Chestnut Clarence Clifton Coronation Cromwell Cross Dale Derby Devonshire Duke Durham Edward Elm Fairfield Farm Fern Field Garden Gladstone Glebe Gloucester Hall Hawthorn Hazel Heath Hill Holly Ivy James John Kent Lancaster Lime Lincoln Maple Marlborough Meadow Milton Moor Moss Nelson Norfolk Oak Orchard Oxford Paddock Palmerston Pine Poplar Priory Railway Rectory Regent River Rose Rowan Royal Salisbury School Shakespeare Silver Spring Stafford Stanley Surrey Sycamore Tennyson Thames Trinity Vale Vicarage Walnut Warwick Waterloo Wellington Wesley Westfield Whitehall William Willow Wood Worcester".split(
    " ",
  );

export const streetEnds: readonly string[] =
  "Road Street Close Avenue Drive Lane Way Place Court Gardens Crescent Grove Terrace Walk Park Mews Rise".split(" ");
