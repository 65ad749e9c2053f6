import Testing

@testable import Ingest

@Suite("Formats are found by content")
struct FormatTests {
  private func reason(_ bytes: [UInt8]) -> InputError.Reason? {
    do {
      _ = try FormatDetector.reader(for: Head(bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "what isn't read yet is called by its name",
    arguments: [
      ("PK\u{3}\u{4}rest", UnreadFormat.zip), ("SQLite format 3\0", .sqlite), ("ANDROID BACKUP\n5\n1\nAES-256\n", .androidBackup),
      ("%PDF-1.7", .pdf), ("<!DOCTYPE html><html></html>", .html), ("<html lang=\"ru\">", .html), ("[{\"body\":\"a\"}]", .json),
      ("{\n  \"a\": 1\n}", .json), ("{\n}", .json), ("{\"posted\":[],\"removed\":[]}", .notificationLog),
      ("{\n \"device\": \"x\",\n \"posted\": [{\"packageName\": \"a\"}]}", .notificationLog),
      ("{\"id\":0,\"type\":\"kdeconnect.notification\",\"body\":{}}", .kdeConnect),
      ("{\"id\":\"a\",\"time\":1,\"event\":\"open\",\"topic\":\"t\"}", .ntfy), ("{\"messages\":[],\"paging\":{}}", .gotify),
      ("{\"sms\":{\"content\":{}}}", .mmcli), ("{\n \"type\": \"aa{sv}\",\n \"data\": [[]]}", .dunst),
    ])
  func unread(_ text: String, _ format: UnreadFormat) {
    #expect(reason(Array(text.utf8)) == .notReadYet(format))
  }

  @Test("compressed files are called by their names")
  func compressed() {
    #expect(reason([0x1F, 0x8B, 8, 0]) == .notReadYet(.gzip))
    #expect(reason([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) == .notReadYet(.xz))
    #expect(reason([0x28, 0xB5, 0x2F, 0xFD]) == .notReadYet(.zstandard))
  }

  @Test("UTF-16 is said plainly, with and without a byte order mark")
  func utf16() {
    #expect(reason([0xFF, 0xFE, 0x3C, 0x00]) == .utf16)
    #expect(reason([0xFE, 0xFF, 0x00, 0x3C]) == .utf16)
    #expect(reason(Array("<?xml".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .utf16)
  }

  @Test("nothing, a text and noise are no formats")
  func unrecognised() {
    #expect(reason([]) == .empty)
    #expect(reason(Array("Dear diary, today".utf8)) == .unrecognised)
    #expect(reason([0, 1, 2, 3, 250, 251]) == .unrecognised)
    #expect(reason(Array("apples,pears\n1,2\n".utf8)) == .unrecognised)
  }

  @Test("one line of JSON that means nothing here is still read as our lines, to say which line is wrong")
  func ours() {
    #expect(reason(Array("{\"text\":\"a\"}".utf8)) == nil)
    #expect(reason(Array("{\"type\":\"message\",\"text\":\"a".utf8)) == nil)
    #expect(reason(Array("{nonsense}\n".utf8)) == nil)
  }
}
