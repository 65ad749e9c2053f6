import Model
import Storage

/// Findings as the Open Cybersecurity Schema Framework writes them, version 1.5.0: Detection Finding, class 2004.
///
/// The fields that its schema requires are `activity_id`, `category_uid`, `class_uid`, `finding_info.uid`, `metadata.product`,
/// `metadata.version`, `severity_id`, `time` and `type_uid`; a test holds the list.
enum OCSF {
  static let version = "1.5.0"
  private static let classID: Int64 = 2_004

  static func finding(_ stored: StoredFinding, title: String, advice: String, isUpdate: Bool) -> JSONObject {
    let finding = stored.finding
    let isClosed = finding.state == .resolved || finding.state == .withdrawn
    let activity: Int64 = isClosed ? 3 : isUpdate || finding.state != .new ? 2 : 1
    var object = JSONObject()
    object.add("activity_id", activity)
    object.add("category_uid", Int64(2))
    object.add("class_uid", classID)
    object.add("type_uid", classID * 100 + activity)
    object.add("time", finding.time.milliseconds)
    object.add("severity_id", Int64(finding.severity.rawValue + 1))
    object.add("status_id", status(of: finding.state))
    if let comment = stored.comment { object.add("comment", comment) }
    object.add("message", title)
    object.add("metadata", metadata)
    object.add("finding_info", info(finding, title: title, advice: advice))
    object.add("evidences", [evidence(finding)])
    object.add("resources", [resource(finding)])
    var remediation = JSONObject()
    remediation.add("desc", advice)
    object.add("remediation", remediation)
    return object
  }

  /// 1 new, 2 in progress, 3 suppressed, 4 resolved.
  private static func status(of state: FindingState) -> Int64 {
    switch state {
    case .new: 1
    case .acknowledged, .inProgress: 2
    case .suppressed: 3
    case .resolved, .withdrawn: 4
    }
  }

  private static var metadata: JSONObject {
    var product = JSONObject()
    product.add("name", "Kolokol")
    product.add("vendor_name", "Kolokol")
    product.add("version", Version.text)
    var metadata = JSONObject()
    metadata.add("version", version)
    metadata.add("product", product)
    return metadata
  }

  private static func info(_ finding: Finding, title: String, advice: String) -> JSONObject {
    var analytic = JSONObject()
    analytic.add("uid", finding.rule.description)
    analytic.add("name", title)
    // 1: a rule.
    analytic.add("type_id", Int64(1))
    var technique = JSONObject()
    let isPrompts = finding.rule == RuleID(21)
    technique.add("uid", isPrompts ? "T1621" : "T1098.005")
    technique.add("name", isPrompts ? "Multi-Factor Authentication Request Generation" : "Account Manipulation: Device Registration")
    var attack = JSONObject()
    attack.add("technique", technique)
    var info = JSONObject()
    info.add("uid", finding.id.text)
    info.add("title", title)
    info.add("analytic", analytic)
    info.add("attacks", attacks.contains(finding.rule.number) ? [attack] : [])
    return info
  }

  /// The rules that see these techniques of ATT&CK.
  private static let attacks: Set<Int> = [1, 2, 3, 4, 14, 16, 17, 18, 21, 28]

  private static func evidence(_ finding: Finding) -> JSONObject {
    var data = JSONObject()
    data.add("anchor", finding.anchor)
    data.add("events", finding.evidence)
    var evidence = JSONObject()
    evidence.add("data", data)
    return evidence
  }

  private static func resource(_ finding: Finding) -> JSONObject {
    var resource = JSONObject()
    resource.add("uid", finding.device?.id ?? finding.account)
    resource.add("name", finding.device?.label ?? finding.account)
    resource.add("type", finding.device == nil ? "account" : "device")
    if let bank = finding.bank { resource.add("namespace", bank) }
    return resource
  }
}
