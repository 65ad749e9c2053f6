import Foundation
import Model
import Parsing
import Storage
import Testing

@testable import Ingest

@Suite("Encodings and clocks of tables")
struct EncodingTests {
  private let folder = TemporaryFolder()
  private let row = "2026-03-01T14:02:11+03:00;900;\"MIR-2201 14:02 Покупка 71р BULOCHNAYA Баланс: 700р\"\n"

  private func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    guard let half = encoding.upperHalf else { return Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    return text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : half.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? UInt8(ascii: "?")
    }
  }

  private func imported(
    _ bytes: [UInt8], _ mapping: SourceMapping = SourceMapping()
  ) throws -> (report: ImportReport, texts: [String], times: [Int64]) {
    let path = folder.path + "/table-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    let store = try Store.temporary()
    var options = ImportOptions(mapping: mapping)
    options.zone = Fixture.context.zone
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    let report = try Importer(store: store, parser: parser).run(path, options: options)
    var query = ListQuery()
    query.place = .everything
    let rows = try store.page(query, from: nil, limit: 100).rows
    return (report, rows.map(\.text), rows.map(\.time.milliseconds))
  }

  @Test("windows-1251 and KOI8-R are told from UTF-8 and from each other, and that is said", arguments: [TextEncoding.windows1251, .koi8r])
  func told(_ encoding: TextEncoding) throws {
    for header in ["time;sender;text\n", "Дата;Отправитель;Текст\n"] {
      let result = try imported(bytes(header + row, encoding))
      #expect(result.texts == ["MIR-2201 14:02 Покупка 71р BULOCHNAYA Баланс: 700р"])
      #expect(result.report.notes.encoding == encoding)
      #expect(result.report.notes.repairedTexts == 0)
    }
    let xml = try imported(bytes("<smses>" + Fixture.sms("Покупка в магазине") + "</smses>", encoding))
    #expect(xml.texts == ["Покупка в магазине"])
  }

  @Test("letters that only come after the first 64 KB are told as well")
  func late() throws {
    let rows = (1...2000).map { "2026-03-01T14:02:11+03:00;900;\"Pokupka \($0)r, Balans: 700r\"\n" }.joined()
    let result = try imported(bytes("time;sender;text\n" + rows + row, .windows1251))
    #expect(result.report.read == 2001)
    #expect(result.report.notes.repairedTexts == 0)
    #expect(result.report.notes.encoding == .windows1251)
  }

  @Test("UTF-8 stays UTF-8, also with a broken byte; what is in no encoding that can be told is refused, not stored with marks for letters")
  func doubt() throws {
    let table = "time;sender;text\n" + row
    #expect(try imported(Array(table.utf8)).report.notes.encoding == nil)
    let broken = try imported(Array(table.utf8) + Array("2026-03-01T14:02:12+03:00;900;Код ".utf8) + [0xD0, 0x0A])
    #expect(broken.report.notes.repairedTexts == 1)
    let latin = Array("time;sender;text\n2026-03-01T14:02:11+03:00;900;D".utf8) + [0xE9] + Array("bit caf".utf8) + [0xE9, 0x0A]
    #expect(throws: ImportError.self) { try imported(latin) }
    let undefined = bytes(table, .windows1251) + [0x98, 0x0A]
    #expect(throws: ImportError.self) { try imported(undefined, SourceMapping(encoding: .windows1251)) }
  }

  @Test("what the user says counts", arguments: [TextEncoding.cp866, .iso8859_5, .utf16LittleEndian, .koi8r])
  func said(_ encoding: TextEncoding) throws {
    let result = try imported(bytes("Дата;Отправитель;Текст\n" + row, encoding), SourceMapping(encoding: encoding))
    #expect(result.texts == ["MIR-2201 14:02 Покупка 71р BULOCHNAYA Баланс: 700р"])
    #expect(TextEncoding(name: "CP1251") == .windows1251 && TextEncoding(name: "KOI8-R") == .koi8r && TextEncoding(name: "klingon") == nil)
  }

  @Test(
    "a clock without a zone is the user's, in the forms that programs write, and counted",
    arguments: [
      "01.03.2026 14:02:11", "1.3.26 14:02:11", "01/03/2026 14:02:11", "3/1/2026 2:02:11 PM", "2026-03-01 14:02:11", "2026/03/01 14:02:11",
      "1 марта 2026 г., 14:02:11", "1 мар. 2026 в 14:02:11", "Mar 1, 2026, 2:02:11 PM", "01.03.2026, 14:02:11.000", "3/13/2026 14:02:11",
    ])
  func clocks(_ time: String) throws {
    let result = try imported(Array("Дата;Отправитель;Текст\n\(time);900;Код 4321\n".utf8))
    #expect(result.times == [1_772_362_931_000 + (time.hasPrefix("3/13") ? 12 * 86_400_000 : 0)])
    #expect(result.report.notes.localTimes == 1)
    #expect(result.report.notes.zone == Fixture.context.zone.identifier)
  }

  @Test(
    "what is no time is refused",
    arguments: ["32.01.2026 10:00", "01.13.2026", "вчера", "14:02", "01.03.2026 25:00", "1 foo 2026 10:00", "99"])
  func noClock(_ time: String) throws {
    let result = try imported(Array("time;sender;text\n\(time);900;a\n1772362931000;900;b\n".utf8))
    #expect(result.report.refused == (time == "99" ? 0 : 1))
  }

  @Test("date and time of day may stand in columns of their own; seconds count as such; a sum may have a comma")
  func columns() throws {
    let apart = try imported(Array("Дата;Время;Отправитель;Текст;Стоимость\n01.03.2026;14:02:11;900;a;3,50\n".utf8))
    #expect(apart.times == [1_772_362_931_000])
    let seconds = try imported(Array("time,sender,text\n1772362931,900,a\n".utf8))
    #expect(seconds.times == [1_772_362_931_000])
  }

  @Test("columns that nobody knows can be named; one that isn't there is said")
  func named() throws {
    let table = Array("Когда;Кем;Что\n01.03.2026 14:02:11;900;Код 4321\n".utf8)
    let result = try imported(table, SourceMapping(columns: ["Когда": "time", "Кем": "sender", "Что": "text"]))
    #expect(result.texts == ["Код 4321"])
    #expect(throws: ImportError.self) { try imported(table, SourceMapping(columns: ["Где": "time", "Что": "text"])) }
  }
}
