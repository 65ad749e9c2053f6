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
      ("ANDROID BACKUP\n5\n1\nnone\n", UnreadFormat.androidBackup), ("%PDF-1.7", .pdf),
      ("<!DOCTYPE html><html></html>", .html), ("<html lang=\"ru\">", .html), ("[{\"body\":\"a\"}]", .json), ("{\n  \"a\": 1\n}", .json),
      ("{\n}", .json), ("[]", .json),
    ])
  func unread(_ text: String, _ format: UnreadFormat) {
    #expect(reason(Array(text.utf8)) == .notReadYet(format))
  }

  @Test(
    "other programs' JSON is told by its keys, however it is laid out",
    arguments: [
      ("[{\"subscriptionId\":1,\"address\":\"900\",\"body\":\"a\"}]", "fossify"), ("[\n  {\n    \"sms\": [\n", "fossify"),
      ("{\"_id\":1,\"thread_id\":1,\"address\":\"900\",\"body\":\"a\",\"date\":1}", "sms-import-export"),
      ("{\"posted\":[],\"removed\":[]}", "notification-log"),
      ("{\n \"device\": \"x\",\n \"posted\": [{\"packageName\": \"a\"}]}", "notification-log"),
      ("{\"posted\":[" + String(repeating: "{\"packageName\":\"a\",\"text\":\"b\"},", count: 5000), "notification-log"),
      ("{\"id\":0,\"type\":\"kdeconnect.notification\",\"body\":{}}", "kde-connect"),
      ("[ {\"id\": 0,\n \"type\": \"kdeconnect.sms.messages\"}]", "kde-connect"),
      ("{\"id\":\"a\",\"time\":1,\"event\":\"open\",\"topic\":\"t\"}", "ntfy"), ("{\"messages\":[],\"paging\":{}}", "gotify"),
      ("{\"id\":1,\"appid\":2,\"message\":\"m\"}", "gotify"), ("{\"sms\":{\"content\":{}}}", "mmcli-json"),
      ("{\"modem.messaging.sms\":[]}", "mmcli-json"), ("{\n \"type\": \"aa{sv}\",\n \"data\": [[]]}", "dunst"),
      ("{\"type\":\"message\",\"time\":1,\"event\":1,\"topic\":\"t\",\"text\":\"a\"}", "json-lines"),
    ])
  func told(_ text: String, _ name: String) throws {
    #expect(try FormatDetector.reader(for: Head(Array(text.utf8.prefix(Head.size)))).format.name == name)
  }

  @Test("what only a password opens is called encrypted")
  func encrypted() {
    #expect(reason(Array("ANDROID BACKUP\n5\n1\nAES-256\n0F".utf8)) == .encrypted(.androidBackup))
    #expect(reason(Array("Salted__12345678".utf8)) == .encrypted(.openSSL))
    #expect(reason(Array("age-encryption.org/v1\n".utf8)) == .encrypted(.age))
    var random = Dice(state: 7)
    #expect(reason((0..<8192).map { _ in UInt8.random(in: 0...255, using: &random) }) == .encrypted(.noise))
    #expect(reason((0..<8192).map { UInt8($0 % 200) }) == .unrecognised)
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

  @Test(
    "lines that break off are lines all the same: what is open at the end of one doesn't go on in the next",
    arguments: [
      "{\"time\":1,\"text\":\"a\n{\"time\":2,\"te\n", "{\"time\":1,\n{\"time\":2,\n", "{\"time\":1\n\n  {\"time\":2\n",
      "{\"time\":1,\"text\":\"a\n",
      "{\"time\":1\r\n", "{\"time\":1,\ntext:\"a\"}\n", "{\"a\":[1,\n2\n{\"a\":[3,\n",
    ])
  func brokenLines(_ text: String) throws {
    #expect(try FormatDetector.reader(for: Head(Array(text.utf8))).format.name == "json-lines")
  }

  @Test(
    "an object over several lines stays another program's, whole, broken further down, cut off or followed by another",
    arguments: [
      "{\n  \"a\": 1,\n  oops\n}", "{\n  \"a\": [\n    1", "{\"a\":\n{\"b\":1}\n}", "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n",
      "{ \"a\": 1,\n  \"b\": 2 }\n",
    ])
  func severalLines(_ text: String) {
    #expect(reason(Array(text.utf8)) == .notReadYet(.json))
  }
}
