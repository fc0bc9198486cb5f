/// Replies that fit what a class sees on the wall.
extension Room {
  /// Rows that a reply may take of 24: the line typed, the next prompt and the empty rows before them take the others.
  static let projectorRows = 20

  /// The reply as far as a projector shows it; the rest is kept for `more`.
  mutating func cut(_ reply: Reply) -> Reply {
    guard !reply.isRefusal else { return reply }
    unshown = []
    guard settings.isProjected, settings.output == .text else { return reply }
    let rows = Screen(width: settings.columns ?? 80).rows(of: reply.blocks)
    guard rows.count > Room.projectorRows else { return reply }
    let end = Room.cut(in: rows)
    unshown = Array(rows[end...].drop { $0.text.isEmpty })
    var page = Page()
    page.show(rows: rows[..<end])
    let count = Figures.count(unshown.count, "more row")
    page.say("… \(count): press Enter, or type `more`.")
    return reply.showing(page)
  }

  /// Where to cut: before the last empty row of the second half, else where the screen is full.
  private static func cut(in rows: [Phrase]) -> Int {
    let full = projectorRows - 1
    return rows[(full / 2)...full].lastIndex { $0.text.isEmpty } ?? full
  }
}
