import Storage

/// The texts of merged rows: how each copy came, splitting and joining; in one language.
public struct MergingStrings: Sendable {
  // The table of deliveries: what a line tells
  let endpoint: String
  let status: String
  let sent: String
  let delivered: String
  let seen: String
  let parts: String
  let cost: String
  let source: String
  let why: String
  /// What stands where a copy doesn't tell.
  let unknown: String
  /// Beside the heading of a row that can be split.
  let splitHint: String

  // Questions
  let askSplit: @Sendable (_ copies: [String]) -> String
  let askJoin: @Sendable (_ rows: [String]) -> String

  // Answers
  let done: @Sendable (_ deed: Deed, _ n: Int) -> String
  let undone: @Sendable (_ deed: Deed, _ n: Int) -> String
  let redone: @Sendable (_ deed: Deed, _ n: Int) -> String
  let nothingToSplit: String
  let twoToJoin: String
  let differentBanks: String

  static let english = MergingStrings(
    endpoint: "To",
    status: "Status",
    sent: "Sent",
    delivered: "Delivered",
    seen: "Seen",
    parts: "Parts",
    cost: "Cost",
    source: "Source",
    why: "Why",
    unknown: "—",
    splitHint: "x splits them",
    askSplit: { "Split this row into \($0.count): \($0.joined(separator: ", "))? They won't be merged again. z undoes." },
    askJoin: { "Join into one row: \($0.joined(separator: "; "))? z undoes." },
    done: { deed, n in deed == .split ? "Split into \(n) rows" : "\(n) rows joined" },
    undone: { deed, n in deed == .split ? "Undone: split into \(n) rows" : "Undone: \(n) rows joined" },
    redone: { deed, n in deed == .split ? "Done again: split into \(n) rows" : "Done again: \(n) rows joined" },
    nothingToSplit: "Nothing to split here: one copy. To join two rows, select both with Space, then x.",
    twoToJoin: "Select exactly two rows to join them.",
    differentBanks: "Rows of different banks or accounts can't be joined.")

  static let russian = MergingStrings(
    endpoint: "Куда",
    status: "Состояние",
    sent: "Отправлено",
    delivered: "Доставлено",
    seen: "Прочитано",
    parts: "Частей",
    cost: "Цена",
    source: "Откуда",
    why: "Почему",
    unknown: "—",
    splitHint: "x разделит",
    askSplit: { "Разделить на строки: \($0.joined(separator: ", "))? Сами они больше не сольются. z отменит." },
    askJoin: { "Слить в одну строку: \($0.joined(separator: "; "))? z отменит." },
    done: { deed, n in
      deed == .split ? "Разделено на \(n) \(Plural.russian(n, "строку", "строки", "строк"))" : "Слито строк: \(n)"
    },
    undone: { deed, n in
      deed == .split ? "Отменено: разделение на \(n) \(Plural.russian(n, "строку", "строки", "строк"))" : "Отменено: слияние строк (\(n))"
    },
    redone: { deed, n in
      deed == .split ? "Снова: разделение на \(n) \(Plural.russian(n, "строку", "строки", "строк"))" : "Снова: слияние строк (\(n))"
    },
    nothingToSplit: "Делить нечего: копия одна. Чтобы слить две строки, отметьте обе пробелом и нажмите x.",
    twoToJoin: "Чтобы слить, отметьте ровно две строки.",
    differentBanks: "Строки разных банков или счетов не слить.")
}
