import Foundation
import Interface
import Model

/// Writes JSON lines to a new file, or to the standard output.
enum LinesFile {
  /// - Parameters:
  ///   - lines: one object a line.
  ///   - path: a file that doesn't exist yet, or `-` for the standard output.
  ///   - setting: whose language problems are told in.
  /// - Throws: `CommandFailure` when it can't be written.
  static func write(_ lines: some Sequence<JSONObject>, to path: String, setting: Setting) throws {
    var printout = Printout()
    for line in lines { printout += Printout(line) }
    guard path != "-" else { return Console.output(printout) }
    do throws(NewFile.Failure) {
      try NewFile.write(printout.bytes, to: path)
    } catch {
      throw CommandFailure(message: setting.language.evidenceStrings.unwritable(path, error.errno), status: ExitStatus.badUsage)
    }
  }
}
