import Negotiation
import Treaty

/// Offers, in words and as they are typed.
extension Room {
  /// What a favour is, in words.
  func words(for favour: Deal.Favour) -> String {
    switch favour {
    case .sponsor(let number): "sponsoring P\(number)"
    case .letPass(let number): "letting P\(number) pass"
    case .supportDraft: "supporting the text as a whole"
    case .help: "technical help"
    case .words(let words): "“\(words)”"
    }
  }

  /// A deal as a sentence.
  func words(for deal: Deal, isTaken: Bool? = nil) -> String {
    if deal.isPromise, deal.wants == nil, deal.state == .open {
      return
        "D\(deal.number): \(name(of: deal.from)) promises \(name(of: deal.to)): \(words(for: deal.gives))."
    }
    let sides = "\(name(of: deal.from)) offers \(name(of: deal.to)) \(words(for: deal.gives))"
    let price = deal.wants.map { " for \(words(for: $0))" } ?? ""
    let isAccepted = isTaken ?? (deal.state == .accepted)
    let state: String
    if isAccepted {
      state = "accepted"
    } else {
      switch deal.state {
      case .open: state = "waits for \(name(of: deal.to)): `\(deal.to): accept D\(deal.number)`"
      case .accepted: state = "accepted"
      case .refused: state = "refused"
      }
    }
    return "D\(deal.number): \(sides)\(price): \(state)."
  }

  /// How a favour is typed after `offer STATE` or `ask STATE`.
  func typed(_ favour: Deal.Favour) -> String {
    switch favour {
    case .sponsor(let number): "sponsor P\(number)"
    case .letPass(let number): "pass P\(number)"
    case .supportDraft: "draft"
    case .help: "help"
    case .words(let words): "\"\(words)\""
    }
  }

  /// The line by which a state does what it was asked for.
  func line(for favour: Deal.Favour) -> String {
    switch favour {
    case .sponsor(let number): "sponsor P\(number)"
    case .letPass(let number): "withdraw P\(number)"
    case .supportDraft, .help, .words: "status"
    }
  }

  /// Takes a favour off a line: `sponsor P1`, `pass P1`, `draft`, `help`, or words in quotation marks.
  func favour(from arguments: inout Arguments) throws(Complaint) -> Deal.Favour {
    guard let first = arguments.rest.first else {
      throw .missing("what is offered or asked for", usage: arguments.usage)
    }
    _ = arguments.next()
    if first.isQuoted { return .words(first.text) }
    switch first.text.folded {
    case "sponsor": return .sponsor(try names.proposal(arguments.next("a proposal")))
    case "pass": return .letPass(try names.proposal(arguments.next("a proposal")))
    case "draft": return .supportDraft
    case "help": return .help
    default: throw .notAFavour(first.text)
    }
  }

  /// The number of an offer written `D1`.
  static func dealNumber(_ typed: String) throws(Complaint) -> Int {
    guard let first = typed.first, first == "D" || first == "d", typed.count < 8,
      let number = Int(typed.dropFirst())
    else { throw .notADeal(typed) }
    return number
  }
}

extension Deal.Favour {
  /// The words by which favours begin when they are typed.
  static let words = ["sponsor", "pass", "draft", "help"]
}
