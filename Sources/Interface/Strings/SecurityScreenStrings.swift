import Model
import Storage

/// The texts of the Security screen and of the banner, in one language.
struct SecurityScreenStrings: Sendable {
  // The finding
  let why: String
  let source: String
  let unless: String
  let now: String
  let history: String
  let account: @Sendable (String) -> String
  let again: @Sendable (_ day: String) -> String
  let notToYou: String
  let resolution: @Sendable (Resolution) -> String
  let actor: @Sendable (Transition.Actor) -> String
  let takenBack: String
  let until: @Sendable (_ day: String) -> String
  let printTitle: @Sendable (_ id: String) -> String
  let printedAt: @Sendable (_ time: String) -> String

  // Its events
  let by: @Sendable (String) -> String
  let confirmedBy: @Sendable (String) -> String
  let codeAge: @Sendable (_ seconds: Int64) -> String
  let from: @Sendable (String) -> String

  // The screen
  let count: @Sendable (FindingState, Int) -> String
  let stage: @Sendable (FindingFilter.Stage) -> String
  let andUp: @Sendable (String) -> String
  let nothingOpen: String
  let nothingShown: String
  let months: String
  let picked: @Sendable (Int) -> String
  let hints: [(String, String)]

  // What is done with findings
  let triageTitle: @Sendable (Int) -> String
  let choice: @Sendable (TriageChoice) -> String
  let commentPrompt: String
  let commentNeeded: String
  let triaged: @Sendable (_ state: String, Int) -> String
  /// How many findings an answer was for, and of which device.
  let answered: @Sendable (_ wasMe: Bool, Int, _ device: String?) -> String
  let answeredBefore: String
  /// How an answer is taken back that was given on another screen.
  let undoneThere: String
  /// How many findings are as before; none when only what the rules found in an answer is gone.
  let undone: @Sendable (Int) -> String
  let printed: @Sendable (_ path: String) -> String
  let noMessage: String

  // The banner, and the way from a message to its findings
  let answerHint: String
  let more: @Sendable (Int) -> String
  let answers: [(String, String)]
  let noAlert: String
  let related: String
  let noRelated: String
}
