import Model

/// A shop as a terminal writes it and as an app names it, what one spends there, and how often Anna goes.
struct Shop: Sendable {
  let latin: [UInt8]
  let russian: [UInt8]
  /// Roubles of 2016, or units of the money of the place.
  let price: ClosedRange<Int>
  let kind: Kind
  /// Relative number of visits.
  let visits: Int

  enum Kind: Hashable, Sendable {
    case groceries, food, canteen, pharmacy, transport, taxi, home, garden, clothes, leisure
    case online, subscription
    /// Index into `Vocabulary.currencies`.
    case abroad(Int)
    case dubai
  }

  init(_ latin: String, _ russian: String, _ price: ClosedRange<Int>, _ kind: Kind, _ visits: Int = 1) {
    self.latin = Array(latin.utf8)
    self.russian = Array(russian.utf8)
    self.price = price
    self.kind = kind
    self.visits = visits
  }

  static let all: [Shop] = [
    Shop("PYATEROCHKA 4012", "Пятёрочка", 150...1_400, .groceries, 9), Shop("PYATEROCHKA 877", "Пятёрочка", 90...900, .groceries, 6),
    Shop("MAGNIT MM LIPA", "Магнит", 120...1_100, .groceries, 8), Shop("PEREKRESTOK", "Перекрёсток", 300...2_600, .groceries, 6),
    Shop("VKUSVILL 311", "ВкусВилл", 200...1_500, .groceries, 8), Shop("LENTA-77", "Лента", 900...5_200, .groceries, 3),
    Shop("AUCHAN SHODNYA", "Ашан", 1_200...6_400, .groceries, 2), Shop("DIXY-9034", "Дикси", 80...800, .groceries, 4),
    Shop("PEKARNYA U DOMA", "Пекарня у дома", 60...350, .food, 5), Shop("COFFEE ZERNO", "Кофе Зерно", 120...420, .food, 6),
    Shop("STOLOVAYA N 5", "Столовая № 5", 180...420, .canteen, 6), Shop("SHOKOLADNITSA", "Шоколадница", 350...1_600, .food, 2),
    Shop("KAFE VERANDA", "Кафе Веранда", 500...2_800, .food, 2), Shop("BURGER DVOR", "Бургер Двор", 250...900, .food, 2),
    Shop("APTEKA 36,6 N 118", "Аптека 36,6", 120...1_900, .pharmacy, 3), Shop("RIGLA 402", "Ригла", 90...1_500, .pharmacy, 2),
    Shop("GORZDRAV", "Горздрав", 100...1_300, .pharmacy, 1), Shop("YANDEX.TAXI", "Яндекс Такси", 140...890, .taxi, 7),
    Shop("METRO TROIKA", "Метро", 50...500, .transport, 4), Shop("MOS.TRANSPORT", "Московский транспорт", 46...92, .transport, 4),
    Shop("LUKOIL AZS 63", "Лукойл", 800...2_400, .transport, 2), Shop("PRIGOROD.POEZD", "Пригородный поезд", 70...380, .transport, 1),
    Shop("DNS 218", "DNS", 700...18_000, .home), Shop("LEROY MERLEN", "Леруа Мерлен", 400...7_500, .home),
    Shop("FIX PRICE 2290", "Fix Price", 55...600, .home, 2), Shop("ZOO MIR", "Зоомир", 200...2_400, .home),
    Shop("SADOVOD SEMENA", "Садовод", 150...3_200, .garden), Shop("PITOMNIK RAST", "Питомник растений", 300...4_500, .garden),
    Shop("SPORTMASTER", "Спортмастер", 900...7_000, .clothes), Shop("GLORIA DZHINS", "Глория Джинс", 400...3_200, .clothes),
    Shop("OBUV NA LENINA", "Обувь на Ленина", 1_500...6_500, .clothes), Shop("KINO ZVEZDA", "Кинотеатр Звезда", 250...1_200, .leisure),
    Shop("KNIZHNIY DVORIK", "Книжный дворик", 200...1_800, .leisure), Shop("FITNES OLIMP", "Фитнес Олимп", 600...3_500, .leisure),
    Shop("SALON KRASOTY LIANA", "Салон красоты Лиана", 800...3_900, .leisure), Shop("TSVETY 24", "Цветы 24", 500...3_000, .leisure),
    Shop("OZON.RU", "Ozon", 250...6_500, .online, 6), Shop("WILDBERRIES", "Wildberries", 300...5_800, .online, 6),
    Shop("RZD BILETY", "РЖД билеты", 900...7_800, .online, 2), Shop("LABIRINT.RU", "Лабиринт", 350...2_500, .online, 1),
    Shop("EDA DOSTAVKA", "Доставка еды", 450...2_400, .online, 4), Shop("TEATR BILET", "Театральный билет", 800...5_000, .online, 1),
    Shop("KINOTEKA", "Кинотека", 199...399, .subscription, 2), Shop("MUZYKA PLUS", "Музыка Плюс", 169...299, .subscription, 2),
    Shop("OBLAKO 200", "Облако", 149...229, .subscription),
    Shop("CONAD ROMA", "Conad", 6...70, .abroad(0)), Shop("TRATTORIA DA PINO", "Trattoria da Pino", 14...65, .abroad(0)),
    Shop("MIGROS ANTALYA", "Migros", 40...300, .abroad(1)), Shop("KEBAP EVI", "Kebap Evi", 30...180, .abroad(1)),
    Shop("CARREFOUR TBILISI", "Carrefour", 8...120, .abroad(2)), Shop("KHINKALI HOUSE", "Khinkali House", 15...80, .abroad(2)),
    Shop("SAS EREVAN", "SAS Supermarket", 1_500...24_000, .abroad(3)), Shop("LAVASH TUN", "Lavash Tun", 3_000...18_000, .abroad(3)),
    Shop("EVROOPT MINSK", "Евроопт", 12...140, .abroad(4)), Shop("VASILKI MINSK", "Васильки", 20...90, .abroad(4)),
    Shop("MARINA GROCERY", "Marina Grocery", 12...160, .dubai, 3), Shop("KARAK CORNER", "Karak Corner", 5...60, .dubai, 3),
    Shop("METRO TOPUP", "Metro top-up", 20...50, .dubai, 2), Shop("OLD SOUK BAZAAR", "Old Souk Bazaar", 30...400, .dubai),
  ]

  /// The place of a shop in `all`.
  static func index(_ latin: String) -> Int? {
    all.firstIndex { $0.latin.elementsEqual(latin.utf8) }
  }
}

/// Where Anna shops on a day: indices into `Shop.all`, each as often as its share of her visits.
enum Shelf {
  static let online = of { $0 == .online ? 1 : 0 }
  static let subscriptions = of { $0 == .subscription ? 1 : 0 }
  static let dubai = of { $0 == .dubai ? 1 : 0 }
  static let abroad = Vocabulary.currencies.indices.map { place in of { $0 == .abroad(place) ? 1 : 0 } }

  static func everyday(_ date: CivilDate) -> [UInt8] {
    days[season(date.month)][date.isWeekend ? 1 : 0]
  }

  /// 0 winter, 1 spring and summer, 2 autumn.
  private static func season(_ month: Int) -> Int {
    switch month {
    case 12, 1, 2, 3: 0
    case 4...8: 1
    default: 2
    }
  }

  private static let days: [[[UInt8]]] = (0...2).map { season in
    [false, true].map { isWeekend in of { visits(to: $0, season: season, isWeekend: isWeekend) } }
  }

  /// How many times as likely a kind of shop is on such a day.
  private static func visits(to kind: Shop.Kind, season: Int, isWeekend: Bool) -> Int {
    switch kind {
    case .groceries: isWeekend ? 6 : 4
    case .canteen: isWeekend ? 0 : 6
    case .transport: isWeekend ? 2 : 5
    case .food: 4
    case .taxi: season == 0 ? 5 : 3
    case .pharmacy: season == 1 ? 2 : 5
    case .clothes: season == 2 ? 6 : 3
    case .leisure, .home: isWeekend ? 7 : 3
    case .garden: season != 1 ? 0 : isWeekend ? 9 : 3
    case .online, .subscription, .abroad, .dubai: 0
    }
  }

  private static func of(_ times: (Shop.Kind) -> Int) -> [UInt8] {
    Shop.all.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element.visits * times($0.element.kind)) }
  }
}
