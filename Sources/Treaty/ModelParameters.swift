/// The numbers of the model that a scenario may set; `docs/model.md` says where each comes from.
public struct ModelParameters: Sendable, Equatable {
  /// How much a gain on the whole text moves a vote, in logits.
  public var sensitivity = 2.65
  /// How much a gain on what is at stake moves a separate vote, in logits; four issues' worth.
  public var separateSensitivity = 10.6
  /// The general wish for a treaty, in logits.
  public var valence = 0.8
  /// The habit of voting yes on resolutions, in logits; fitted on the vote of December 2018.
  public var resolutionValence = 1.7
  /// Half the width of the band in which a delegation abstains, in logits.
  public var indifference = 1.5
  /// Standard deviation of what moves the whole room, in logits.
  public var commonShock = 0.5
  /// Standard deviation of what moves a bloc, in logits.
  public var blocShock = 0.8
  /// How strongly a delegation must be opposed to block consensus, in logits.
  public var blocking = 3.0
  /// How much stronger still where it would lose the vote that it forces, in logits.
  public var shadow = 4.0
  /// Loyalty to a package in a separate vote against it, 0...1.
  public var packageLoyalty = 0.5
  /// Chance that the bureau goes to a vote where consensus fails, 0...1.
  public var callVote = 0.5
  /// Smallest gain at which a vote is about something.
  public var noticeable = 0.05
  /// Weight of public criticism on governments that have to listen, in units of gain; 0 until a
  /// recorded event identifies it.
  public var pressure = 0.0

  /// The numbers as they stand where a scenario sets none.
  public init() {}

  /// The chance of an agreement, 0...1: by consensus, or by the vote that the bureau may go to where that fails.
  public func agreement(consensus: Double, vote: Double) -> Double {
    consensus + (1 - consensus) * callVote * vote
  }
}
