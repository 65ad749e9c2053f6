import Ledger
import Model
import Testing

@Suite struct LeafTests {
  private let leaf = Leaf(
    log: LogID(rawValue: 0x0123_4567_89AB_CDEF), sequence: 258, time: Timestamp(milliseconds: 1_772_362_931_000), actor: .user,
    kind: .preference,
    payload: LedgerEntry(
      .preference, by: .user, ["to": "push", "scope": "codes \"all\"\n", "cost": 300, "final": true, "leaves": .numbers([1, 2])]
    )
    .payload)

  @Test("a leaf is these bytes and no others")
  func frozenForm() {
    #expect(
      Hexadecimal.text(leaf.bytes.prefix(Leaf.headerSize)) == "01" + "0123456789abcdef" + "0000000000000102" + "0000019ca9101b38" + "02"
        + "0b")
    #expect(
      String(decoding: leaf.payload, as: UTF8.self)
        == #"{"cost":300,"final":true,"leaves":[1,2],"scope":"codes \"all\"\n","to":"push"}"#)
  }

  @Test("a leaf reads back as what was written, and every cut of its header is refused")
  func readsBack() {
    #expect(Leaf(leaf.bytes) == leaf)
    for count in 0..<Leaf.headerSize { #expect(Leaf(Array(leaf.bytes.prefix(count))) == nil) }
  }

  @Test("a leaf of another version, of an unknown kind or actor is refused")
  func unknown() {
    for (index, value) in [(0, UInt8(2)), (25, 0), (26, 200)] {
      var bytes = leaf.bytes
      bytes[index] = value
      #expect(Leaf(bytes) == nil)
    }
  }

  @Test("a log is named by its id, and read back from its name")
  func origin() {
    #expect(leaf.log.origin == "kolokol/0123456789abcdef")
    #expect(LogID(origin: "kolokol/0123456789abcdef") == leaf.log)
    for name in ["kolokol/123", "kolokol/0123456789abcdeg", "other/0123456789abcdef", ""] { #expect(LogID(origin: name) == nil) }
  }

  @Test("a delivery's record is this text and no other")
  func frozenRecord() {
    let delivery = Delivery(
      channel: .sms, endpoint: "+79000000012", time: Timestamp(milliseconds: 1_772_362_931_000),
      deliveredAt: Timestamp(milliseconds: 1_772_362_933_000), status: .notSent, reason: "off\nline\\", parts: 2, costMinor: 600,
      sender: "900",
      title: "Bank", text: "Первая строка\nитог: 5", sourceID: "m1")
    let expected = """
      kolokol delivery 1
      account: main
      channel: sms
      sender: 900
      endpoint: +79000000012
      time: 1772362931000
      delivered: 1772362933000
      status: not_sent
      reason: off\\nline\\\\
      parts: 2
      cost: 600
      source: m1
      title: Bank

      Первая строка
      итог: 5
      """
    #expect(String(decoding: DeliveryRecord.bytes(of: delivery, account: "main"), as: UTF8.self) == expected)
  }

  @Test("no value of a field can pose as another field")
  func fieldsStayApart() {
    let honest = Delivery(channel: .sms, time: Timestamp(milliseconds: 0), sender: "900", text: "x")
    var posing = honest
    posing.sender = "900\nendpoint: d1"
    var other = honest
    other.endpoint = "d1"
    #expect(DeliveryRecord.bytes(of: posing, account: "a") != DeliveryRecord.bytes(of: other, account: "a"))
  }

  @Test("a salt depends on seed, entry and use")
  func salts() throws {
    let seed = try #require(Salt([UInt8](repeating: 7, count: Salt.size)))
    let salt = Salt(seed: seed, sequence: 5, use: .whole)
    #expect(salt != Salt(seed: seed, sequence: 6, use: .whole))
    #expect(salt != Salt(seed: seed, sequence: 5, use: .covered))
    #expect(salt != Salt(seed: .random(), sequence: 5, use: .whole))
    #expect(salt.bytes == Hash(of: seed.bytes + [0, 0, 0, 0, 0, 0, 0, 5, 0]).bytes)
    #expect(salt.hash(Array("text".utf8)) == Hash(of: salt.bytes + Array("text".utf8)))
    #expect(Salt.random() != Salt.random())
  }

  @Test("a buffer used again hashes what a record of its own does, however long the one before it was")
  func buffer() {
    var delivery = Delivery(channel: .sms, time: Timestamp(milliseconds: -5), sender: "900\\", text: "")
    let salt = Salt.random()
    var buffer = RecordBuffer()
    for length in [0, 1, 4_000, 4_096, 100_000, 3] {
      delivery.text = String(repeating: "я", count: length)
      buffer.clear()
      DeliveryRecord.append(delivery, account: "main", to: &buffer)
      #expect(buffer.bytes == DeliveryRecord.bytes(of: delivery, account: "main"))
      #expect(buffer.bytes.count == 88 + 2 * length)
      #expect(buffer.hash(with: salt) == salt.hash(buffer.bytes))
    }
  }
}
