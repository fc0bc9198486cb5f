import Drafting
import Negotiation
import Treaty

/// Why a line could not be done: what was typed and what would have done, without words.
enum Complaint: Error, Sendable {
  /// The line begins with no verb.
  case unknownVerb(String)
  /// A quotation mark is not closed.
  case openQuote
  /// Something has to follow.
  case missing(String, usage: String)
  /// A clause is named, but not how it should read.
  case missingWording(Int, usage: String)
  /// Something follows that has no place.
  case surplus(String, usage: String)
  /// No state has that name.
  case unknownDelegation(String)
  /// Several states' names begin like that.
  case ambiguousDelegation(String, [Delegation.ID])
  /// No clause has that number.
  case unknownClause(String)
  /// The clause has no such wording.
  case unknownWording(String, Int)
  /// The words of a clause cannot be changed like that; these lines could be meant.
  case badEdit(TextEdit.Problem, Int, [String])
  /// The clause has no text to change.
  case noText(Int)
  /// No draft has that name.
  case unknownDraft(String)
  /// No observer has that name.
  case unknownObserver(String)
  /// No principle has that name.
  case unknownPrinciple(String)
  /// Something else stands where a proposal is wanted.
  case notAProposal(String)
  /// No rule has that name.
  case unknownRule(String)
  /// Neither a state nor a rule has that name.
  case neitherStateNorRule(String)
  /// Neither an observer nor a state has that name.
  case neitherObserverNorState(String)
  /// The chair has switched advice off.
  case adviceOff
  /// No issue has that name.
  case unknownIssue(String)
  /// Nothing can be set under that name.
  case unknownSetting(String)
  /// A setting cannot have that value; these it can.
  case badValue(String, setting: String, allowed: String, example: String)
  /// No verb has that name.
  case noHelp(String)
  /// The words stand nowhere.
  case nothingFound(String)
  /// A list of that kind does not exist.
  case unknownList(String)
  /// A vote is open and has to be answered first; the delegation is asked.
  case voteOpen(Delegation.ID)
  /// The answer is none of the four; the delegation is asked.
  case badBallot(String, Delegation.ID)
  /// No vote is open.
  case noVoteOpen
  /// A condition cannot be read.
  case badCondition(String)
  /// A condition does not hold; this is so instead.
  case expectation(String, found: String)
  /// The instructions are somebody else's.
  case notSealedForYou(String)
  /// Nobody has written instructions for them.
  case noSuchBrief(String)
  /// Nothing is unsealed before the debrief.
  case notYetUnsealed
  /// A line names a state first and goes on without a colon: the state, and what it is to do.
  case missingColon(Delegation.ID, String)
  /// Words are promised without quotation marks: to whom, and what.
  case unquotedPromise(Delegation.ID, String)
  /// Something else stands where an offer is wanted.
  case notADeal(String)
  /// That can be neither offered nor asked for.
  case notAFavour(String)
  /// That can be had for something only.
  case notForNothing(String)
  /// The room cannot be run like that.
  case unknownPace(String)
  /// A file name that no file can have.
  case badFileName(String)
  /// Nothing is left of the reply before.
  case nothingMore
  /// The rules of the negotiation stand against it.
  case refused(Refusal)
}

extension Complaint {
  /// The typed words at fault, where a word is.
  var words: String? {
    switch self {
    case .unknownVerb(let word), .surplus(let word, _), .unknownDelegation(let word),
      .ambiguousDelegation(let word, _), .unknownClause(let word), .unknownWording(let word, _),
      .unknownDraft(let word), .unknownObserver(let word), .unknownPrinciple(let word),
      .notAProposal(let word), .neitherStateNorRule(let word), .neitherObserverNorState(let word),
      .unknownIssue(let word),
      .unknownRule(let word), .unknownSetting(let word), .badValue(let word, _, _, _),
      .noHelp(let word), .nothingFound(let word), .unknownList(let word), .badBallot(let word, _),
      .badFileName(let word), .notADeal(let word), .notAFavour(let word),
      .notForNothing(let word), .unknownPace(let word):
      word
    case .badEdit(.notThere(let phrase, _), _, _): phrase
    case .openQuote, .missing, .missingWording, .badEdit, .noText, .voteOpen, .noVoteOpen,
      .badCondition, .expectation, .nothingMore, .refused, .notSealedForYou, .noSuchBrief,
      .notYetUnsealed, .adviceOff, .missingColon, .unquotedPromise:
      nil
    }
  }
}
