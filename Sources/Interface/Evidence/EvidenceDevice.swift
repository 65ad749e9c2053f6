import Model
import Storage

/// A device that was ever bound, by what the log knows.
public struct EvidenceDevice: Sendable {
  public var device: LinkedDevice
  public var account: String
  public var bank: String?
  /// When it was bound first and unbound last; nil when the log doesn't know, or it still is.
  public var bound: Timestamp?
  public var unbound: Timestamp?
  /// The entries that tell of it.
  public var leaves: [Int]

  /// Every device that events or steps of a package tell of, in the order they came up.
  public static func all(in source: EvidenceSource) -> [EvidenceDevice] {
    var devices: [EvidenceDevice] = []
    func tell(_ device: LinkedDevice, _ account: String, _ bank: String?, leaf: Int?, _ change: (inout EvidenceDevice) -> Void) {
      let known = devices.firstIndex { $0.device.id == device.id && $0.account == account && $0.bank == bank }
      let place = known ?? devices.count
      if known == nil { devices.append(EvidenceDevice(device: device, account: account, bank: bank, leaves: [])) }
      if let leaf { devices[place].leaves.append(leaf) }
      change(&devices[place])
    }
    for item in source.events where item.withdrawal == nil {
      guard let device = item.event.device else { continue }
      let event = item.event
      switch event.kind {
      case .deviceBound:
        tell(device, event.account, event.bank, leaf: item.leaf) {
          $0.bound = $0.bound ?? event.time
          $0.unbound = nil
        }
      case .deviceUnbound: tell(device, event.account, event.bank, leaf: item.leaf) { $0.unbound = event.time }
      default: continue
      }
    }
    for (step, leaf) in source.arrangements {
      switch step.step {
      case .device(.bound, let device):
        tell(device, step.account, step.bank, leaf: leaf) {
          $0.bound = $0.bound ?? step.time
          $0.unbound = nil
        }
      case .device(.unbound, let device): tell(device, step.account, step.bank, leaf: leaf) { $0.unbound = step.time }
      default: continue
      }
    }
    return devices
  }
}
