import Delivery
import Foundation
import Interface
import Model
import Storage

extension Setting {
  /// The policies there are. What can't be read of the user's own is said on standard error.
  var policies: PolicyBook {
    let (book, problems) = PolicyBook.load(userDirectory: paths.policies)
    for problem in problems { Console.error(strings.labStrings.policyProblem(problem)) }
    return book
  }

  /// What is known of how the banks of a database reach the client.
  /// - Throws: `StoreError`.
  func picture(of store: Store) throws(StoreError) -> DeliveryPicture {
    let now = Self.now
    let sources = try DeliveryPicture.Sources(store, since: now.advanced(by: -DeliveryPicture.month))
    return DeliveryPicture(sources, policies: policies, now: now, offsetSeconds: TimeZone.current.secondsFromGMT())
  }

  /// The key of a bank that people call so.
  /// - Throws: `CommandFailure`.
  func bankKey(_ name: String) throws -> String {
    if catalog.bank(key: name) != nil { return name }
    if let bank = catalog.bank(sender: name) { return bank.key }
    throw CommandFailure(message: strings.deliveryStrings.unknownBank(name), status: ExitStatus.badUsage)
  }

  /// Runs what needs the database; its errors end the command with status 3.
  /// - Throws: `CommandFailure`.
  func withStore<Result>(_ options: DatabaseOptions, for use: DatabaseOptions.Use, _ body: (Store) throws -> Result) throws -> Result {
    let store = try options.open(self, for: use)
    defer { try? store.close() }
    do {
      return try body(store)
    } catch let error as StoreError {
      throw CommandFailure(message: strings.storeError(error), status: ExitStatus.database)
    }
  }
}
