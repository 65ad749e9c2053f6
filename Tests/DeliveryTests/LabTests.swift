import Model
import Testing

@testable import Delivery

@Suite("The lab's comparison")
struct LabTests {
  private static func compare(_ ids: [String], seed: UInt64 = 1, parameters: LabParameters = LabParameters()) throws -> [LabResult] {
    var parameters = parameters
    parameters[.attacked] = 0.3
    return LabComparison(clients: 120, seed: seed, parameters: parameters).run(try ids.map(Bench.policy))
  }

  @Test("the same seed gives the same numbers, another seed others")
  func deterministic() throws {
    let first = try Self.compare(["sberbank", "cascade"])
    #expect(try Self.compare(["sberbank", "cascade"]) == first)
    #expect(try Self.compare(["sberbank", "cascade"], seed: 2) != first)
  }

  @Test("a share of what some groups have none of is that of the others; of one group the margin isn't known")
  func fewGroups() {
    let few = Estimate([0.9, 1, 0.8])
    #expect(abs(few.mean - 0.9) < 1e-9 && abs(few.margin - 4.303 * 0.1 / 3.0.squareRoot()) < 1e-9)
    #expect(Estimate([0.5]).margin == .infinity && Estimate([]).margin == .infinity)
    #expect(Estimate([1, 1, 1]).isOther(than: Estimate([2, 2, 2])))
    #expect(!few.isOther(than: Estimate([0.7, 0.8, 0.9])))
    #expect(!few.isOther(than: Estimate([0.1])))
  }

  @Test("a bank that tells of every binding is seen to, also where few clients are attacked")
  func toldAmongFew() throws {
    for clients in [200, 2_000] {
      let result = try #require(LabComparison(clients: clients).run([try Bench.policy("vtb")]).first)
      #expect(result.clients == clients)
      #expect(result.attacks > 0 && result.warned.mean > 0.7)
    }
  }

  @Test("counting stops where nobody waits for it any more")
  func stopped() throws {
    let policy = try Bench.policy("vtb")
    #expect(LabComparison(clients: 100).run([policy]) { true } == nil)
    #expect(LabComparison(clients: 100).run([policy]) { false }?.count == 1)
  }

  @Test("what one policy comes to doesn't depend on which others are compared")
  func independent() throws {
    #expect(try Self.compare(["cascade", "tbank"])[0] == Self.compare(["cascade"])[0])
  }

  @Test("a cascade reaches more than either channel alone and costs less than SMS alone")
  func cascade() throws {
    let results = try Self.compare(["cascade", "strict-sms", "push-only"])
    #expect(results[0].reached.mean > results[1].reached.mean)
    #expect(results[0].reached.mean > results[2].reached.mean)
    #expect(results[0].costPer1000.mean < results[1].costPer1000.mean)
    #expect(results[2].costPer1000.mean == 0)
  }

  @Test("T-Bank before August 2021 loses statements, Sberbank's bell none")
  func statements() throws {
    let results = try Self.compare(["tbank-until-2021-08-03", "tbank", "sberbank"])
    #expect(results[0].lostByCategory[.statement, default: 0] > 0)
    #expect(results[1].lostByCategory[.statement, default: 1] == 0)
    #expect(results[2].lost.mean == 0)
  }

  @Test("strict SMS and our own policy show no code to a stranger, push that follows the newest device shows most")
  func exposed() throws {
    let results = try Self.compare(["strict-sms", "kolokol", "push-only", "sberbank"])
    #expect(results[0].exposedCodes.mean == 0)
    #expect(results[1].exposedCodes.mean == 0)
    #expect(results[2].exposedCodes.mean > 2)
    #expect(results[3].exposedCodes.mean > 2)
    #expect(results[1].warned.mean > results[3].warned.mean)
    #expect(results[2].warned.mean == 0)
    #expect(results[2].secondsToAlert == nil)
  }

  @Test("delivered at the moment of sending is what the facts say: 90 % of SMS, 75 % of pushes to those who accept them")
  func calibrated() throws {
    var parameters = LabParameters()
    parameters[.acceptsPush] = 1
    parameters[.subscriptionLost] = 0
    let results = try Self.compare(["strict-sms", "push-only"], parameters: parameters)
    #expect(abs(results[0].reachedSoon.mean - 0.90) < 0.02)
    #expect(abs(results[1].reachedSoon.mean - 0.75) < 0.03)
  }

  @Test("every parameter has a source and can be set; what is beyond its range counts as the range's end")
  func parameters() {
    var parameters = LabParameters()
    #expect(parameters.changed.isEmpty)
    for parameter in LabParameter.allCases {
      #expect(!parameter.source.isEmpty)
      #expect(parameter.range.contains(parameter.standard))
    }
    parameters[.acceptsPush] = 7
    #expect(parameters[.acceptsPush] == 1)
    #expect(parameters.changed == [.acceptsPush])
  }
}
