import ArgumentParser

/// Something that ends the program: a sentence for the person and an exit code for the shell.
struct Failure: Error {
  /// The exit codes, as `sysexits.h` has them.
  enum Code: Int32 {
    case wrongUse = 64
    case badData = 65
    case noInput = 66
    case ourFault = 70
    case cannotCreate = 73
    case cannotWrite = 74
  }

  let sentence: String
  let code: Code

  init(_ sentence: String, _ code: Code) {
    self.sentence = sentence
    self.code = code
  }
}

/// Ends a command with an exit code and, for a failure, one sentence on standard error.
func run(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    Output.complain(failure.sentence)
    throw ExitCode(failure.code.rawValue)
  } catch is Output.Closed {
    // Whoever read the output has gone; there is nobody left to tell.
    throw ExitCode.success
  }
}
