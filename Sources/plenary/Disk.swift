import Foundation

/// What stands on the disk under a path.
enum Disk {
  /// What a path leads to, links followed.
  enum Kind {
    case file
    case folder
    case nothing
  }

  /// What a path leads to.
  static func kind(of path: String) -> Kind {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: real)
      return attributes[.type] as? FileAttributeType == .typeDirectory ? .folder : .file
    } catch {
      return .nothing
    }
  }

  /// The names in a folder, sorted; none where it is no folder or cannot be read.
  static func names(in folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      return []
    }
  }

  /// The files below a folder whose names have an ending, sorted, as paths that begin with it.
  static func files(below folder: String, ending: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      switch kind(of: path) {
      case .folder: return files(below: path, ending: ending)
      case .file: return name.hasSuffix(ending) ? [path] : []
      case .nothing: return []
      }
    }
  }

  /// Writes a text to a file that is not there yet.
  static func write(_ text: String, toNew path: String) throws {
    guard kind(of: path) == .nothing else {
      throw Failure(
        "\(path) exists already. Name another file.",
        .cannotCreate
      )
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Failure(
        "\(path) cannot be written: check the folder and who may write there.",
        .cannotCreate
      )
    }
  }

  /// The content of a file; not more than a reader of scenarios would take, by one byte.
  static func bytes(of file: String) throws -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Failure("\(file) cannot be read: check who may read it.", .noInput)
    }
    do {
      // One byte more than the largest file allowed is enough for the reader to refuse it.
      return Array(try handle.read(upToCount: 8 * 1024 * 1024 + 1) ?? Data())
    } catch {
      throw Failure("\(file) cannot be read: it is not a file.", .noInput)
    }
  }
}
