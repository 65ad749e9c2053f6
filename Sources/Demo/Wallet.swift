import Model

/// Anna's banks, in the order their voices stand in.
enum DemoBank: Int, CaseIterable, Sendable {
  case sberbank, tbank, vtb, alfabank, raiffeisen, gazprombank, emirates

  /// The key of the bank's file.
  var key: String {
    switch self {
    case .sberbank: "sberbank"
    case .tbank: "tbank"
    case .vtb: "vtb"
    case .alfabank: "alfabank"
    case .raiffeisen: "raiffeisen"
    case .gazprombank: "gazprombank"
    case .emirates: "emiratesnbd"
    }
  }
}

/// Anna's cards. All tails are invented. Sums are in minor units of the card's money: kopecks, and fils for the one she has abroad.
enum Wallet {
  struct Card: Sendable {
    let bank: DemoBank
    let brand: [UInt8]
    let tail: [UInt8]
    /// First and last day of use.
    let from: CivilDate
    let until: CivilDate
    /// What the bank lends on it; 0 for a debit card. A balance is what can be spent, the limit included.
    let limit: Int64
    /// What is on it when the history first meets it.
    let opening: Int64
    /// What her everyday life leaves on it; the story counts on that much.
    let kept: Int64
    /// How often she pays with it, beside the others; 0 for one that has days of its own.
    let share: Int

    var isCredit: Bool { limit > 0 }
    var isForeign: Bool { bank == .emirates }

    init(
      _ bank: DemoBank, _ brand: String, _ tail: String, from: CivilDate = .init(2000, 1, 1), until: CivilDate = .init(2200, 1, 1),
      limit: Int64 = 0, opening: Int64, kept: Int64 = 0, share: Int
    ) {
      self.bank = bank
      self.brand = Array(brand.utf8)
      self.tail = Array(tail.utf8)
      self.from = from
      self.until = until
      self.limit = limit
      self.opening = opening
      self.kept = kept
      self.share = share
    }

    func isInUse(_ date: CivilDate) -> Bool {
      from <= date && date <= until
    }
  }

  /// The card for the week in Dubai each February.
  static let emiratesOpened = CivilDate(2023, 11, 20)

  static let cards: [Card] = [
    Card(.sberbank, "VISA", "4417", until: .init(2022, 5, 17), opening: 1_834_152, kept: 400_000, share: 30),
    Card(.sberbank, "МИР-", "9082", from: .init(2022, 5, 18), opening: 2_310_080, kept: 400_000, share: 30),
    Card(.sberbank, "ECMC", "7731", from: .init(2018, 2, 12), limit: 12_000_000, opening: 12_000_000, share: 5),
    Card(.tbank, "", "3390", from: .init(2017, 3, 6), opening: 350_000, kept: 200_000, share: 32),
    Card(.tbank, "", "5526", from: .init(2019, 9, 23), limit: 14_000_000, opening: 14_000_000, share: 6),
    Card(.vtb, "", "6014", opening: 921_340, share: 11),
    Card(.alfabank, "", "2207", from: .init(2018, 4, 9), opening: 70_000, share: 10),
    Card(.raiffeisen, "", "8155", until: .init(2024, 10, 30), opening: 1_205_511, share: 5),
    Card(.gazprombank, "", "1168", from: .init(2020, 11, 2), opening: 300_000, share: 4),
    Card(.emirates, "", "5081", from: emiratesOpened, opening: 180_000, share: 0),
  ]
}
