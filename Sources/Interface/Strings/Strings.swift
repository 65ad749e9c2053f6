import Model
import Parsing
import Screen
import Storage
import TOML

/// Every text of the interface, in one language.
///
/// A language is one object of this type, so a text that one language lacks doesn't compile. It is a class, so that handing it on doesn't copy
/// what is hundreds of closures: an eighth of a key's processor time went into that.
public final class Strings: Sendable {
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
  /// How many a search or a filter lets through, and which of them is under the cursor.
  let hitCount: @Sendable (_ count: String, _ n: Int) -> String
  let hitOf: @Sendable (_ place: String, _ count: String) -> String
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
  /// Money came back: the label of what it takes back, and the word where that isn't known.
  let cameBack: String
  let takenBack: String
  let due: String
  let minimum: String
  let card: String
  let merchant: String
  let device: String
  let place: String
  /// What became what.
  let change: String
  let code: String
  let codeHidden: String
  /// Where a number is covered because it may be a code.
  let codeDoubted: String
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
  /// Standard output took nothing more, and the system's reason.
  public let cannotWriteOutput: @Sendable (_ reason: String) -> String
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
  public let tomlReason: @Sendable (TOMLProblem.Reason) -> String
  public let dataFileProblem: @Sendable (DataFileProblem) -> String
  let completion: @Sendable (Completion) -> String

  // A class has no initialiser of its own making: what stands above, in that order.
  init(
    language: Language, decimalSeparator: String, today: String, yesterday: String, weekdays: [String], months: [String],
    shortMonths: [String], category: @escaping @Sendable (Category) -> String, uncategorised: String,
    channel: @escaping @Sendable (Channel) -> String, status: @escaping @Sendable (DeliveryStatus) -> String,
    security: @escaping @Sendable (SecurityFact.Kind) -> String, order: @escaping @Sendable (ListQuery.Order) -> String,
    screen: @escaping @Sendable (BellScreen) -> String, screenShort: @escaping @Sendable (BellScreen) -> String, allBanks: String,
    allCategories: String, otherSenders: String, archive: String, unread: @escaping @Sendable (_ count: String, _ n: Int) -> String,
    hitCount: @escaping @Sendable (_ count: String, _ n: Int) -> String,
    hitOf: @escaping @Sendable (_ place: String, _ count: String) -> String,
    kept: @escaping @Sendable (_ count: String, _ n: Int, _ year: String) -> String,
    hiddenOthers: @escaping @Sendable (_ count: String, _ n: Int) -> String,
    selected: @escaping @Sendable (_ count: String, _ n: Int) -> String,
    newAbove: @escaping @Sendable (_ count: String, _ n: Int) -> String, demoBadge: String, demoMark: String, searchLabel: String,
    filterLabel: String, sortedBy: @escaping @Sendable (String) -> String, hintSearch: String, hintFilter: String, hintRead: String,
    hintUndo: String, hintHelp: String, hintBanks: String, hintComplete: String, hintApply: String, hintCancel: String, deliveries: String,
    raw: String, amount: String, balance: String, cameBack: String, takenBack: String, due: String, minimum: String, card: String,
    merchant: String, device: String, place: String, change: String,
    code: String, codeHidden: String, codeDoubted: String, codeOld: String, codeShown: @escaping @Sendable (_ seconds: Int) -> String,
    moreBelow: String,
    loading: String, welcome: String, welcomeDemo: String, welcomeImport: String, welcomeHelp: String,
    welcomeOthers: @escaping @Sendable (_ count: String, _ n: Int) -> String, noHits: @escaping @Sendable (String) -> String,
    noMatches: String, noMatchesHint: String, nothingHere: String, tooSmall: @escaping @Sendable (_ width: Int, _ height: Int) -> String,
    confirmMarkAll: @escaping @Sendable (_ count: String, _ n: Int) -> String, confirmKeys: String, closeKeys: String,
    changed: @escaping @Sendable (Change, _ count: String, _ n: Int) -> String,
    undone: @escaping @Sendable (Change, _ count: String, _ n: Int) -> String,
    redone: @escaping @Sendable (Change, _ count: String, _ n: Int) -> String, undoHint: String, nothingToUndo: String,
    nothingToRedo: String, nothingUnread: String, noMoreHits: String, noSearchYet: String, nothingToMark: String,
    copied: @escaping @Sendable (_ count: String, _ n: Int) -> String, noCodeHere: String, oldCodeAgain: String,
    themeNow: @escaping @Sendable (String) -> String, unknownCommand: @escaping @Sendable (String) -> String,
    unknownArgument: @escaping @Sendable (_ argument: String, _ choices: String) -> String, rangeSelecting: String, utf8Hint: String,
    spendingTitle: String, spendingByMonth: String, spendingByMerchant: String, spendingNone: String, spendingUnknownMerchant: String,
    spendingHints: [(String, String)],
    importing: @escaping @Sendable (_ file: String, _ percent: Int?, _ count: String, _ n: Int) -> String,
    imported: @escaping @Sendable (_ added: String, _ merged: String, _ alreadyThere: String, _ refused: String) -> String,
    alreadyImporting: String, importCommand: String, importStrings: ImportStrings, parseStrings: ParseStrings,
    reparseStrings: ReparseStrings, deliveryStrings: DeliveryStrings, labStrings: LabStrings, ledgerStrings: LedgerStrings,
    merging: MergingStrings, securityStrings: SecurityStrings, helpTitle: String, helpHint: String, helpNothing: String,
    operation: @escaping @Sendable (Operation) -> String, askRevealCodes: String, codesStayCovered: String,
    noSuchNotification: @escaping @Sendable (String) -> String, listElsewhere: @escaping @Sendable (_ count: String) -> String,
    listCut: @escaping @Sendable (_ count: String) -> String, copyTooLong: String, noTerminal: String, noTerm: String,
    unknownTerm: @escaping @Sendable (String) -> String, cannotMoveCursor: @escaping @Sendable (String) -> String,
    cannotWriteOutput: @escaping @Sendable (_ reason: String) -> String,
    preparingDemo: @escaping @Sendable (_ percent: Int) -> String, doctorColours: @escaping @Sendable (_ count: String) -> String,
    doctorNoDatabase: String, doctorMessages: @escaping @Sendable (_ count: String, _ n: Int) -> String, doctorOthersCanRead: String,
    doctorFiles: @escaping @Sendable (_ banks: Int, _ themes: Int, _ policies: Int) -> String,
    storeError: @escaping @Sendable (StoreError) -> String, filterError: @escaping @Sendable (FilterError) -> String,
    themeProblem: @escaping @Sendable (ThemeProblem) -> String, tomlReason: @escaping @Sendable (TOMLProblem.Reason) -> String,
    dataFileProblem: @escaping @Sendable (DataFileProblem) -> String,
    completion: @escaping @Sendable (Completion) -> String
  ) {
    self.language = language
    self.decimalSeparator = decimalSeparator
    self.today = today
    self.yesterday = yesterday
    self.weekdays = weekdays
    self.months = months
    self.shortMonths = shortMonths
    self.category = category
    self.uncategorised = uncategorised
    self.channel = channel
    self.status = status
    self.security = security
    self.order = order
    self.screen = screen
    self.screenShort = screenShort
    self.allBanks = allBanks
    self.allCategories = allCategories
    self.otherSenders = otherSenders
    self.archive = archive
    self.unread = unread
    self.hitCount = hitCount
    self.hitOf = hitOf
    self.kept = kept
    self.hiddenOthers = hiddenOthers
    self.selected = selected
    self.newAbove = newAbove
    self.demoBadge = demoBadge
    self.demoMark = demoMark
    self.searchLabel = searchLabel
    self.filterLabel = filterLabel
    self.sortedBy = sortedBy
    self.hintSearch = hintSearch
    self.hintFilter = hintFilter
    self.hintRead = hintRead
    self.hintUndo = hintUndo
    self.hintHelp = hintHelp
    self.hintBanks = hintBanks
    self.hintComplete = hintComplete
    self.hintApply = hintApply
    self.hintCancel = hintCancel
    self.deliveries = deliveries
    self.raw = raw
    self.amount = amount
    self.balance = balance
    self.cameBack = cameBack
    self.takenBack = takenBack
    self.due = due
    self.minimum = minimum
    self.card = card
    self.merchant = merchant
    self.device = device
    self.place = place
    self.change = change
    self.code = code
    self.codeHidden = codeHidden
    self.codeDoubted = codeDoubted
    self.codeOld = codeOld
    self.codeShown = codeShown
    self.moreBelow = moreBelow
    self.loading = loading
    self.welcome = welcome
    self.welcomeDemo = welcomeDemo
    self.welcomeImport = welcomeImport
    self.welcomeHelp = welcomeHelp
    self.welcomeOthers = welcomeOthers
    self.noHits = noHits
    self.noMatches = noMatches
    self.noMatchesHint = noMatchesHint
    self.nothingHere = nothingHere
    self.tooSmall = tooSmall
    self.confirmMarkAll = confirmMarkAll
    self.confirmKeys = confirmKeys
    self.closeKeys = closeKeys
    self.changed = changed
    self.undone = undone
    self.redone = redone
    self.undoHint = undoHint
    self.nothingToUndo = nothingToUndo
    self.nothingToRedo = nothingToRedo
    self.nothingUnread = nothingUnread
    self.noMoreHits = noMoreHits
    self.noSearchYet = noSearchYet
    self.nothingToMark = nothingToMark
    self.copied = copied
    self.noCodeHere = noCodeHere
    self.oldCodeAgain = oldCodeAgain
    self.themeNow = themeNow
    self.unknownCommand = unknownCommand
    self.unknownArgument = unknownArgument
    self.rangeSelecting = rangeSelecting
    self.utf8Hint = utf8Hint
    self.spendingTitle = spendingTitle
    self.spendingByMonth = spendingByMonth
    self.spendingByMerchant = spendingByMerchant
    self.spendingNone = spendingNone
    self.spendingUnknownMerchant = spendingUnknownMerchant
    self.spendingHints = spendingHints
    self.importing = importing
    self.imported = imported
    self.alreadyImporting = alreadyImporting
    self.importCommand = importCommand
    self.importStrings = importStrings
    self.parseStrings = parseStrings
    self.reparseStrings = reparseStrings
    self.deliveryStrings = deliveryStrings
    self.labStrings = labStrings
    self.ledgerStrings = ledgerStrings
    self.merging = merging
    self.securityStrings = securityStrings
    self.helpTitle = helpTitle
    self.helpHint = helpHint
    self.helpNothing = helpNothing
    self.operation = operation
    self.askRevealCodes = askRevealCodes
    self.codesStayCovered = codesStayCovered
    self.noSuchNotification = noSuchNotification
    self.listElsewhere = listElsewhere
    self.listCut = listCut
    self.copyTooLong = copyTooLong
    self.noTerminal = noTerminal
    self.noTerm = noTerm
    self.unknownTerm = unknownTerm
    self.cannotMoveCursor = cannotMoveCursor
    self.cannotWriteOutput = cannotWriteOutput
    self.preparingDemo = preparingDemo
    self.doctorColours = doctorColours
    self.doctorNoDatabase = doctorNoDatabase
    self.doctorMessages = doctorMessages
    self.doctorOthersCanRead = doctorOthersCanRead
    self.doctorFiles = doctorFiles
    self.storeError = storeError
    self.filterError = filterError
    self.themeProblem = themeProblem
    self.tomlReason = tomlReason
    self.dataFileProblem = dataFileProblem
    self.completion = completion
  }
}
