extension CSVReader {
  /// The header and the lines under it that have as many fields; nil where the header is none.
  ///
  /// Other lines, and those past the most that are read, are faults.
  mutating func table(
    of kind: String,
    columns mostColumns: Int,
    lines mostLines: Int,
    faults: inout FaultCollector
  ) -> (header: Record, lines: [Record])? {
    guard let header = next(keeping: mostColumns, faults: &faults), !header.isCutOff,
      faults.isHeader(header, of: mostColumns)
    else { return nil }
    var lines: [Record] = []
    while let record = next(keeping: header.fieldCount, faults: &faults) {
      guard lines.count < mostLines else {
        faults.addTooMany(mostLines, of: kind, at: record.place)
        break
      }
      if record.fieldCount == header.fieldCount {
        lines.append(record)
      } else {
        faults.addWrongCount(record, of: header.fieldCount)
      }
    }
    return (header, lines)
  }
}
