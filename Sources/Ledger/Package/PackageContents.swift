import Foundation

/// The files of a package as they lie in a directory or an archive, and what lies there that mustn't.
public struct PackageContents: Sendable {
  public private(set) var files: [String: [UInt8]] = [:]
  private(set) var faults: [PackageFault] = []

  /// The files of a package may have this many bytes in all; they are held in memory.
  public static let largest = 256 << 20

  /// Reads a directory or a .tar file. Nothing outside the directory is opened: links aren't followed, directories not entered.
  /// - Throws: `PackageFault.unreadable`, of more than `largest` bytes `PackageFault.tooLarge`, of an archive that ends too early
  ///   `PackageFault.cutShort`, of what holds other files `PackageFault.noPackage`.
  public init(path: String) throws(PackageFault) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .unreadable(path) }
    var room = Self.largest
    if isDirectory.boolValue {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw .unreadable(path) }
      for name in names.sorted() {
        let place = path + "/" + name
        let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
        guard type == .typeRegular else {
          faults.append(.notAFile(name))
          continue
        }
        add(name, try Self.bytes(of: place, room: &room))
      }
    } else {
      let bytes = try Self.bytes(of: path, room: &room)
      do throws(TarArchive.Failure) {
        add(try TarArchive.members(of: bytes))
      } catch {
        throw error == .cutShort ? .cutShort(path) : .unreadable(path)
      }
    }
    // A package that lacks one of the two is one that somebody changed.
    guard files[PackageFile.manifest.rawValue] != nil || files[PackageFile.manifestNote.rawValue] != nil else { throw .noPackage(path) }
  }

  private static func bytes(of path: String, room: inout Int) throws(PackageFault) -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    defer { try? file.close() }
    let data: Data
    do {
      // Nil at the end of the file: an empty one.
      data = try file.read(upToCount: room + 1) ?? Data()
    } catch {
      throw .unreadable(path)
    }
    guard data.count <= room else { throw .tooLarge(path, limit: largest) }
    room -= data.count
    return Array(data)
  }

  /// What an archive holds.
  init(_ members: [TarArchive.Member]) {
    add(members)
  }

  private mutating func add(_ members: [TarArchive.Member]) {
    for member in members {
      switch member {
      case .file(let name, let bytes): add(name, bytes)
      case .other(let name): faults.append(PackageFile.isSafe(name) ? .notAFile(name) : .unsafeName(name))
      }
    }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    if !PackageFile.isSafe(name) {
      faults.append(.unsafeName(name))
    } else if files.updateValue(bytes, forKey: name) != nil {
      faults.append(.twice(name))
    }
  }

  /// The lines of a file, without the last one's end.
  func lines(_ file: PackageFile) -> [ArraySlice<UInt8>] {
    var lines = files[file.rawValue]?.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  func text(_ file: PackageFile) -> String {
    String(decoding: files[file.rawValue] ?? [], as: UTF8.self)
  }
}
