import Model

/// What things cost Anna, in kopecks. Whole numbers throughout.
enum Price {
  static func of(_ occasion: Occasion, shop: Int, on date: CivilDate, _ random: inout RandomStream) -> Int64 {
    switch occasion {
    case .purchase, .onlinePurchase, .purchaseCode, .decline, .refund: return inShop(Shop.all[shop], in: date.year, &random)
    case .subscription: return Int64(Shop.all[shop].price.lowerBound + 10 * ((date.year - 2016) / 2)) * 100
    case .cash: return Int64(random.within(2...30)) * 50_000
    case .cashIn: return Int64(random.within(2...40)) * 100_000
    case .transferOut, .transferIn, .transferCode: return transfer(&random)
    case .salary: return risen(6_100_000 + Int64(random.below(240_000)), date)
    case .advance: return risen(3_900_000, date) / 10_000 * 10_000
    case .rent: return risen(2_400_000, date) / 100_000 * 100_000
    case .utilities: return risen([1, 2, 3, 11, 12].contains(date.month) ? 520_000 : 380_000, date) + Int64(random.below(60_000))
    case .mobile: return risen(40_000, date) / 5_000 * 5_000
    case .fee: return date.year < 2024 ? 5_900 : 9_900
    case .cashback: return Int64(random.within(8_000...160_000)) / 100 * 100
    case .interest: return Int64(random.within(6_000...240_000))
    default: return 0
    }
  }

  /// Small purchases are far more frequent than large ones: the lower of two throws. Abroad prices stay as they are.
  static func inShop(_ shop: Shop, in year: Int = 2016, _ random: inout RandomStream) -> Int64 {
    let units = Int64(min(random.within(shop.price), random.within(shop.price))) * index(year) / 100
    switch shop.kind {
    case .groceries, .pharmacy, .garden, .abroad, .dubai: return units * 100 + Int64(random.below(100))
    default: return units * 100
    }
  }

  private static func transfer(_ random: inout RandomStream) -> Int64 {
    switch random.below(10) {
    case 0: Int64(random.within(10_000...900_000))
    case 1...6: Int64(random.within(3...40)) * 10_000
    default: Int64(random.within(4...30)) * 50_000
    }
  }

  private static func risen(_ kopecks: Int64, _ date: CivilDate) -> Int64 {
    kopecks * index(date.year) / 100
  }

  /// Prices in per cent of those of 2016; they rise by 7 points a year.
  private static func index(_ year: Int) -> Int64 {
    100 + 7 * Int64(max(0, year - 2016))
  }
}
