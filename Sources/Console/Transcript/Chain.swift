/// The chain of digests over a record: it shows slips and cuts, not forgery.
struct Chain: Sendable {
  private let sha256: @Sendable ([UInt8]) -> [UInt8]
  private var head: [UInt8]

  /// Begins with the scenario line and the seed of a record.
  init(for transcript: Transcript, sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.sha256 = sha256
    let origin = "\(transcript.value(of: "scenario") ?? "")\n\(transcript.seed)\n"
    head = sha256(Array(origin.utf8))
  }

  /// Adds a step.
  mutating func add(_ step: Transcript.Step) {
    var bytes = head
    bytes += Array(step.line.utf8)
    bytes.append(0)
    bytes += Array((step.reply ?? "").utf8)
    head = sha256(bytes)
  }

  /// The digest of everything added, in hexadecimal.
  var hexadecimal: String {
    Chain.hexadecimal(of: head)
  }

  /// Bytes as hexadecimal digits.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension Transcript {
  /// The closing line, `%end COUNT HASH`, for the record as it stands.
  public func end(sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Field {
    var chain = Chain(for: self, sha256: sha256)
    for step in steps { chain.add(step) }
    return Field("end", "\(steps.count) \(chain.hexadecimal)")
  }

  /// The record with its closing line.
  public func closed(sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Transcript {
    var closed = reopened
    closed.items.append(.mark(end(sha256: sha256)))
    return closed
  }

  /// The record without its closing line, so that it can go on.
  public var reopened: Transcript {
    var open = self
    open.items.removeAll { if case .mark(let field) = $0 { field.name == "end" } else { false } }
    open.places = []
    return open
  }

  /// Whether the closing line fits the rest; nil where there is none.
  public func isIntact(sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Bool? {
    for case .mark(let field) in items where field.name == "end" {
      return field == end(sha256: sha256)
    }
    return nil
  }
}
