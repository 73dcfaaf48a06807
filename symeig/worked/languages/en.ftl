# The words of worked solutions in English. Mathematics stands in placeables, { $matrix }; docs/how-to/translate.md says more.

## Titles and tasks

title-auto = Eigenvalues, eigenvectors and the simplest form
title-eigenvalues = Eigenvalues
title-eigenvectors = Eigenvalues and eigenvectors
title-diagonalize = Diagonalization
title-jordan = Jordan form
title-orthogonal = Orthogonal diagonalization
title-definiteness = Definiteness
title-gershgorin = Gershgorin discs
title-power = Power of a matrix
title-inverse = Inverse by eigenvalues
title-exponential = Exponential of a matrix

section-task = Problem
task-auto = Find the eigenvalues and eigenvectors of the matrix, and diagonalize it if that is possible; otherwise find its Jordan form.
task-eigenvalues = Find the eigenvalues of the matrix.
task-eigenvectors = Find the eigenvalues of the matrix and a basis of each eigenspace.
task-diagonalize = Diagonalize the matrix.
task-jordan = Find the Jordan form of the matrix, and a matrix that brings it to this form.
task-orthogonal = Diagonalize the matrix by an orthonormal basis of eigenvectors.
task-definiteness = Is the matrix positive or negative definite, semidefinite, or indefinite?
task-gershgorin = Where can the eigenvalues of the matrix be? Find bounds by its rows and columns, without solving for them.
task-power = Find { $function } for all integers { $range } with the eigenvalues and eigenvectors of the matrix.
task-power-of-number = Find { $function } with the eigenvalues and eigenvectors of the matrix.
task-inverse = Find { $function } with the eigenvalues and eigenvectors of the matrix.
task-exponential = Find { $function } with the eigenvalues and eigenvectors of the matrix.

## Statement

read-as-decimal = Decimals were read as the fractions that they print as: 0.1 is 1/10.
read-as-binary = Decimals were read as the exact values of their bits.
has-parameters = { $count ->
    [one] The letter { $parameters } is a parameter: the solution is for general values of it.
   *[other] The letters { $parameters } are parameters: the solution is for general values of them.
  }

## Shortcuts

section-first-look = At first sight
expect-again = We will meet it again below.

expect-the-same = The computation below will find the same polynomial.
sees-zero = { $A } is the zero matrix.
zero-only = It sends every vector to the zero vector. So 0 is the only eigenvalue, and every non-zero vector is an eigenvector.
sees-scalar = { $A } is a multiple of the identity matrix.
scalar-only = It multiplies every vector by { $value }. So { $value } is the only eigenvalue, and every non-zero vector is an eigenvector.
sees-diagonal = { $A } is diagonal: it multiplies each vector of the standard basis by a number.
diagonal-entries = So the vectors of the standard basis are eigenvectors, and the eigenvalues are the entries on the diagonal: { $values }.
sees-upper-triangular = { $A } is upper triangular, and so is { $shifted }. The determinant of a triangular matrix is the product of the entries on its diagonal.
sees-lower-triangular = { $A } is lower triangular, and so is { $shifted }. The determinant of a triangular matrix is the product of the entries on its diagonal.
triangular-entries = The eigenvalues are the numbers for which this determinant is 0. So they are the entries on the diagonal: { $values }.
sees-block-diagonal = { $A } is block diagonal, with two blocks on its diagonal.
sees-block-triangular = { $A } is block triangular, with two blocks on its diagonal.
blocks-apart = The determinant is the product of the determinants of the blocks. So the eigenvalues of { $A } are those of { $B } together with those of { $C }.
sees-companion = { $A } is a companion matrix: ones beside the diagonal, and all other non-zero entries in { $line }.
the-row = row { $number }
the-column = column { $number }
companion-read-off = So the coefficients of the characteristic polynomial can be read off there.
sees-permutation = { $A } only changes the order of the entries of a vector. After { $order } such changes every vector is back where it started.
roots-of-unity = If { $vector } is an eigenvector, then { $image }. So { $power } for every eigenvalue.
expect-one = The value 1 is among them, because a vector with equal entries does not change.
sees-idempotent = { $A } is its own square: it is a projection.
idempotent-reason = If { $start }, then applying { $A } once more gives { $image }, so { $power }. So no eigenvalue but 0 and 1 is possible.
sees-involution = The square of { $A } is the identity matrix: applying { $A } twice changes nothing.
involution-reason = If { $start }, then applying { $A } once more gives { $image }, so { $power }. So no eigenvalue but 1 and −1 is possible.
sees-nilpotent = A power of { $A } is the zero matrix: { $A } is nilpotent.
nilpotent-reason = If { $start }, then { $image }, so { $power }. So 0 is the only eigenvalue. It is the only root of { $determinant }, which is therefore a power of the variable, up to a sign.
sees-rank-one = { $A } has rank 1: every row is a multiple of one row, so that { $A } is a column times a row.
sees-rank-one-plus = { $A } is a multiple of the identity matrix plus a matrix of rank 1, a column times a row.
rank-one-reason = Every vector { $x } with { $product } is only multiplied by { $value }, and { $u } is multiplied by { $other }. So { $value } is an eigenvalue of multiplicity { $count }, and { $other } is one of multiplicity 1.
rank-one-defective = Every vector { $x } with { $product } is only multiplied by { $value }, and { $u } is one of them. So { $value } is the only eigenvalue, of multiplicity { $total }.
sees-symmetric = { $A } is real and symmetric.
sees-hermitian = { $A } is Hermitian: it is equal to its conjugate transpose.
hermitian-reason = If { $v } is an eigenvector, then { $equation }. Each of the numbers { $left } and { $right } is its own conjugate, so it is real, and { $right } is not 0. So every eigenvalue is real. Eigenvectors of different eigenvalues are orthogonal.
expect-enough-vectors = Each eigenspace will have as many dimensions as the multiplicity of its eigenvalue, so { $A } is diagonalizable.
sees-skew-symmetric = { $A } is real and skew-symmetric.
sees-skew-hermitian = { $A } is skew-Hermitian: its conjugate transpose is its negative.
skew-reason = If { $v } is an eigenvector, then { $equation }. The conjugate of { $left } is its negative, and { $right } is real, so every eigenvalue has real part 0.
expect-zero-odd = The number of rows is odd, so 0 is an eigenvalue: non-zero eigenvalues of a real matrix with real part 0 come in conjugate pairs.
sees-orthogonal-matrix = The columns of { $A } are orthonormal: { $A } is an orthogonal matrix.
sees-unitary-matrix = The columns of { $A } are orthonormal: { $A } is a unitary matrix.
unitary-reason = It does not change the length of a vector, so every eigenvalue has modulus 1.
sees-stochastic-rows = No entry of { $A } is negative, and the entries of each row add up to 1: { $A } is a stochastic matrix.
sees-stochastic-columns = No entry of { $A } is negative, and the entries of each column add up to 1: { $A } is a stochastic matrix.
stochastic-reason-rows = So 1 is an eigenvalue. No eigenvalue has a modulus above 1, because the entries of the image of a vector are weighted means of the entries of the vector.
stochastic-reason-columns = So 1 is an eigenvalue of the transpose, and the transpose has the same characteristic polynomial as { $A }. No eigenvalue has a modulus above 1, because the transpose takes weighted means of the entries of a vector.
sees-row-sums = The entries of each row of { $A } add up to { $value }.
row-sums-reason = So { $value } is an eigenvalue, with the eigenvector { $vector }.
sees-column-sums = The entries of each column of { $A } add up to { $value }.
column-sums-reason = So { $value } is an eigenvalue of { $transpose }. A matrix and its transpose have the same characteristic polynomial, so { $value } is an eigenvalue of { $A } too.
sees-zero-row = { $line }, a row of { $A }, is zero.
sees-zero-column = { $line }, a column of { $A }, is zero.
sees-proportional-rows = Two rows of { $A } are proportional, { $one } and { $other }.
sees-proportional-columns = Two columns of { $A } are proportional, { $one } and { $other }.
singular-reason = So { $A } is not invertible, and 0 is an eigenvalue.
for-real = Let { $parameters } be real. { $what }

## Characteristic matrix

section-characteristic = Characteristic polynomial
eigenvalues-are-roots = The eigenvalues are the numbers for which { $shifted } is not invertible: those for which its determinant is 0.

## Determinant

determinant-of-two = A determinant with two rows is the product of the diagonal entries minus the product of the other two.
determinant-of-two-again = We compute the next determinant in the same way.
determinant-of-two-triangular = One of the entries off the diagonal is zero, so the determinant is the product of the diagonal entries.
determinant-triangular = The matrix is triangular. Its determinant is the product of the entries on its diagonal.
determinant-along-rows = In row { $number } only the diagonal entry is not zero. We expand the determinant along this row.
determinant-along-columns = In column { $number } only the diagonal entry is not zero. We expand the determinant along this column.
determinant-blocks = The matrix is block triangular. Its determinant is the product of the determinants of the diagonal blocks.
determinant-permuted = We take the rows in the order { $order }, and the columns in the same order. The two changes of sign cancel, so the determinant stays the same. Now the matrix is block triangular, and its determinant is the product of the determinants of the diagonal blocks.
determinant-add-columns = Before we expand, we look for a common factor. Adding multiples of columns to another column does not change the determinant: { $operations }. Now { $factor } is a factor of column { $number }. We take it out.
determinant-add-rows = Before we expand, we look for a common factor. Adding multiples of rows to another row does not change the determinant: { $operations }. Now { $factor } is a factor of row { $number }. We take it out.
determinant-add-all-columns = All rows of the matrix have the same sum. So we add the other columns to column { $number }: { $operations }. This does not change the determinant. Now { $factor } is a factor of column { $number }. We take it out.
determinant-add-all-rows = All columns of the matrix have the same sum. So we add the other rows to row { $number }: { $operations }. This does not change the determinant. Now { $factor } is a factor of row { $number }. We take it out.
determinant-clear-columns = The entry 1 that is left in column { $number } makes { $count ->
    [one] the other entry
   *[other] the other entries
  } of this column zero: { $operations }. Then we expand along column { $number }.
determinant-clear-rows = The entry 1 that is left in row { $number } makes { $count ->
    [one] the other entry
   *[other] the other entries
  } of this row zero: { $operations }. Then we expand along row { $number }.
determinant-expand-rows = We expand the determinant along row { $number }.
determinant-expand-columns = We expand the determinant along column { $number }.
determinant-expand-again = We expand each of these determinants along the row or column with the most zeros.
determinant-of-each = We compute the determinants with two rows, and multiply out.
multiplied-out = Multiplied out, it is the following polynomial.
multiply-out = We multiply out and collect the powers of { $variable }.
determinant-by-traces = It would take long to expand this determinant. We find the coefficients of { $polynomial } from traces instead, by the method of Faddeev and LeVerrier. Each matrix is computed from the one before.
traces-end = The matrix { $last } is a multiple of the identity matrix, as it must be. The coefficients { $coefficients } give the determinant.
check-coefficients = As a check: the coefficient of { $power } must be { $trace }, and the constant term must be { $determinant }.
check-trace = As a check: the coefficient of { $power } must be { $trace }.
check-coefficients-3 = As a check: let { $sum } be the sum of the three principal minors with two rows. The coefficient of { $power } must be { $trace }, the coefficient of { $variable } must be { $minors }, and the constant term must be { $determinant }.
polynomial-computed = The matrix is too large for a computation by hand. Its characteristic polynomial was found by machine: { $determinant } is { $polynomial }. It was checked by determinants of numbers, at more values of the variable than its degree.

## Factoring

clear-denominators = First we take a number out of { $polynomial }, so that integers are left.
take-out-power = The power { $power } is a common factor of all terms of { $polynomial }.
two-numbers = To factor { $polynomial }, we look for two numbers with sum { $sum } and product { $product }. They are { $first } and { $second }.
difference-of-squares = The polynomial { $polynomial } is a difference of squares.
perfect-square = The polynomial { $polynomial } is a perfect square.
perfect-power = The polynomial { $polynomial } is a power.
use-formula = For { $polynomial } we use the quadratic formula. We compute the discriminant first.
pure-quadratic = The roots of { $polynomial } are the solutions of { $equation }.
discriminant-square = The discriminant { $discriminant } is the square of { $root }, so there are two rational roots.
discriminant-negative = The discriminant { $discriminant } is negative, so there are two complex conjugate roots, and no real ones.
discriminant-not-square = The discriminant { $discriminant } is positive, but not the square of a rational number. So there are two real roots, which are irrational.
discriminant-other = The discriminant { $discriminant } is not a square in the field of the entries. So the roots are not in this field.
square-negative = The number { $square } is negative, so there are two complex conjugate roots, and no real ones.
square-not-square = The number { $square } is positive, but not the square of a rational number. So there are two real roots, which are irrational.
square-other = The right-hand side { $square } is not a square in the field of the entries. So the roots are not in this field.
so-it-splits = These roots give the factors.
substitute-square = Only even powers occur in { $polynomial }, so we substitute { $substitution }. The polynomial { $quadratic } has the roots { $first } and { $second }.
look-for-roots = We look for a rational root of { $polynomial }.
look-for-roots-in-field = We look for a root of { $polynomial } among the numbers that the entries of the matrix generate.
root-candidates = Its numerator divides the constant term and its denominator divides the leading coefficient, so it is one of { $candidates }.
root-trials = { $count ->
    [one] The number { $numbers } gives { $values }, so it is no root.
   *[other] The numbers { $numbers } give { $values }, so they are no roots.
  }
root-is-known = We saw at first sight that { $root } is an eigenvalue, so it is a root of { $polynomial }.
root-put-in = We put in { $equation }:
root-found = We try { $equation }:
root-divide = This is zero. So we divide by { $factor }:
no-roots-but-splits = The polynomial { $polynomial } has no root in the field of the entries, but it is a product. Multiplying out proves it.
irreducible-cubic = A rational root of { $polynomial } could only be one of { $candidates }, and none of these is a root. A polynomial of degree three without rational roots is irreducible over the rational numbers.
irreducible-rational = The polynomial { $polynomial } is irreducible over the rational numbers.
irreducible = The polynomial { $polynomial } is irreducible over the field of the entries.
factored-form = So the characteristic polynomial has these factors.
factored-by-machine = Its factors were found by machine, too. Multiplying out proves them.

## Eigenvalues

section-eigenvalues = Eigenvalues
read-off-eigenvalues = { $count ->
    [one] The characteristic polynomial has one root.
   *[other] The roots of the characteristic polynomial are the eigenvalues.
  }
roots-together = { $count ->
    [one] { $names } is the root of { $polynomial }.
   *[other] { $names } are the roots of { $polynomial }. We will compute with all of them at once.
  }
how-many-real = { $other ->
    [0] All of them are real.
   *[other] { $real ->
        [0] None of them is real.
        [one] One of them is real.
       *[other] { $number } of them are real.
      }
  }
algebraic-multiplicity = { $count ->
    [one] The algebraic multiplicity of { $names } is { $number }, the exponent of its factor.
   *[other] The algebraic multiplicity of each of { $names } is { $number }, the exponent of their factor.
  }
eigenvalue-as-seen = { $count ->
    [one] The eigenvalue { $values } is among them, as we saw at first sight.
   *[other] The eigenvalues { $values } are among them, as we saw at first sight.
  }
all-simple = They are all different, so each has algebraic multiplicity 1.
all-simple-in-general = In general they are all different, so each has algebraic multiplicity 1.
check-trace-and-determinant = The sum of the eigenvalues must be the trace, and their product the determinant:

## Row reduction and eigenspaces

eigenvectors-solve = The eigenvectors for { $eigenvalue } are the non-zero solutions of { $equation }.
lambda-is-any-root = { $count ->
    [one] Let { $variable } stand for { $names }, the root of { $polynomial }. So we may use { $power }.
   *[other] Let { $variable } stand for any of { $names }, the roots of { $polynomial }. So we may use { $power }, and need only one computation for all of them.
  }
reduces-to = Row operations bring { $shifted } to reduced form.
reduce-again = We bring { $shifted } to reduced form.
reduce-by-rows = Row operations do not change the solutions. We use them to bring { $shifted } to reduced form.
diagonal-system = This matrix is diagonal, so each row is an equation for one unknown. Where the diagonal entry is not 0, the unknown is 0.
already-reduced = This matrix is already in reduced form.
shifted-is-zero = This is the zero matrix, so every vector is a solution.
zero-row-had-to-appear = A zero row had to appear, since the determinant of { $shifted } is 0.
pivots-assumed = { $count ->
    [one] A pivot, and a number that we divide or multiply a row by, must not be 0. So we assume that { $conditions }.
   *[other] Pivots, and numbers that we divide or multiply a row by, must not be 0. So we assume that { $conditions }.
  }
rows-scale = First we clear denominators and take common factors out of the rows.
rows-combine = We combine two rows to make a simpler pivot in column { $column }.
rows-swap = The entry { $pivot } of row { $row } is the best pivot for column { $column }. We bring it up to row { $to }.
rows-unit = We multiply row { $row } so that its pivot { $pivot } becomes a simpler number.
rows-below = With the pivot { $pivot } of row { $row } we clear column { $column } below it.
rows-above = With the pivot { $pivot } of row { $row } we clear column { $column } above it.
rows-sign = At last we make the pivots positive and take out common factors.
rows-say = { $count ->
    [one] The row that is not zero is an equation:
   *[other] The rows that are not zero are equations:
  }
no-equation-is-left = No equation is left.
free-unknowns = { $count ->
    [one] The column without a pivot belongs to a free unknown. We set { $values }. All solutions are:
   *[other] The columns without a pivot belong to free unknowns. We set { $values }. All solutions are:
  }
choose-against-fractions = The choice { $values } avoids fractions and gives { $vector }.
choose-one-by-one = We let one of { $parameters } be 1 and the others 0, each in turn, and get { $vectors }.
choose-parameters = The choice { $values } gives { $vector }.
choose-for-chains = We choose a basis from which we can go on to the Jordan chains. Each vector has the number of its column in { $P }.
dimension-by-rank = The dimension of the eigenspace is the number of unknowns minus the rank: { $dimension }.
dimension-of-simple = It had to be 1, since { $value } is a simple root of the characteristic polynomial.
dimension-is-largest = It can be at most the algebraic multiplicity, { $multiplicity }. Here it is as large as that.
dimension-is-smaller = It had to be at least 1 and at most the algebraic multiplicity, { $multiplicity }. Here it is smaller than the multiplicity.
vectors-are-independent = The { $number } vectors are linearly independent.
independent-by-choice = The { $number } vectors are linearly independent, because the values chosen for { $parameters } are.
basis-consists-of = { $count ->
    [one] So { $vectors } alone is a basis of the eigenspace.
   *[other] So { $vectors } are a basis of the eigenspace.
  }
vectors-are-long = { $count ->
    [one] The vector { $vectors } is too long to be written out here. It was checked by multiplying.
   *[other] The vectors { $vectors } are too long to be written out here. They were checked by multiplying.
  }
basis-is = So a basis of the eigenspace is { $vectors }.
check-by-multiplying = We check by multiplying:
long-elimination = The numbers in the row operations for the eigenvalue { $value } become too long to write out. We give the result and check it.
large-elimination = The matrix is too large to write out the row operations for the eigenvalue { $value }. We give the result and check it.

## Conjugates

conjugate-complex = The matrix { $A } has real entries. If { $A } times a vector is { $first } times the vector, then the same is true of the complex conjugates. So there is nothing new to compute for { $value }.
conjugate-root = The computation for { $first } used nothing about { $root } but its square. So it remains true with the other sign of this root, which turns { $first } into { $value }.
conjugate-root-over = The computation for { $first } used nothing about { $root } but its square. So it remains true when { $root } changes its sign and the entries of { $A } stay the same, which turns { $first } into { $value }.
conjugate-basis-is = { $count ->
    [one] The replacement { $replacement } gives the eigenvector { $vectors }.
   *[other] The replacement { $replacement } gives the eigenvectors { $vectors }.
  }

## Headings

section-eigenvectors = Eigenvectors for { $equation }
section-orthonormal = Orthonormal eigenvectors
section-orthogonal-form = Orthogonal diagonalization

## Diagonalizability

section-diagonalizable = Is there a basis of eigenvectors?
count-eigenvectors = We need { $n } independent eigenvectors, and there are as many as the dimensions of the eigenspaces add up to.
diagonalizable-distinct = { $count ->
    [one] One eigenvector is a basis: { $A } is diagonalizable.
   *[other] We need { $n } independent eigenvectors. Eigenvectors of different eigenvalues are independent, and here { $n } eigenvalues are different. So { $A } is diagonalizable.
  }
diagonalizable = Eigenvectors of different eigenvalues are independent, so together they form a basis: { $A } is diagonalizable.
defective = { $count ->
    [one] For { $eigenvalues } the dimension { $geometric } is less than the algebraic multiplicity { $algebraic }.
   *[other] For each of { $eigenvalues } the dimension { $geometric } is less than the algebraic multiplicity { $algebraic }.
  }
not-diagonalizable = There are too few eigenvectors for a basis: { $A } is not diagonalizable. We look for Jordan chains.

## Chains

section-chains = Jordan chains for { $equation }
ranks-of-powers = The ranks of the powers of { $difference } tell the sizes of the Jordan blocks: from each power to the next the rank falls by the number of blocks whose size is at least the new exponent.
rank-falls = From { $n }, the rank of the zeroth power, it falls by { $falls }.
block-sizes = { $count ->
    [one] So there is one block, of size { $sizes }.
   *[other] So there are { $number } blocks, of sizes { $sizes }.
  }
chain-is-complete = This chain is complete, since it has as many vectors as the block is large.
chain-from-top = We start at the top of the chain, with a vector that { $power } does not take to 0, and multiply by { $difference } until an eigenvector is reached.
chain-from-top-again = For the next chain, of length { $number }, we start with another vector, which we choose so that the eigenvectors at the ends of the chains are independent.
chains-of-one = { $count ->
    [one] The eigenvector { $vectors } is a chain of its own, for a block of size 1.
   *[other] Each of the eigenvectors { $vectors } is a chain of its own, for a block of size 1.
  }
chains-are-independent = The eigenvectors at the ends of the chains are independent, so all vectors of the chains are.
chain-by-conjugation = As for the eigenvectors, the same replacement gives the chain of this eigenvalue.
chain-by-machine = The matrix is too large to write out the row operations. We give the chain and check it.
augmented-system = To find the next vector of the chain we solve { $equation }. We reduce the matrix with { $known } as its last column.
same-operations = The row operations are the same as for the eigenvectors, now with one more column:
chain-solutions = One solution, and all others by adding multiples of the eigenvector:
chain-choice = We choose { $vector }. It is a generalized eigenvector, but no eigenvector, since the right-hand side of the equation is not 0.

## Gram–Schmidt

across-first = Eigenvectors of different eigenvalues are orthogonal already.
across-reason = Let { $pair } with { $unequal }. Since { $symmetric }, the matrix may change sides in an inner product:
across-conclusion = Since { $unequal }, this is possible only if { $orthogonal }. So only vectors inside one eigenspace have to be made orthogonal.
across-example = For example:

gram-schmidt-why = The eigenspace of { $value } has dimension { $count }. The vectors of its basis need not be orthogonal, so we use the Gram–Schmidt process, and leave the lengths for later.
gram-schmidt-result = The Gram–Schmidt process gives orthogonal vectors:
gram-schmidt-start = We keep the first vector:
gram-schmidt-kept = { $vector } is orthogonal to { $before } already, so we keep it:
gram-schmidt-project = { $count ->
    [one] From { $vector } we subtract its projection onto { $before }, which is { $before } times
   *[other] From { $vector } we subtract its projections onto { $before }, which are these vectors times
  }
gram-schmidt-so = So the next vector is
gram-schmidt-rest = What is left, { $part }, is orthogonal to { $before }.
gram-schmidt-cleared = A multiple of it will do as well. We take { $multiple } times it, which has no common factors or fractions and a positive first entry:
gram-schmidt-multiple = A multiple of it will do as well. We take { $multiple } times it:
gram-schmidt-shorter = A multiple of it will do as well, so we clear fractions and take out common factors:
gram-schmidt-check = { $count ->
    [one] The inner product shows that the vectors are orthogonal:
   *[other] The inner products show that the vectors are orthogonal:
  }
choose-whole-lengths = In the eigenspace of { $value } we choose an orthogonal basis whose vectors have whole numbers as lengths.
choose-orthogonal = In the eigenspace of { $value } we choose this orthogonal basis.
orthogonal-choice-check = They are eigenvectors, and they are orthogonal:
normalise-why = { $count ->
    [one] We divide the eigenvector of { $value } by its length, the square root of its inner product with itself:
   *[other] We divide the orthogonal eigenvectors of { $value } by their lengths, the square roots of their inner products with themselves:
  }
normalise-again = In the same way we find unit vectors for { $value }:
put-together-orthogonal = The columns of { $Q } are the unit vectors, and the diagonal of { $D } holds the eigenvalues in the same order.
columns-orthonormal = The columns of { $Q } are orthogonal to each other and have length 1:
columns-eigenvectors = Each column of { $Q } is an eigenvector of { $A }, for the entry of { $D } in the same column:
orthogonal-inverse = So { $inverse }, and { $product }.
orthogonal-in-order = The columns of { $Q } are the unit eigenvectors of the eigenvalues { $order }, in this order, and { $D } has these eigenvalues on its diagonal.

is-positive-definite = All eigenvalues are positive, so { $A } is positive definite.
is-negative-definite = All eigenvalues are negative, so { $A } is negative definite.
is-positive-semidefinite = No eigenvalue is negative, and 0 is one of them. So { $A } is positive semidefinite, but not positive definite.
is-negative-semidefinite = No eigenvalue is positive, and 0 is one of them. So { $A } is negative semidefinite, but not negative definite.
is-zero = All eigenvalues are 0, so { $A } is the zero matrix: positive semidefinite and negative semidefinite.
is-indefinite = There are positive and negative eigenvalues, so { $A } is indefinite.

section-definiteness = Signs of the eigenvalues
section-minors = A second way: leading minors
why-minors = By Sylvester's criterion the determinants of the upper left corners decide about definiteness, without the eigenvalues:
minors-positive = All of them are positive, so { $A } is positive definite.
minors-negative = Their signs alternate, the first one negative, so { $A } is negative definite.

## Gershgorin discs

section-discs-rows = Discs of the rows
section-discs-columns = Discs of the columns
section-unions = What they say
why-discs-rows = Around each diagonal entry we draw a disc whose radius is the sum of the absolute values of the other entries of its row. Every eigenvalue lies in one of these discs: let { $entry } be an entry of an eigenvector with the largest absolute value. In the equation of its row the other terms add up to at most the radius times the absolute value of { $entry }, so the eigenvalue lies in the disc of this row.
why-discs-columns = The transpose has the same eigenvalues, so the same is true with the columns:
disc-center = centre { $center }
disc-radius = radius { $radius }
discs-together = All discs are connected with each other, so together they contain all eigenvalues.
discs-apart = No two of the discs meet. So each of them contains exactly one eigenvalue.
union-of-one = The disc { $number } meets no other one. So it contains exactly one eigenvalue.
union-of-many = The discs { $numbers } are connected with each other, and no other one meets them. Together they contain exactly { $count } eigenvalues, counted with multiplicity.
unions-of-rows = The rows tell this.
unions-of-columns = The columns tell this.
invertible-by-discs = No disc contains 0, so 0 is no eigenvalue and { $A } is invertible.

## Assembly

section-diagonalization = Diagonalization
section-jordan-form = Jordan form
put-together = The columns of { $P } are the eigenvectors, and the diagonal of { $form } holds the eigenvalues in the same order.
put-together-jordan = The columns of { $P } are the chains, the eigenvector first in each, and { $form } has the Jordan blocks in the same order.
check-assembly = The determinant of { $P } is not 0, so { $P } is invertible. Both products are the same:
with-inverse = With the inverse of { $P } this is a factorization:
columns-in-order = The columns of { $P } belong to the eigenvalues { $order }, in this order, and so does the diagonal of { $form }. The equation of each column was checked above.
roots-are-put-in = In the vectors that were found with { $variable }, each of its values is put in.

## Functions of a matrix

section-power = The power
section-inverse = The inverse
section-exponential = The exponential
why-power = The matrix is { $factorization }. If such factors are multiplied, each { $inverse } meets a { $P } and they cancel. What is left is { $equation }. We need { $inverse }:
why-inverse = The matrix is { $factorization }, and the inverse of a product is the product of the inverses in the opposite order: { $equation }. We need { $inverse }:
why-exponential = The matrix is { $factorization }. In each term of the exponential series the inner factors { $inverse } and { $P } cancel, so { $equation }. We need { $inverse }:
form-diagonal-power = The power of a diagonal matrix has the powers of its entries on the diagonal:
form-diagonal-inverse = The inverse of a diagonal matrix has the inverses of its entries on the diagonal:
form-diagonal-exponential = The exponential of a diagonal matrix has the exponentials of its entries on the diagonal:
form-blocks-power = The power of a Jordan block with { $value } on the diagonal has { $entry } on its diagonal, and on the diagonals above it, in this order, { $above }:
form-blocks-inverse = The inverse of a Jordan block with { $value } on the diagonal has { $entry } on its diagonal, and on the diagonals above it, in this order, { $above }:
form-blocks-exponential = The exponential of a Jordan block with { $value } on the diagonal has { $entry } on its diagonal, and on the diagonals above it, in this order, { $above }:
kronecker-delta = Here { $delta } is 1 if { $condition } and 0 otherwise. This is what the powers in a block become for the eigenvalue 0, since the zeroth power of every number is 1.
euler-power = Complex eigenvalues in polar form, by de Moivre's formula:
euler-exponential = For complex eigenvalues we use Euler's formula:
function-multiplied-out = Multiplied out, this is the result:
sample-power = For { $first } this is the identity matrix, and for { $second } it is { $A }.
sample-exponential = For { $first } this is the identity matrix, as it has to be.
projection-of-one = For { $value } let { $Z } be the projection onto the eigenvectors, or the generalised ones, along those of all other eigenvalues:
projection-of-roots = For each of the eigenvalues { $values } let { $Z } be the projection onto its eigenvectors, or the generalised ones, along those of all others. It is the same matrix for all of them, with the eigenvalue in the place of { $variable }, and we call it { $names } there:
projection-checked = It commutes with { $A }, it is its own square, and its trace is the multiplicity { $number }.
sum-power = All projections together are the identity matrix, and each projection is multiplied by the power of its eigenvalue:
sum-inverse = All projections together are the identity matrix, and each projection is multiplied by the inverse of its eigenvalue:
sum-exponential = All projections together are the identity matrix, and each projection is multiplied by the exponential that belongs to its eigenvalue:

## Conditions

section-conditions = What was assumed
assumed-nonzero = { $count ->
    [one] This expression must not be 0. We took it as a pivot, multiplied or divided by it, or needed it for independent vectors.
   *[other] These expressions must not be 0. We took them as pivots, multiplied or divided by them, or needed them for independent vectors.
  }
nothing-assumed = The solution holds for all values of { $names }.
condition-real = The expression { $expression } was taken to be real.
condition-separable = The roots of { $expression } were taken to be different.
condition-invertible = The matrix of the coefficients of all vectors was taken to be invertible.
other-values = For other values of { $names } put them into the matrix and solve again.
still-other-values = For values of { $names } that are treated neither here nor below, put them into the matrix and solve again.
special-case-diagonalizable = For { $value } the matrix is { $A } below. It is diagonalizable, with { $P } and { $form }.
special-case-defective = For { $value } the matrix is { $A } below. It is not diagonalizable. It has the Jordan form { $form }, with the chains in { $P }.
special-case-assumes = Here we assume again that { $conditions }.

## Conclusion

section-conclusion = Answer
answer-empty = A matrix without rows has no eigenvalues.
answer-eigenvalues = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }.
   *[other] The eigenvalues of { $A } are { $eigenvalues }.
  }
answer-eigenvectors = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }. A basis of its eigenspace was found above.
   *[other] The eigenvalues of { $A } are { $eigenvalues }. A basis of each eigenspace was found above.
  }
answer-diagonalize = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }.
   *[other] The eigenvalues of { $A } are { $eigenvalues }.
  } { $A } is diagonalizable: { $factorization }, with eigenvectors as the columns of { $P }.
answer-jordan = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }.
   *[other] The eigenvalues of { $A } are { $eigenvalues }.
  } { $A } is not diagonalizable. It has the Jordan form { $J }: { $factorization }, with Jordan chains as the columns of { $P }.
answer-orthogonal = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }.
   *[other] The eigenvalues of { $A } are { $eigenvalues }.
  } We have { $factorization }, with orthonormal eigenvectors as the columns of { $Q }.
answer-is-positive-definite = { $A } is positive definite.
answer-is-negative-definite = { $A } is negative definite.
answer-is-positive-semidefinite = { $A } is positive semidefinite, but not positive definite.
answer-is-negative-semidefinite = { $A } is negative semidefinite, but not negative definite.
answer-is-indefinite = { $A } is indefinite.
answer-is-zero = { $A } is positive semidefinite and negative semidefinite.
answer-discs = Every eigenvalue of { $A } lies in one of the discs of the rows, and in one of those of the columns.
answer-interval = The eigenvalues of { $A } are real, because it is its own conjugate transpose, and all of them lie between { $least } and { $greatest }.
answer-gershgorin = All eigenvalues of { $A } have real parts from { $least } to { $greatest }.
answer-power = This is the power of { $A }:
answer-inverse = This is the inverse of { $A }:
answer-exponential = This is the exponential of { $A }:
answer-empty-function = It is the matrix without rows again.
with-multiplicity = { $value } (multiplicity { $number })
each-with-multiplicity = { $values } (multiplicity { $number } each)
the-roots = { $count ->
    [one] the root { $names } of { $polynomial }
   *[other] the roots { $names } of { $polynomial }
  }
freedom-multiples = Each eigenvector may be replaced by any multiple of it that is not 0.
freedom-bases = Inside an eigenspace any other basis would do.
freedom-order-of-columns = The columns may stand in another order, if the eigenvalues change places with them.
freedom-chains = Each chain may be multiplied by a number that is not 0, and an eigenvector for the same eigenvalue may be added to the last vector of a longer chain.
freedom-order-of-blocks = The blocks may stand in another order, if the chains change places with them.
freedom-signs = The sign of each column may be changed.
freedom-rotations = Inside an eigenspace any other orthonormal basis would do.

## Notation

row-letter = R
column-letter = C

## Renderers

# The language as babel, LaTeX's package, calls it, and LaTeX's font encoding for it.
tex-language = english
tex-font-encoding = T1

digits-in-all = { $count } digits

wide-formula = Formula, scrolls sideways

## Brief telling

over-field = over { $field }
floats-read-as-decimal = Floats were read as the decimals that they print as: 0.1 is 1/10.
floats-read-as-binary = Floats were read as the exact values of their bits.
is-irreducible = irreducible
irreducible-factor = the irreducible factor of degree { $degree }
minimal-polynomial = Minimal polynomial

no-eigenvalues = There are no eigenvalues.
spectrum-none = Eigenvalues
spectrum-eigenvectors = Eigenvalues and eigenvectors
spectrum-chains = Eigenvalues and Jordan chains
spectrum-orthogonal = Eigenvalues and orthogonal eigenvectors
spectrum-with-arrow = Eigenvalues and Jordan chains, where { $arrow } is multiplication by { $difference }
arrow-multiplies = { $arrow } is multiplication by { $difference }
multiplicity = multiplicity { $algebraic }
multiplicities = algebraic multiplicity { $algebraic }, geometric { $geometric }
roots-of = { $names } are the roots of { $polynomial }
real-among = { $other ->
    [0] { $count ->
        [2] both real
       *[other] all real
      }
   *[other] { $real ->
        [0] none of them real
        [1] one of them real
       *[other] { $real } of them real
      }
  }
each-of-multiplicity = each of { $multiplicity }
and-more = and { $count } more

for-each-root = for each root { $variable }
eigenvectors-listed = { $count ->
    [one] eigenvector { $vectors }
   *[other] eigenvectors { $vectors }
  }
chains-listed = { $count ->
    [one] chain { $chains }
   *[other] chains { $chains }
  }
of-length = { $vector } of length { $length }
vectors-of = vectors of { $extent }
vector-or-vectors-of = { $count ->
    [one] vector of { $extent }
   *[other] vectors of { $extent }
  }
entries-numbers = { $entries } entries
entries-numbers-of-digits = { $entries } entries of up to { $digits } digits
entries-polynomials = { $entries } entries, polynomials in { $variable } of degree { $degree }
entries-polynomials-of-digits = { $entries } entries, polynomials in { $variable } of degree { $degree }, their coefficients of up to { $digits } digits

too-few-eigenvectors = Not diagonalizable: { $count ->
    [one] { $eigenvalues }
   *[other] each of { $eigenvalues }
  } has algebraic multiplicity { $algebraic } but only { $geometric ->
    [one] 1 independent eigenvector
   *[other] { $geometric } independent eigenvectors
  }.
decomposition-diagonal = Diagonalization
decomposition-jordan = Jordan form
decomposition-orthogonal = Orthogonal diagonalization
decomposition-unitary = Unitary diagonalization
decomposition-rational = Rational canonical form
diagonal-matrix-of = { $D } is the diagonal matrix of { $eigenvalues }
columns-are-eigenvectors = { $diagonal }, and the columns of { $P } are their eigenvectors, in this order.
columns-are-unit-eigenvectors = { $diagonal }, and the columns of { $P } are their eigenvectors, divided by their lengths, in this order.
columns-are-chains = { $J } has the Jordan blocks of { $eigenvalues }, in this order, and the columns of { $P } are their chains.

holds-where = Holds where { $conditions }.
must-be-real = { $expression } is real
must-be-separable = the roots of { $expression } are distinct
must-be-invertible = the { $rows }{ $times }{ $columns } matrix of chain coefficients is invertible
proved = Proved: { $statements }
all-eigenvalues = all eigenvalues
their-multiplicities = their multiplicities
is-invertible = { $P } invertible
shortened = Shortened for reading: --format json has everything.
