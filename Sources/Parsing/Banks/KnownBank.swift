/// A bank of the catalogue with what reading its texts needs.
final class KnownBank: Sendable {
  let bank: Bank
  let templates: LazyTemplates
  /// The place of its currency in `Currencies.all`; 0 where its file names none.
  let currency: UInt8

  init(_ file: BankFile) {
    bank = file.bank
    templates = file.templates
    currency = file.bank.currency.map(Currencies.place(of:)) ?? 0
  }
}
