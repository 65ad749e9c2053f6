/// The invented world around Anna: the shops she goes to, the people she knows, the places she has been.
enum Vocabulary {
  /// A shop as a terminal writes it and as an app names it, what one buys there costs, and how often she goes.
  struct Shop: Sendable {
    let latin: [UInt8]
    let russian: [UInt8]
    /// Roubles of 2016.
    let price: ClosedRange<Int>
    let kind: Kind

    enum Kind: Sendable { case groceries, food, pharmacy, transport, home, clothes, leisure, online }

    init(_ latin: String, _ russian: String, _ price: ClosedRange<Int>, _ kind: Kind) {
      self.latin = Array(latin.utf8)
      self.russian = Array(russian.utf8)
      self.price = price
      self.kind = kind
    }
  }

  struct Person: Sendable {
    let russian: [UInt8]
    let latin: [UInt8]

    init(_ russian: String, _ latin: String) {
      self.russian = Array(russian.utf8)
      self.latin = Array(latin.utf8)
    }
  }

  /// A currency and what one of it costs in kopecks, roughly, in the year Anna was there.
  struct ForeignMoney: Sendable {
    let code: [UInt8]
    let kopecks: Int64
    let shops: [Int]

    init(_ code: String, kopecks: Int64, shops: [Int]) {
      self.code = Array(code.utf8)
      self.kopecks = kopecks
      self.shops = shops
    }
  }

  static let shops: [Shop] = [
    Shop("PYATEROCHKA 4012", "Пятёрочка", 150...1_400, .groceries), Shop("PYATEROCHKA 877", "Пятёрочка", 90...900, .groceries),
    Shop("MAGNIT MM LIPA", "Магнит", 120...1_100, .groceries), Shop("PEREKRESTOK", "Перекрёсток", 300...2_600, .groceries),
    Shop("VKUSVILL 311", "ВкусВилл", 200...1_500, .groceries), Shop("LENTA-77", "Лента", 900...5_200, .groceries),
    Shop("AUCHAN SHODNYA", "Ашан", 1_200...6_400, .groceries), Shop("DIXY-9034", "Дикси", 80...800, .groceries),
    Shop("PEKARNYA U DOMA", "Пекарня у дома", 60...350, .food), Shop("COFFEE ZERNO", "Кофе Зерно", 120...420, .food),
    Shop("STOLOVAYA N 5", "Столовая № 5", 180...420, .food), Shop("SHOKOLADNITSA", "Шоколадница", 350...1_600, .food),
    Shop("KAFE VERANDA", "Кафе Веранда", 500...2_800, .food), Shop("BURGER DVOR", "Бургер Двор", 250...900, .food),
    Shop("APTEKA 36,6 N 118", "Аптека 36,6", 120...1_900, .pharmacy), Shop("RIGLA 402", "Ригла", 90...1_500, .pharmacy),
    Shop("GORZDRAV", "Горздрав", 100...1_300, .pharmacy), Shop("YANDEX.TAXI", "Яндекс Такси", 140...890, .transport),
    Shop("METRO TROIKA", "Метро", 50...500, .transport), Shop("MOS.TRANSPORT", "Московский транспорт", 46...92, .transport),
    Shop("LUKOIL AZS 63", "Лукойл", 800...2_400, .transport), Shop("PRIGOROD.POEZD", "Пригородный поезд", 70...380, .transport),
    Shop("DNS 218", "DNS", 700...18_000, .home), Shop("LEROY MERLEN", "Леруа Мерлен", 400...7_500, .home),
    Shop("FIX PRICE 2290", "Fix Price", 55...600, .home), Shop("ZOO MIR", "Зоомир", 200...2_400, .home),
    Shop("SPORTMASTER", "Спортмастер", 900...7_000, .clothes), Shop("GLORIA DZHINS", "Глория Джинс", 400...3_200, .clothes),
    Shop("OBUV NA LENINA", "Обувь на Ленина", 1_500...6_500, .clothes), Shop("KINO ZVEZDA", "Кинотеатр Звезда", 250...1_200, .leisure),
    Shop("KNIZHNIY DVORIK", "Книжный дворик", 200...1_800, .leisure), Shop("FITNES OLIMP", "Фитнес Олимп", 600...3_500, .leisure),
    Shop("SALON KRASOTY LIANA", "Салон красоты Лиана", 800...3_900, .leisure), Shop("TSVETY 24", "Цветы 24", 500...3_000, .leisure),
    Shop("OZON.RU", "Ozon", 250...6_500, .online), Shop("WILDBERRIES", "Wildberries", 300...5_800, .online),
    Shop("RZD BILETY", "РЖД билеты", 900...7_800, .online), Shop("LABIRINT.RU", "Лабиринт", 350...2_500, .online),
    Shop("KINOTEATR ONLINE", "Кинотеатр онлайн", 199...699, .online), Shop("TEATR BILET", "Театральный билет", 800...5_000, .online),
    // Abroad: prices in the currency of the place.
    Shop("MIGROS ANTALYA", "Migros", 40...300, .groceries), Shop("KEBAP EVI", "Kebap Evi", 30...180, .food),
    Shop("CONAD ROMA", "Conad", 6...70, .groceries), Shop("TRATTORIA DA PINO", "Trattoria da Pino", 14...65, .food),
    Shop("CARREFOUR TBILISI", "Carrefour", 8...120, .groceries), Shop("KHINKALI HOUSE", "Khinkali House", 15...80, .food),
    Shop("SAS EREVAN", "SAS Supermarket", 1_500...24_000, .groceries), Shop("LAVASH TUN", "Lavash Tun", 3_000...18_000, .food),
    Shop("EVROOPT MINSK", "Евроопт", 12...140, .groceries), Shop("VASILKI MINSK", "Васильки", 20...90, .food),
  ]

  /// Shops by their share of Anna's purchases: a shop stands here as often as she goes there out of a hundred times.
  static let everyday = weighted([
    9, 6, 8, 6, 8, 3, 2, 4, 5, 6, 4, 2, 2, 2, 3, 2, 1, 7, 3, 3, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ])
  static let online = weighted(Array(repeating: 0, count: 34) + [6, 6, 2, 1, 2, 1])

  static let people: [Person] = [
    Person("Иван П.", "IVAN P."), Person("Мария С.", "MARIYA S."), Person("Ольга К.", "OLGA K."), Person("Дмитрий В.", "DMITRIY V."),
    Person("Елена Т.", "ELENA T."), Person("Пётр А.", "PETR A."), Person("Светлана Н.", "SVETLANA N."), Person("Алексей Ж.", "ALEKSEY ZH."),
    Person("Наталья Р.", "NATALYA R."), Person("Юлия Б.", "YULIYA B."), Person("Тимур Х.", "TIMUR H."), Person("Галина Ф.", "GALINA F."),
    Person("Сергей Л.", "SERGEY L."), Person("Вера М.", "VERA M."), Person("Артём Д.", "ARTEM D."), Person("Ирина Ш.", "IRINA SH."),
    Person("Руслан Г.", "RUSLAN G."),
  ]
  /// The one Anna rents her flat from.
  static let landlady = 11
  /// The one the stolen money goes to; nobody Anna ever paid.
  static let stranger = 16

  static let devices: [[UInt8]] = ["Redmi Note 4", "iPhone 13", "Xiaomi 12", "Chrome, Windows", "Safari, macOS", "Firefox, Windows"]
    .map { Array($0.utf8) }
  static let places: [[UInt8]] = ["Москва", "Казань", "Тверь", "Санкт-Петербург"].map { Array($0.utf8) }
  static let bankNames: [[UInt8]] = ["Сбербанк", "Т-Банк", "ВТБ", "Альфа-Банк", "Райффайзенбанк", "Газпромбанк"].map { Array($0.utf8) }

  static let currencies: [ForeignMoney] = [
    ForeignMoney("EUR", kopecks: 7_150, shops: [42, 43]), ForeignMoney("TRY", kopecks: 1_640, shops: [40, 41]),
    ForeignMoney("GEL", kopecks: 2_630, shops: [44, 45]), ForeignMoney("AMD", kopecks: 22, shops: [46, 47]),
    ForeignMoney("BYN", kopecks: 2_890, shops: [48, 49]),
  ]

  /// Where Anna spends two weeks of a July; nil when she stayed at home.
  static func holidayCurrency(_ year: Int) -> Int? {
    switch year {
    case 2016, 2018: 0
    case 2017, 2021: 1
    case 2019: 2
    case 2020: nil
    default: year % 2 == 0 ? 3 : 4
    }
  }

  private static func weighted(_ weights: [Int]) -> [UInt8] {
    weights.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
  }
}
