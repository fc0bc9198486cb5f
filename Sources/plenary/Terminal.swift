import CEditline

/// The terminal that the program was started in, if it was started in one.
enum Terminal {
  /// Whether a person sits there: input and output are terminals, and the cursor can be moved.
  static var isInteractive: Bool { ceditline_terminal_is_interactive() }

  /// Columns, 80 where unknown.
  static var width: Int {
    let columns = Int(ceditline_terminal_width())
    return columns > 0 ? columns : 80
  }

  /// Rows, 24 where unknown.
  static var height: Int {
    let rows = Int(ceditline_terminal_height())
    return rows > 0 ? rows : 24
  }

  /// Whether ^C was pressed since the last line was read.
  static var interruptRequested: Bool { ceditline_interrupt_requested() }

  /// Takes a ^C as answered.
  static func clearInterrupt() { ceditline_clear_interrupt() }

  /// Puts the terminal back as it is now when the program ends, by itself or by a signal.
  static func restoreOnExit() {
    ceditline_terminal_restore_on_exit()
  }

  /// Columns that a text takes, East Asian wide characters counted as two.
  static func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Int(ceditline_columns($1.value)) }
  }
}
