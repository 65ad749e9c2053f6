import Model

/// What happened once: the devices Anna linked and unlinked, the number she changed.
struct Milestone: Sendable {
  let date: CivilDate
  /// ms after midnight in Moscow.
  let time: Int64
  let bank: DemoBank
  let occasion: Occasion
  /// Index into `Vocabulary.devices`.
  let device: Int?

  private init(_ date: CivilDate, _ hour: Int, _ minute: Int, _ second: Int, _ bank: DemoBank, _ occasion: Occasion, device: Int? = nil) {
    self.date = date
    time = Int64((hour * 60 + minute) * 60 + second) * 1_000
    self.bank = bank
    self.occasion = occasion
    self.device = device
  }

  /// The first phone with the banks' apps on it.
  static let redmiLinked = CivilDate(2017, 12, 16)
  static let numberChanged = CivilDate(2019, 6, 11)
  /// The day the iPhone takes the Redmi's place.
  static let iPhoneLinked = CivilDate(2021, 10, 2)

  static let all: [Milestone] = [
    Milestone(redmiLinked, 12, 4, 20, .sberbank, .bindCode),
    Milestone(redmiLinked, 12, 5, 3, .sberbank, .deviceBound, device: Vocabulary.redmi),
    Milestone(redmiLinked, 12, 21, 40, .tbank, .loginCode),
    Milestone(redmiLinked, 12, 22, 11, .tbank, .deviceBound, device: Vocabulary.redmi),
    Milestone(numberChanged, 15, 10, 4, .sberbank, .phoneChanged),
    Milestone(numberChanged, 15, 31, 47, .tbank, .phoneChanged),
    Milestone(numberChanged, 15, 58, 12, .vtb, .phoneChanged),
    Milestone(numberChanged, 16, 20, 33, .alfabank, .phoneChanged),
    Milestone(iPhoneLinked, 13, 2, 8, .sberbank, .bindCode),
    Milestone(iPhoneLinked, 13, 2, 51, .sberbank, .deviceBound, device: Vocabulary.iPhone),
    Milestone(iPhoneLinked, 13, 15, 20, .tbank, .loginCode),
    Milestone(iPhoneLinked, 13, 16, 2, .tbank, .deviceBound, device: Vocabulary.iPhone),
    Milestone(iPhoneLinked, 13, 24, 30, .vtb, .loginCode),
    Milestone(iPhoneLinked, 13, 25, 9, .vtb, .deviceBound, device: Vocabulary.iPhone),
    Milestone(iPhoneLinked, 13, 40, 15, .alfabank, .loginCode),
    Milestone(iPhoneLinked, 13, 40, 58, .alfabank, .deviceBound, device: Vocabulary.iPhone),
    Milestone(iPhoneLinked, 19, 12, 0, .sberbank, .deviceUnbound, device: Vocabulary.redmi),
    Milestone(iPhoneLinked, 19, 14, 30, .tbank, .deviceUnbound, device: Vocabulary.redmi),
    Milestone(iPhoneLinked, 19, 17, 5, .vtb, .deviceUnbound, device: Vocabulary.redmi),
    Milestone(iPhoneLinked, 19, 19, 41, .alfabank, .deviceUnbound, device: Vocabulary.redmi),
    Milestone(Wallet.emiratesOpened, 11, 30, 8, .emirates, .loginCode),
    Milestone(Wallet.emiratesOpened, 11, 30, 47, .emirates, .login),
  ]
}
