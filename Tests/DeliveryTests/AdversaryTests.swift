import Model
import Testing

@testable import Delivery

@Suite("The adversary")
struct AdversaryTests {
  private func words(_ path: [Move]) -> [String] {
    path.map { $0.kind.rawValue + ($0.code.map { " " + $0.rawValue } ?? "") + ($0.scope.map { " " + $0.rawValue } ?? "") }
  }

  @Test("strict SMS gives two operations for each talked-out code and stops; the client is told before the first loss")
  func strictSMS() throws {
    let result = AdversarySearch.run(try Bench.policy("strict-sms"))
    #expect(result.operations == [.count(0), .count(2), .count(4), .count(6)])
    #expect(result.unboundedFrom == nil)
    #expect(result.isWarnedBeforeFirstLoss)
    #expect(result.broken.isEmpty)
  }

  @Test("SS7 breaks strict SMS without any code being talked out, and the client sees nothing")
  func ss7() throws {
    let result = AdversarySearch.run(try Bench.policy("strict-sms"), hasSS7: true)
    #expect(result.unboundedFrom == 0)
    #expect(!result.isWarnedBeforeFirstLoss)
    #expect(result.shortestPath.first?.kind == .intercept)
  }

  @Test(
    "where push can be switched on by a linked device, or goes to the newest, one talked-out code buys any number of operations",
    arguments: ["sberbank", "tbank-until-2021-08-03", "tbank", "vtb", "alfabank", "cascade", "push-only"])
  func unbounded(id: String) throws {
    let result = AdversarySearch.run(try Bench.policy(id))
    #expect(result.operations == [.count(0), .unbounded, .unbounded, .unbounded])
    #expect(result.unboundedFrom == 1)
  }

  @Test("the shortest path at Sberbank is the chain of the facts: a code, a device, push, and codes come to him")
  func chain() throws {
    let path = AdversarySearch.run(try Bench.policy("sberbank")).shortestPath
    #expect(words(path) == ["bind talked_out", "switch code", "transfer own_endpoint"])
    #expect(path[1].channel == .push)
  }

  @Test("codes that stay with SMS hold until the number is changed: a second talked-out code", arguments: ["homecredit", "chain"])
  func number(id: String) throws {
    let result = AdversarySearch.run(try Bench.policy(id))
    #expect(result.operations == [.count(0), .count(2), .unbounded, .unbounded])
    #expect(words(result.shortestPath) == ["bind talked_out", "change_number talked_out", "transfer own_endpoint"])
  }

  @Test("strict SMS whose number could be changed with a code read on the old one would be open from the second code on")
  func strictWithNumberChange() throws {
    var policy = try Bench.policy("strict-sms")
    policy.numberChange.confirm = .oldNumber
    #expect(AdversarySearch.run(policy).unboundedFrom == 2)
  }

  @Test("our own policy: one operation for each code, also with SS7, the client told before the first loss, every invariant kept")
  func own() throws {
    for hasSS7 in [false, true] {
      let result = AdversarySearch.run(try Bench.policy("kolokol"), hasSS7: hasSS7)
      #expect(result.operations == [.count(0), .count(1), .count(2), .count(3)])
      #expect(result.isWarnedBeforeFirstLoss)
      #expect(result.broken.isEmpty)
    }
  }

  @Test("each guard of our own policy is needed: without it the search finds more")
  func guards() throws {
    let own = try Bench.policy("kolokol")
    func search(_ change: (inout Policy) -> Void, hasSS7: Bool = false) -> AdversarySearch.Result {
      var policy = own
      change(&policy)
      return AdversarySearch.run(policy, hasSS7: hasSS7)
    }
    #expect(search { $0.binding.coolingOffSeconds = 0 }.unboundedFrom == 1)
    #expect(search { $0.binding.announce = .nobody }.unboundedFrom == 1)
    #expect(search { $0.codes.operations = 2 }.operations[1] == .count(2))
    let smsForAll = search(
      { policy in
        for place in policy.steps.indices { policy.steps[place].onlyWithoutApp = false }
      }, hasSS7: true)
    #expect(smsForAll.unboundedFrom == 0)
  }

  @Test("what if Sberbank added a cooling-off of 12 hours: one code buys two operations instead of any number")
  func whatIf() throws {
    var policy = try Bench.policy("sberbank")
    policy.binding.coolingOffSeconds = 43_200
    #expect(AdversarySearch.run(policy).operations[1] == .count(2))
  }

  @Test("the real banks break invariants, and each comes with a path to where it breaks")
  func brokenInvariants() throws {
    func broken(_ id: String) throws -> Set<Invariant> { Set(AdversarySearch.run(try Bench.policy(id)).broken.map(\.invariant)) }
    #expect(try broken("sberbank") == [.bindingAnnounced, .switchAnnounced, .numberChangeAnnounced])
    #expect(try broken("tbank-until-2021-08-03") == [.bindingAnnounced, .numberChangeAnnounced, .everythingKept])
    #expect(try broken("tbank") == [.bindingAnnounced, .numberChangeAnnounced])
    #expect(try broken("homecredit").contains(.everythingKept))
    for id in PolicyTests.ids {
      for found in AdversarySearch.run(try Bench.policy(id)).broken where found.invariant != .everythingKept {
        #expect(!found.path.isEmpty, "\(id) \(found.invariant)")
      }
    }
  }

  @Test("a shallow search finds less, and the states it looked at are counted")
  func depth() throws {
    let policy = try Bench.policy("sberbank")
    let shallow = AdversarySearch.run(policy, depth: 1)
    #expect(shallow.operations[1] == .count(0))
    #expect(shallow.states < AdversarySearch.run(policy).states)
  }

  @Test("components: a cycle is one, its tail others, numbered from the end")
  func components() {
    let numbers = Components([[1], [2], [0, 3], [4], []]).numbers
    #expect(numbers[0] == numbers[1] && numbers[1] == numbers[2])
    #expect(numbers[4] < numbers[3] && numbers[3] < numbers[0])
  }
}
