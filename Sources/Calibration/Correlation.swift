/// The correlation of Pearson, −1...1; nil where either side does not vary or there are too few.
public func correlation(_ left: [Double], _ right: [Double]) -> Double? {
  guard left.count == right.count, left.count > 2 else { return nil }
  let count = Double(left.count)
  let leftMean = left.reduce(0, +) / count
  let rightMean = right.reduce(0, +) / count
  var products = 0.0
  var leftSquares = 0.0
  var rightSquares = 0.0
  for (one, other) in zip(left, right) {
    products += (one - leftMean) * (other - rightMean)
    leftSquares += (one - leftMean) * (one - leftMean)
    rightSquares += (other - rightMean) * (other - rightMean)
  }
  guard leftSquares > 0, rightSquares > 0 else { return nil }
  return products / (leftSquares * rightSquares).squareRoot()
}
