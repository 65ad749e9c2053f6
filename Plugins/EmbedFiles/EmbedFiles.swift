import Foundation
import PackagePlugin

/// Writes the text files of a target (themes, banks) into the program as string literals, so that one binary is the whole program.
///
/// SwiftPM's own `.embedInCode` writes byte arrays, which the compiler takes about 0.2 s a kilobyte to read; a string literal costs next to nothing.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    guard let module = target as? SourceModuleTarget else { return [] }
    let files = try textFiles(below: module.directoryURL)
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embed the files of \(target.name)",
        executable: try context.tool(named: "embed").url,
        arguments: [module.directoryURL.path, output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func textFiles(below directory: URL) throws -> [URL] {
    let walk = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
    return (walk?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "toml" }
      .sorted { $0.path < $1.path }
  }
}
