# The words of worked solutions in English. Mathematics stands in placeables, { $matrix }; docs/how-to/translate.md says more.

## Titles and tasks

title-auto = Eigenvalues, eigenvectors and the simplest form
title-eigenvalues = Eigenvalues
title-eigenvectors = Eigenvalues and eigenvectors
title-diagonalize = Diagonalization
title-jordan = Jordan form
title-orthogonal = Orthogonal diagonalization

section-task = Problem
task-auto = Find the eigenvalues and eigenvectors of the matrix, and diagonalize it if that is possible; otherwise find its Jordan form.
task-eigenvalues = Find the eigenvalues of the matrix.
task-eigenvectors = Find the eigenvalues of the matrix and a basis of each eigenspace.
task-diagonalize = Diagonalize the matrix.
task-jordan = Find the Jordan form of the matrix, and a matrix that brings it to this form.
task-orthogonal = Diagonalize the matrix by an orthonormal basis of eigenvectors.

## Statement

read-as-decimal = Decimals were read as the fractions that they print as: 0.1 is 1/10.
read-as-binary = Decimals were read as the exact values of their bits.
has-parameters = { $count ->
    [one] The letter { $parameters } is a parameter; what is assumed about it is said at the end.
   *[other] The letters { $parameters } are parameters; what is assumed about them is said at the end.
  }

## Shortcuts

## Characteristic matrix

section-characteristic = Characteristic polynomial
eigenvalues-are-roots = The eigenvalues are the numbers for which { $shifted } is not invertible: those for which its determinant is 0.

## Determinant

## Factoring

## Eigenvalues

section-eigenvalues = Eigenvalues
read-off-eigenvalues = { $count ->
    [one] The characteristic polynomial has one root.
   *[other] The roots of the characteristic polynomial are the eigenvalues.
  }
roots-together = { $count ->
    [one] { $names } is the root of { $polynomial }.
   *[other] { $names } are the roots of { $polynomial }; no roots in radicals are needed, and we compute with all of them at once.
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
    [one] { $names } is a root { $number } times: its algebraic multiplicity is { $number }.
   *[other] { $names } are roots { $number } times each: their algebraic multiplicity is { $number }.
  }
all-simple = { $count ->
    [one] It is a simple root.
   *[other] They are all different, so each has algebraic multiplicity 1.
  }
check-trace-and-determinant = The sum of the eigenvalues must be the trace, and their product the determinant:

## Row reduction and eigenspaces

## Conjugates

## Diagonalizability

section-diagonalizable = Is there a basis of eigenvectors?
count-eigenvectors = We need { $n } independent eigenvectors, and there are as many as the dimensions of the eigenspaces add up to.
diagonalizable-distinct = The { $n } eigenvalues are different, so their eigenvectors are independent: { $A } is diagonalizable.
diagonalizable = Eigenvectors of different eigenvalues are independent, so together they form a basis: { $A } is diagonalizable.
defective = { $count ->
    [one] For { $eigenvalues } the dimension { $geometric } is less than the algebraic multiplicity { $algebraic }.
   *[other] For each of { $eigenvalues } the dimension { $geometric } is less than the algebraic multiplicity { $algebraic }.
  }
not-diagonalizable = There are too few eigenvectors for a basis: { $A } is not diagonalizable. We look for Jordan chains.

## Chains

section-chains = Jordan chains for { $equation }
ranks-of-powers = The ranks of the powers of { $difference } tell the sizes of the Jordan blocks: from each power to the next the rank falls by the number of blocks whose size is at least the new exponent.
block-sizes = { $count ->
    [one] So there is one block, of size { $sizes }.
   *[other] So there are { $number } blocks, of sizes { $sizes }.
  }
chain-from-eigenvector = We start with { $eigenvector } and solve { $equation } for each next vector of the chain.
chain-from-top = We start at the top of the chain, with a vector that { $power } does not take to 0, and multiply by { $difference }.
chain-freedom = The chain has { $number } vectors. Any multiple of { $eigenvector } could be added to { $top }, and the whole chain could be scaled.

## Gram–Schmidt

## Assembly

section-diagonalization = Diagonalization
section-jordan-form = Jordan form
put-together = The columns of { $P } are the eigenvectors, and the diagonal of { $form } holds the eigenvalues in the same order.
put-together-jordan = The columns of { $P } are the chains, the eigenvector first in each, and { $form } has the Jordan blocks in the same order.
check-assembly = { $P } is invertible, and both ways of multiplying agree:
with-inverse = With the inverse of { $P } this is a factorization:
columns-in-order = The columns of { $P } belong to the eigenvalues { $order }, in this order, and so do the blocks of { $form }. The equations of each column were checked above.

## Conditions

section-conditions = What was assumed
assumed-nonzero = { $count ->
    [one] This expression must not be 0; it was divided by, or the vectors would be dependent.
   *[other] These expressions must not be 0; they were divided by, or the vectors would be dependent.
  }
nothing-assumed = The solution holds for all values of { $names }.
condition-real = The expression { $expression } was taken to be real.
condition-separable = The roots of { $expression } were taken to be different.
condition-invertible = The matrix of the coefficients of all vectors was taken to be invertible.
other-values = For other values of { $names } put them into the matrix and solve again.

## Conclusion

section-conclusion = Answer
answer-eigenvalues = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }.
   *[other] The eigenvalues of { $A } are { $eigenvalues }.
  }
answer-eigenvectors = { $count ->
    [one] The only eigenvalue of { $A } is { $eigenvalues }, with the eigenvectors found above.
   *[other] The eigenvalues of { $A } are { $eigenvalues }, with the eigenvectors found above.
  }
answer-diagonalize = { $A } is diagonalizable, with the { $P } and { $D } above.
answer-jordan = { $A } is not diagonalizable; its Jordan form is the { $J } above.
answer-orthogonal = { $Q } and { $D } above diagonalize { $A } with orthonormal eigenvectors.
freedom-multiples = Each eigenvector may be replaced by any multiple of it that is not 0.
freedom-bases = Inside an eigenspace any other basis would do.
freedom-order-of-columns = The columns may stand in another order, if the eigenvalues change places with them.
freedom-chains = Each chain may be scaled as a whole, and an eigenvector added to its later vectors.
freedom-order-of-blocks = The blocks may stand in another order, if the chains change places with them.
freedom-signs = The sign of each column may be changed.
freedom-rotations = Inside an eigenspace any other orthonormal basis would do.

## Notation

## Renderers

wide-formula = Formula, scrolls sideways
