# The words in pictures, in English. Mathematics stands in braces, { $value }; see docs/how-to/translate.md.

and-more = { $texts } and { $number } more
real-part = real part
imaginary-part = imaginary part
eigenvalue = eigenvalue
eigenvalues-are = Eigenvalues: { $values }.
no-eigenvalues = The matrix has no rows, and no eigenvalues.
row = row { $number }
column = column { $number }

## Gershgorin discs

gershgorin-title = { $by ->
    [columns] Gershgorin discs of the columns
   *[rows] Gershgorin discs of the rows
  }
center = centre, on the diagonal
gershgorin-caption = { $regions ->
    [1] All discs are connected. Together they contain all eigenvalues.
   *[other] The discs form { $regions } regions apart from each other, which contain as many eigenvalues as discs: { $counts }.
  }
gershgorin-disc = { $by ->
    [columns] Disc of column { $number }: centre { $center }, radius { $radius }.
   *[rows] Disc of row { $number }: centre { $center }, radius { $radius }.
  }
gershgorin-regions = Regions apart from each other: { $regions }.

## The action on the unit circle

action-title = The unit circle and its image
unit-circle = unit vectors { $v }
image = their images { $Av }
two-directions = On the two marked lines a vector is only multiplied by the number written there.
one-direction = There is only one line of eigenvectors, for { $equation }: the matrix is defective.
every-direction = Every vector is an eigenvector: it is multiplied by { $value }.
no-direction = No line stays where it is: the eigenvalues { $values } are not real.
singular = { $shape ->
    [point] The matrix is zero: the image is a point.
   *[segment] The matrix is singular: the image is a segment.
  }
action-seen = { $shape ->
    [point] The unit circle and its image, a point.
    [segment] The unit circle and its image, a segment.
    [circle] The unit circle and its image, a circle.
   *[ellipse] The unit circle and its image, an ellipse.
  }
multiplied = On two lines every vector is multiplied by a number: { $parts }.
on-the-line = by { $value } on the line of { $vector }

## The characteristic polynomial

polynomial-title = Characteristic polynomial
crossing = root: the graph crosses the axis
touching = root: the graph touches the axis
real-root = real root
not-real = root that is not real
no-graph = The coefficients are not all real: there are only the roots, and no graph.
polynomial-seen = The graph of { $polynomial }. Roots: { $roots }.
roots-seen = The roots of { $polynomial }: { $roots }.
of-degree = the characteristic polynomial, of degree { $number }

## The Jordan structure

jordan-title = Jordan structure
eigenvector = eigenvector
generalised-eigenvector = generalised eigenvector
blocks = { $count ->
    [1] size { $sizes }
   *[other] sizes { $sizes }
  }
each-root = each of { $number } roots of { $polynomial }
a-polynomial = a polynomial of degree { $number }
jordan-seen = Jordan blocks: { $blocks }.
arrows = Each column is a Jordan block. An arrow is the product with { $difference }, which is zero for eigenvectors.
diagonalizable = Each column is a Jordan block. All are of size 1: the matrix is diagonalizable.
generic = This holds if { $conditions }.

## Growth

growth-title = Growth of { $iterate }
rate = rate of growth { $equation }
spectral-radius = spectral radius { $equation }
vanishes = { $iterate } is zero from step { $step } on.
beyond = Norms above { $most } or below { $least } are not drawn.
misses = The start vector has no component in the eigenvalues of largest modulus: it grows at a rate of its own.
slowly = The ratios approach it slowly: an eigenvalue of largest modulus has a Jordan block of size 2 or more.
growth-seen = The norms of { $iterate } for steps from 0 to { $steps } go from { $first } to { $last }. Their ratios, the last of which is { $ratio }, beside { $rate }.
rescaled-title = Growth of { $iterate }
rescaled-by = Here { $equation }, the rate at which { $iterate } grows.
settles = The norms stay between two positive numbers.
grows = The norms grow like { $order }.
rescaled-seen = The norms of { $iterate } for steps from 0 to { $steps }, { $rate }, go from { $first } to { $last }.
