/// A bank of the catalogue with what reading its texts needs.
final class KnownBank: Sendable {
  let bank: Bank
  let templates: LazyTemplates
  /// The place of its currency in `Currencies.all`; 0 where its file names none.
  let currency: UInt8
  /// Its field of a line of JSON, where its key is short and needs no escapes, as those of all built-in files.
  let field: ShortText?

  init(_ file: BankFile) {
    bank = file.bank
    templates = file.templates
    currency = file.bank.currency.map(Currencies.place(of:)) ?? 0
    let needsNoEscapes = file.bank.key.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    field = needsNoEscapes ? ShortText(exactly: ",\"bank\":\"\(file.bank.key)\"") : nil
  }
}
