import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts of an SVG, in order, as an XML parser reads them.
final class SVGText: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var current: String?

  /// False when the SVG isn't well-formed.
  func read(_ svg: String) -> Bool {
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(_: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
    if name == "text" || name == "title" { current = "" }
  }

  func parser(_: XMLParser, foundCharacters text: String) {
    current? += text
  }

  func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if let current { texts.append(current) }
    current = nil
  }
}
