import Delivery
import Detection
import Foundation
import Screen
import Storage

/// What the interface is told of the world it runs in and can't change by itself.
public struct Surroundings: Sendable {
  /// A bank as lists and tabs name it.
  public struct BankLabel: Hashable, Sendable {
    public var key: String
    public var name: String

    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }

  /// The language, the zone times are shown in, and the marks the terminal can draw.
  public var language: Language
  public var zone: TimeZone
  public var glyphs: Glyphs
  /// The names of the known banks, by key.
  public var bankNames: [String: String]
  /// What filters can name.
  public var filterNames: FilterNames
  /// The names of the themes that `t` goes through, in that order.
  public var themes: [String]
  /// Whether the bell shows the demo's history, which the header says.
  public var isDemo: Bool
  /// How banks deliver, read when the first screen wants it.
  public var policyShelf: PolicyShelf
  /// The numbers to call banks on, by key.
  public var bankPhones: [String: String]
  /// The thresholds of the rules, which their sentences name.
  public var limits: Limits

  /// Over how many clients the lab counts, one after the other: few first, so that a change shows at once.
  public var labClients: [Int]

  /// What isn't given is as in a test: English, GMT, nothing known.
  public init(
    language: Language = .english, zone: TimeZone = .gmt, glyphs: Glyphs = .unicode, banks: [BankLabel] = [],
    filterNames: FilterNames = FilterNames(), themes: [String] = [], isDemo: Bool = false,
    policies: PolicyShelf = PolicyShelf(PolicyBook([])), bankPhones: [String: String] = [:], limits: Limits = Limits(),
    labClients: [Int] = [500]
  ) {
    self.labClients = labClients
    self.language = language
    self.zone = zone
    self.glyphs = glyphs
    bankNames = Dictionary(banks.map { ($0.key, $0.name) }) { first, _ in first }
    self.filterNames = filterNames
    self.themes = themes
    self.isDemo = isDemo
    policyShelf = policies
    self.bankPhones = bankPhones
    self.limits = limits
  }

  /// The texts in the user's language.
  public var strings: Strings { language.strings }

  /// How banks deliver.
  var policies: PolicyBook { policyShelf.book }

  /// The bank's name as lists show it; the key where the name isn't known.
  func name(ofBank key: String) -> String { bankNames[key] ?? key }
}
