import Model

/// The currencies texts name, by code, word or sign.
enum Currencies {
  /// A currency and the words that mean it, in the lexicon's spelling.
  struct Named: Sendable {
    var currency: Currency
    var words: String
    /// Whether texts in it put a comma before the decimals and points between the thousands.
    var usesDecimalComma = false
  }

  /// Place 0 is no currency.
  static let all: [Named] =
    [Named(currency: Currency(code: "XXX"), words: "")]
    + table.map { code, words, comma in
      Named(currency: Currency(code: code), words: code.lowercased() + " " + words, usesDecimalComma: comma)
    }

  /// The place of a code in `all`; 0 for one that isn't there.
  static func place(of code: String) -> UInt8 { places[code] ?? 0 }

  private static let places: [String: UInt8] = {
    var places: [String: UInt8] = [:]
    for (place, named) in all.enumerated() where place > 0 { places[named.currency.code] = UInt8(place) }
    return places
  }()

  /// How many decimals each has, by place; `Currency.exponent` looks it up by code. Without a currency two are taken.
  static let exponents: [Int] = [2] + all.dropFirst().map(\.currency.exponent)

  // The places of some codes as constants, which cost nothing to look at; a test holds them to the table.
  static let rub: UInt8 = 1
  static let usd: UInt8 = 2
  static let kzt: UInt8 = 8
  static let irr: UInt8 = 12
  static let zar: UInt8 = 37

  /// The signs, in the order that `Lexicon.currency(ofMark:)` reads them: $ £ ¥ ֏ ฿ ﷼, then U+20A0 and following.
  static let byMark: [UInt8] = {
    var marks = ["USD", "GBP", "JPY", "AMD", "THB", "IRR"].map(place(of:)) + [UInt8](repeating: 0, count: 0x30)
    for (mark, code) in signs { marks[Int(mark.value) - 0x20A0 + 6] = place(of: code) }
    return marks
  }()

  private static let signs: [(Unicode.Scalar, String)] = [
    ("₡", "CRC"), ("₦", "NGN"), ("₨", "INR"), ("₩", "KRW"), ("₪", "ILS"), ("₫", "VND"), ("€", "EUR"), ("₭", "LAK"), ("₮", "MNT"),
    ("₱", "PHP"),
    ("₲", "PYG"), ("₴", "UAH"), ("₵", "GHS"), ("₸", "KZT"), ("₹", "INR"), ("₺", "TRY"), ("₼", "AZN"), ("₽", "RUB"), ("₾", "GEL"),
    ("₿", "BTC"),
  ]

  /// ISO 4217 codes in use, some retired ones that old messages hold, and what people write for them.
  private static let table: [(String, String, Bool)] = [
    ("RUB", "rur руб* р rub r rubl* rbl", false), ("USD", "долл* доллар* dollar* долларов дол 달러", false),
    ("EUR", "евро euro euros eur", true),
    ("GBP", "фунт* pounds", false), ("UAH", "грн hrn grn", false), ("BYN", "бел", false), ("BYR", "", false),
    ("KZT", "т тг tg тенге tenge", false),
    ("INR", "rs re рупий rupees inrs", false), ("AED", "dhs dh", false), ("SAR", "sr سعود*", false), ("IRR", "ریال rial rials", false),
    ("IRT", "تومان toman", false),
    ("TZS", "tsh tshs", false), ("KES", "ksh kshs", false), ("UGX", "ush shs", false), ("ETB", "birr br", false), ("NGN", "n naira", false),
    ("THB", "บาท baht", false), ("TRY", "tl lira", true), ("BDT", "tk taka", false), ("NPR", "", false), ("PKR", "", false),
    ("LKR", "", false),
    ("EGP", "le جنيه جم", false), ("OMR", "ro ر.ع ريع", false), ("KWD", "kd", false), ("BHD", "bd", false), ("QAR", "qr", false),
    ("JOD", "jd", false),
    ("IQD", "", false), ("LYD", "", false), ("TND", "dt", false), ("MAD", "درهم", false), ("DZD", "da", false), ("MZN", "mt mzm", true),
    ("ZAR", "", false),
    ("ZMW", "k", false), ("GHS", "ghc", false), ("XOF", "fcfa cfa", false), ("XAF", "", false), ("RWF", "frw", false), ("BWP", "", false),
    ("MWK", "", false),
    ("NAD", "", false), ("AOA", "kz", true), ("CDF", "fc", false), ("SDG", "", false), ("SOS", "", false), ("MUR", "", false),
    ("CNY", "rmb 元 人民币", false),
    ("TWD", "ntd 新台幣 台幣", false), ("HKD", "", false), ("JPY", "円 yen", false), ("KRW", "원 won", false), ("VND", "đ vnđ dong đồng", true),
    ("IDR", "rp", true),
    ("MYR", "rm", false), ("SGD", "", false), ("PHP", "php pesos", false), ("MMK", "ks kyat", false), ("KHR", "riel", false),
    ("LAK", "kip", false),
    ("BRL", "reais", true), ("MXN", "mxn", false), ("ARS", "", true), ("CLP", "", true), ("COP", "", true), ("PEN", "", false),
    ("UYU", "", true), ("BOB", "bs", true),
    ("PYG", "", true), ("VES", "", true), ("CRC", "", false), ("DOP", "", false), ("GTQ", "", false), ("HNL", "", false),
    ("NIO", "", false), ("JMD", "", false),
    ("CZK", "kč kc korun", true), ("PLN", "zł zl zlotych", true), ("HUF", "ft", true), ("RON", "lei leu", true), ("BGN", "лв lv", true),
    ("RSD", "дин din рсд", true),
    ("SEK", "", true), ("NOK", "kr", true), ("DKK", "", true), ("ISK", "", true), ("CHF", "fr sfr", false), ("ALL", "lek lekë", false),
    ("MKD", "ден мкд", true),
    ("BAM", "km", true), ("GEL", "лари gel lari ლ ლარი", false), ("AMD", "драм* dram", false), ("AZN", "манат* manat", false),
    ("UZS", "сум сўм so'm sum. soum", false),
    ("KGS", "сом", false), ("TJS", "сомони", false), ("TMT", "", false), ("MDL", "", false), ("MNT", "төгрөг", false),
    ("ILS", "nis шек* שח", false),
    ("LBP", "ll", false), ("SYP", "", false), ("YER", "", false), ("AFN", "", false), ("AUD", "", false), ("NZD", "", false),
    ("CAD", "", false), ("FJD", "", false),
    ("PGK", "", false), ("LVL", "", true), ("LTL", "", true), ("EEK", "", true), ("BTC", "", false), ("USDT", "", false),
    ("CUP", "", false), ("HTG", "", false),
    ("BTN", "", false), ("MVR", "", false), ("BND", "", false), ("XCD", "", false), ("TTD", "", false), ("BBD", "", false),
    ("BSD", "", false), ("BZD", "", false),
    ("GMD", "", false), ("SLE", "", false), ("LRD", "", false), ("GNF", "", false), ("CVE", "", true), ("MGA", "", false),
    ("SCR", "", false), ("SZL", "", false),
    ("LSL", "", false), ("ZWL", "", false), ("BIF", "", false), ("DJF", "", false), ("ERN", "", false), ("KMF", "", false),
    ("MRU", "", false), ("XPF", "", false),
  ]
}
