import Model
import Parsing
import Screen
import Storage

/// Every text of the interface, in one language.
///
/// A language is a value of this type, so a text that one language lacks doesn't compile.
public struct Strings: Sendable {
  public let language: Language
  let decimalSeparator: String

  // Calendar
  let today: String
  let yesterday: String
  /// Monday first, short.
  let weekdays: [String]
  /// As they stand in a date.
  let months: [String]
  /// As they stand in a column of figures, three letters.
  let shortMonths: [String]

  /// Words of the domain.
  public let category: @Sendable (Category) -> String
  let uncategorised: String
  let channel: @Sendable (Channel) -> String
  let status: @Sendable (DeliveryStatus) -> String
  let security: @Sendable (SecurityFact.Kind) -> String
  let order: @Sendable (ListQuery.Order) -> String

  // Header, tabs and footer
  let screen: @Sendable (BellScreen) -> String
  /// The same in so few letters that all five fit into a line of 80 cells.
  let screenShort: @Sendable (BellScreen) -> String
  let allBanks: String
  let allCategories: String
  let otherSenders: String
  let archive: String
  let unread: @Sendable (_ count: String, _ n: Int) -> String
  let kept: @Sendable (_ count: String, _ n: Int, _ year: String) -> String
  let hiddenOthers: @Sendable (_ count: String, _ n: Int) -> String
  let selected: @Sendable (_ count: String, _ n: Int) -> String
  let newAbove: @Sendable (_ count: String, _ n: Int) -> String
  let demoBadge, demoMark: String
  let searchLabel: String
  let filterLabel: String
  let sortedBy: @Sendable (String) -> String

  // Hints in the footer: key and word
  let hintSearch: String
  let hintFilter: String
  let hintRead: String
  let hintUndo: String
  let hintHelp: String
  let hintBanks: String
  let hintComplete: String
  let hintApply: String
  let hintCancel: String

  // Reading pane
  let deliveries: String
  let raw: String
  let amount: String
  let balance: String
  let card: String
  let merchant: String
  let device: String
  let place: String
  /// What became what.
  let change: String
  let code: String
  let codeHidden: String
  let codeOld: String
  let codeShown: @Sendable (_ seconds: Int) -> String
  let moreBelow: String

  // Empty states
  let loading: String
  let welcome: String
  let welcomeDemo: String
  let welcomeImport: String
  let welcomeHelp: String
  let welcomeOthers: @Sendable (_ count: String, _ n: Int) -> String
  let noHits: @Sendable (String) -> String
  let noMatches: String
  let noMatchesHint: String
  let nothingHere: String
  let tooSmall: @Sendable (_ width: Int, _ height: Int) -> String

  // Questions and notices
  let confirmMarkAll: @Sendable (_ count: String, _ n: Int) -> String
  let confirmKeys: String
  /// Under what is only to be read.
  let closeKeys: String
  let changed: @Sendable (Change, _ count: String, _ n: Int) -> String
  let undone: @Sendable (Change, _ count: String, _ n: Int) -> String
  let redone: @Sendable (Change, _ count: String, _ n: Int) -> String
  let undoHint: String
  let nothingToUndo: String
  let nothingToRedo: String
  let nothingUnread: String
  let noMoreHits: String
  let noSearchYet: String
  let nothingToMark: String
  let copied: @Sendable (_ count: String, _ n: Int) -> String
  let noCodeHere: String
  let oldCodeAgain: String
  let themeNow: @Sendable (String) -> String
  let unknownCommand: @Sendable (String) -> String
  let unknownArgument: @Sendable (_ argument: String, _ choices: String) -> String
  let rangeSelecting: String
  /// What to do where the locale isn't UTF-8.
  public let utf8Hint: String

  // Spending
  let spendingTitle: String
  let spendingByMonth: String
  let spendingByMerchant: String
  let spendingNone: String
  let spendingUnknownMerchant: String
  /// Key and word, as the footer has them.
  let spendingHints: [(String, String)]

  // Importing from the bell
  let importing: @Sendable (_ file: String, _ percent: Int?, _ count: String, _ n: Int) -> String
  let imported: @Sendable (_ added: String, _ merged: String, _ alreadyThere: String, _ refused: String) -> String
  /// One import at a time.
  public let alreadyImporting: String
  let importCommand: String

  /// Importing from the command line.
  public let importStrings: ImportStrings
  /// Reading texts on the command line.
  public let parseStrings: ParseStrings
  /// Reading stored messages anew.
  public let reparseStrings: ReparseStrings
  /// Channels and devices.
  public let deliveryStrings: DeliveryStrings
  /// The lab.
  public let labStrings: LabStrings
  /// What is said of the log.
  public let ledgerStrings: LedgerStrings

  /// Merged rows, splitting and joining.
  let merging: MergingStrings

  /// Rules and findings.
  public let securityStrings: SecurityStrings

  // Help
  let helpTitle: String
  let helpHint: String
  let helpNothing: String
  let operation: @Sendable (Operation) -> String

  /// What the command line says.
  public let askRevealCodes: String
  public let codesStayCovered: String
  public let noSuchNotification: @Sendable (String) -> String
  public let listElsewhere: @Sendable (_ count: String) -> String
  public let listCut: @Sendable (_ count: String) -> String
  public let copyTooLong: String
  public let noTerminal: String
  public let noTerm: String
  public let unknownTerm: @Sendable (String) -> String
  public let cannotMoveCursor: @Sendable (String) -> String
  public let preparingDemo: @Sendable (_ percent: Int) -> String

  /// What `kolokol doctor` finds.
  public let doctorColours: @Sendable (_ count: String) -> String
  public let doctorNoDatabase: String
  public let doctorMessages: @Sendable (_ count: String, _ n: Int) -> String
  public let doctorOthersCanRead: String
  public let doctorFiles: @Sendable (_ banks: Int, _ themes: Int, _ policies: Int) -> String

  /// What went wrong and what to do about it.
  public let storeError: @Sendable (StoreError) -> String
  public let filterError: @Sendable (FilterError) -> String
  public let themeProblem: @Sendable (ThemeProblem) -> String
  public let bankFileProblem: @Sendable (BankFileProblem) -> String
  let completion: @Sendable (Completion) -> String
}
