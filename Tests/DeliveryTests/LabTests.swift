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
