import Testing

@testable import Model

@Suite("JSON lines for machines")
struct JSONObjectTests {
  @Test("fields stand in the order they were added, with null for what is missing")
  func order() {
    var object = JSONObject()
    object.add("b", "text")
    object.add("a", nil as String?)
    object.add("n", Int64.min)
    object.add("none", nil as Int64?)
    object.add("rate", number: 0.125)
    object.add("whole", number: 3)
    object.add("huge", number: .infinity)
    object.add("yes", true)
    #expect(
      object.line
        == #"{"b":"text","a":null,"n":-9223372036854775808,"none":null,"rate":0.125,"whole":3,"huge":null,"yes":true}"#)
    #expect(JSONObject().line == "{}")
    #expect(Array(object.line.utf8) == object.withUTF8 { Array($0) })
    var nested = JSONObject()
    nested.add("a", object: { $0.add("b", "x") })
    nested.add("c", object: { _ in })
    nested.add("d", 1)
    #expect(nested.line == #"{"a":{"b":"x"},"c":{},"d":1}"#)
  }

  @Test("objects and lists stand within one another")
  func nested() {
    var inner = JSONObject()
    inner.add("id", 0)
    var object = JSONObject()
    object.add("one", inner)
    object.add("many", [inner, JSONObject()])
    object.add("texts", ["a", "б\n"])
    object.add("numbers", [1, -20])
    object.add("empty", [] as [String])
    object.add("made", json: #"{"x":1}"#)
    #expect(
      object.line
        == #"{"one":{"id":0},"many":[{"id":0},{}],"texts":["a","б\n"],"numbers":[1,-20],"empty":[],"made":{"x":1}}"#)
  }

  @Test(
    "what could fool a reader or a terminal is escaped, everything else stands as it is",
    arguments: [
      ("Покупка 1 240 ₽ 🔔", "Покупка 1 240 ₽ 🔔"), ("\"\\", #"\"\\"#), ("\r\n\t", #"\r\n\t"#), ("\u{0}\u{1B}[2J", #"\u0000\u001b[2J"#),
      ("\u{7F}\u{9B}", #"\u007f\u009b"#), ("\u{202E}code\u{2066}", #"\u202ecode\u2066"#), ("\u{61C}\u{200F}", #"\u061c\u200f"#),
      ("¡é—", "¡é—"),
    ])
  func escapes(text: String, escaped: String) {
    var object = JSONObject()
    object.add("t", text)
    #expect(object.line == "{\"t\":\"\(escaped)\"}")
  }
}
