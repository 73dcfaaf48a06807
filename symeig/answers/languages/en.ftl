# What is said of answers, in English. Of each mistake there are two messages: a hint that does not give the answer away,
# and one that says what is what. docs/how-to/translate.md says more about these files.

## Verdicts

verdict-correct = Correct.
verdict-partial = Partly correct.
verdict-incorrect = Not correct.
verdict-invalid = This cannot be read. It does not count as an attempt.
verdict-missing = There is no answer.

## Eigenvalues

mistake-root-sign = Look at the signs: which number makes the factor zero?
mistake-root-sign-full = These are the negatives of the eigenvalues: λ − a is zero at a, and λ + a at −a. The eigenvalues add up to the trace, { $trace }.
mistake-diagonal = When can eigenvalues be read off the diagonal?
mistake-diagonal-full = Reading the diagonal works for triangular matrices alone. Find the zeros of det(A − λI).
mistake-row-reduced = Do row operations keep eigenvalues?
mistake-row-reduced-full = Row operations change eigenvalues. Subtract λ on the diagonal of the original matrix first, and then compute det(A − λI).
mistake-pivots = Are pivots eigenvalues?
mistake-pivots-full = These are the pivots of an elimination. Their product is the determinant, { $determinant }, but elimination changes eigenvalues.
mistake-trace-det = What role do trace and determinant play in the characteristic polynomial?
mistake-trace-det-full = { $trace } and { $determinant } are the trace and the determinant. The eigenvalues are the zeros of { $polynomial }.
mistake-det-minus-lambda = Where does λ have to be subtracted, and when?
mistake-det-minus-lambda-full = This is det(A), or det(A) − λ. Subtract λ from every entry on the diagonal first, and take the determinant then.
mistake-missing-identity = From which entries is λ subtracted in A − λI?
mistake-missing-identity-full = λ was subtracted from every entry. In A − λI it is subtracted on the diagonal alone, because I is zero elsewhere.
mistake-det-sign = Check the determinant of a 2×2 matrix.
mistake-det-sign-full = The determinant is ad − bc, with a minus sign: here it is { $determinant }.
mistake-inverse = Of which matrix are these the eigenvalues?
mistake-inverse-full = These are the reciprocals: the eigenvalues of the inverse.
mistake-power = Of which matrix are these the eigenvalues?
mistake-power-full = These are the squares: the eigenvalues of A².
mistake-singular-values = Which matrix has these numbers to do with?
mistake-singular-values-full = These are singular values: square roots of the eigenvalues of AᵀA. Those of A are zeros of { $polynomial }.
mistake-multiplicity-missing = Does every eigenvalue count once?
mistake-multiplicity-missing-full = The values are right. Give each as often as it is a zero of { $polynomial }.
mistake-multiplicity-wrong = The values are right. How often does each count?
mistake-multiplicity-wrong-full = The values are right, but not how often each counts: factor { $polynomial }.
mistake-order = In which order are they asked for?
mistake-order-full = The values are right, and asked for in another order.
mistake-conjugate-missing = The matrix is real. What does that say about eigenvalues that are not?
mistake-conjugate-missing-full = Eigenvalues of a real matrix that are not real come in conjugate pairs.
mistake-zero-eigenvalue = Is the matrix invertible?
mistake-zero-eigenvalue-full = The matrix is singular, so 0 is an eigenvalue. It is the zero vector that cannot be an eigenvector.
mistake-missing = How many eigenvalues are there, with multiplicity?
mistake-missing-full = There are as many eigenvalues as rows, counted with multiplicity: { $n }. They add up to the trace, { $trace }.
mistake-too-many = How many eigenvalues can there be?
mistake-too-many-full = There are as many eigenvalues as rows, counted with multiplicity: { $n }.
mistake-field = Which numbers are allowed as eigenvalues here?
mistake-field-full = Over the complex numbers every matrix has eigenvalues; over the real numbers those that are not real do not count.
mistake-rounded = Give the exact value.
mistake-rounded-full = This is right up to rounding. Give the exact value, with roots and fractions.
mistake-follow-through = This follows from your earlier answer. Check that one.
mistake-follow-through-full = This is consistent with your earlier answer, so the method is right; the slip was made before.
mistake-a-equals-lambda = Is A a number in Ax = λx?
mistake-a-equals-lambda-full = Ax = λx does not say that A = λ: the vector x cannot be cancelled. λ is a number for which A − λI has no inverse.

## Characteristic polynomial

mistake-convention = Which of det(λI − A) and det(A − λI) is asked for?
mistake-convention-full = The zeros are right. The other convention is asked for, which differs by the factor (−1)ⁿ.
mistake-offdiagonal = Is the determinant the product of the diagonal entries?
mistake-offdiagonal-full = The entries beside the diagonal are missing: the product of the diagonal alone is the determinant of a triangular matrix.
mistake-trace-sign = Check the coefficient next to the leading one.
mistake-trace-sign-full = That coefficient is minus the trace, and the trace is { $trace }.
mistake-cofactor-sign = Check the signs of the cofactors.
mistake-cofactor-sign-full = Cofactors alternate in sign: + − +.
mistake-minpoly = Which degree does the characteristic polynomial have?
mistake-minpoly-full = This is the minimal polynomial. The characteristic polynomial has degree { $n }.

## Eigenvectors

mistake-zero-vector = Which vector is excluded in the definition of an eigenvector?
mistake-zero-vector-full = The zero vector is no eigenvector: A·0 = λ·0 for every λ. If nothing else was found, the elimination or λ is wrong.
mistake-swapped = Check which vector belongs to which eigenvalue.
mistake-swapped-full = The vectors are eigenvectors, each with the eigenvalue of another one.
mistake-transpose = Was the system solved with A, or with its transpose?
mistake-transpose-full = These are eigenvectors of the transpose (left eigenvectors of A).
mistake-row-not-null = What does (A − λI)v = 0 say about v and the rows?
mistake-row-not-null-full = This is a row of A − λI. An eigenvector is perpendicular to all rows.
mistake-column-space = Column space, or null space?
mistake-column-space-full = This is a column of A − λI. Eigenvectors are in its null space; for a 2×2 matrix its columns are eigenvectors of the other eigenvalue.
mistake-sign = Check a sign.
mistake-sign-full = One sign slipped when the equation of a row was solved for a variable.
mistake-scale-entry = Check which component is which multiple of which.
mistake-scale-entry-full = The components are interchanged: where x is half of y, (1, 2) is a solution and (2, 1) is none.
mistake-reciprocal = Check which component is which multiple of which.
mistake-reciprocal-full = Each component is the reciprocal of what it should be: where x is half of y, y is twice x.
mistake-eigenspace-dim = How many free variables does (A − λI)v = 0 have?
mistake-eigenspace-dim-full = The vectors are right, and there are more: the dimension of an eigenspace is n minus the rank of A − λI.
mistake-dependent = Are the vectors independent?
mistake-dependent-full = The vectors are right, but they are linearly dependent.
mistake-spanning-not-basis = Are the vectors independent?
mistake-spanning-not-basis-full = The vectors span the eigenspace, but they are dependent: a basis has no superfluous vector.
mistake-mixed-eigenspaces = Check each vector: is it an eigenvector of this eigenvalue?
mistake-mixed-eigenspaces-full = A vector is an eigenvector of another eigenvalue.
mistake-sum-of-eigenvectors = Is a sum of eigenvectors an eigenvector?
mistake-sum-of-eigenvectors-full = A vector is the sum of eigenvectors of different eigenvalues. Such a sum is no eigenvector.
mistake-generalized = Multiply A − λI by this vector once.
mistake-generalized-full = This is a generalized eigenvector: (A − λI)v is not zero, a higher power is.
mistake-near-miss = Close. Was something rounded?
mistake-near-miss-full = Close, but not exact: A·v is not λ·v. Look for a number that was rounded.
mistake-t-zero = Is there a value of the parameter that is not allowed?
mistake-t-zero-full = Right; say t ≠ 0: the zero vector is no eigenvector.

## Decompositions

mistake-defective-missed = How many independent eigenvectors are there?
mistake-defective-missed-full = The matrix is defective: it has fewer than { $n } independent eigenvectors, so there is no invertible P.
mistake-p-singular = Has the matrix of eigenvectors an inverse?
mistake-p-singular-full = The columns are dependent: the matrix that they make has no inverse.
mistake-d-not-diagonal = Which form must D have?
mistake-d-not-diagonal-full = The columns and D fit together, but D is not diagonal.
mistake-pd-order = Compare the order of the eigenvectors with that of the entries of D.
mistake-pd-order-full = The eigenvectors and D are right, each by itself: column j has to be an eigenvector of entry j of D.
mistake-rows-not-columns = Where do the eigenvectors stand in their matrix?
mistake-rows-not-columns-full = The eigenvectors are the rows. They have to be the columns.
mistake-p-inverse = Is A = PDP⁻¹, or P⁻¹DP?
mistake-p-inverse-full = This is P⁻¹ in the place of P: A = PDP⁻¹ is asked for.
mistake-not-normalised = Which lengths do the columns of Q have?
mistake-not-normalised-full = The columns are orthogonal. Divide each by its length.
mistake-not-orthogonal = Are all columns of Q perpendicular to one another?
mistake-not-orthogonal-full = Eigenvectors of one eigenvalue are not perpendicular by themselves: use Gram–Schmidt within its eigenspace.
mistake-gs-across = Are the columns still eigenvectors?
mistake-gs-across-full = Gram–Schmidt across different eigenvalues destroys eigenvectors; the result is a Schur form. A real matrix has a basis of orthogonal eigenvectors only where it is symmetric.
mistake-congruence = Is Qᵀ the inverse of Q?
mistake-congruence-full = QᵀAQ = D holds, but Q is not orthogonal: this is a congruence, and D does not show the eigenvalues.
mistake-j-lower = Where do the ones of a Jordan block stand?
mistake-j-lower-full = Right, with the ones below the diagonal. Here they stand above it.
mistake-j-upper = Where do the ones of a Jordan block stand?
mistake-j-upper-full = Right, with the ones above the diagonal. Here they stand below it.
mistake-block-sizes = How long are the chains?
mistake-block-sizes-full = Eigenvalues and number of blocks are right. The sizes follow from the ranks of powers of A − λI.
mistake-chain-reversed = Which vector of a chain comes first?
mistake-chain-reversed-full = The chain is reversed: the eigenvector comes first.
mistake-chain-scale = Which multiple of the vector before comes from (A − λI)v?
mistake-chain-scale-full = A chain can only be scaled as a whole: (A − λI)v must be the vector before it, not a multiple.
mistake-chain-start = Does a chain begin with this eigenvector?
mistake-chain-start-full = This eigenvector is not in the image of A − λI, so no chain goes on from it. Choose one that is.

## Claims and powers

mistake-repeated-means-defective = Does a repeated eigenvalue settle the question?
mistake-repeated-means-defective-full = Compare the dimension of each eigenspace with the multiplicity: here they are equal.
mistake-invertible-diagonalizable = Has invertibility anything to do with it?
mistake-invertible-diagonalizable-full = A singular matrix can be diagonalizable: 0 is an eigenvalue like any other.
mistake-generic-only = Does the answer depend on the parameter?
mistake-generic-only-full = The answer is not the same for all values of the parameter. Look at the values where eigenvalues coincide.
mistake-psd-as-pd = Is 0 an eigenvalue?
mistake-psd-as-pd-full = 0 is an eigenvalue, so the matrix is only semidefinite.
mistake-weaker = Is more true?
mistake-weaker-full = This is true, and more is: look at the smallest eigenvalue in absolute value.
mistake-positive-entries = Do positive entries say anything about eigenvalues?
mistake-positive-entries-full = All entries are positive, and yet there is a negative eigenvalue.
mistake-entrywise = How are matrices multiplied?
mistake-entrywise-full = The entries were raised to the power. Aᵏ is a product of matrices.
mistake-dn-only = Is this the power of A, or of D?
mistake-dn-only-full = This is Dᵏ. Aᵏ = PDᵏP⁻¹.
mistake-pdk = What stands behind Dᵏ?
mistake-pdk-full = Aᵏ = PDᵏP⁻¹, with the inverse of P at the end.
mistake-same = How do eigenvalues change when the matrix is inverted?
mistake-same-full = These are the eigenvalues of A. From Av = λv follows A⁻¹v = (1/λ)v.
mistake-negated = How do eigenvalues change when the matrix is inverted?
mistake-negated-full = These are the negatives of the eigenvalues of A. From Av = λv follows A⁻¹v = (1/λ)v.

## Evidence, and marks item by item

identity = { $statement }
marks-item = { $earned } of { $marks }: { $item }
marks-cancelled = −{ $cancelled }: wrong ones beyond what was asked for
marks-kept = { $share } of the marks are kept for this mistake
marks-score = Score: { $score } of { $total }
item-eigenvalue = eigenvalues
item-listed-in-order = the order of the list
item-none = there is none
item-eigenvector = eigenvectors with their eigenvalues
item-vector = vectors of the eigenspace
item-basis = independent, and as many as the dimension
item-eigenvectors = the columns are eigenvectors
item-invertible = the columns are independent
item-no-inverse = there is no inverse
item-diagonal = the eigenvalues on the diagonal
item-order = the order of the eigenvalues is that of the columns
item-eigenvalues = the eigenvalues on the diagonal
item-orthogonal = the columns are orthogonal
item-unit-vectors = the columns have length 1
item-block-sizes = the sizes of the blocks
item-chains = each block belongs to its columns
item-leading = the polynomial
item-trace = the coefficient next to the leading one
item-coefficient = the other coefficients
item-constant = the constant coefficient
item-definiteness = the strongest claim that is true
item-diagonalizable = whether the matrix can be diagonalized
item-in-general = in general
item-special-value = at special values of the parameters
item-entries = the entries

## Mistakes in the summary of a class: what some of its students did

mistake-root-sign-name = gave the negatives of the eigenvalues
mistake-diagonal-name = took the diagonal entries
mistake-row-reduced-name = took the eigenvalues of a row-reduced matrix
mistake-pivots-name = took the pivots
mistake-trace-det-name = took the trace and the determinant
mistake-det-minus-lambda-name = subtracted λ from the determinant
mistake-missing-identity-name = subtracted λ from every entry
mistake-det-sign-name = added in a 2×2 determinant
mistake-inverse-name = gave the eigenvalues of the inverse
mistake-power-name = gave the squares of the eigenvalues
mistake-singular-values-name = gave the singular values
mistake-multiplicity-missing-name = left out multiplicities
mistake-multiplicity-wrong-name = gave wrong multiplicities
mistake-order-name = listed the values in another order
mistake-near-miss-name = missed a vector by a little
mistake-t-zero-name = did not exclude the parameter 0
mistake-a-equals-lambda-name = took the matrix for a number
mistake-conjugate-missing-name = left out complex conjugates
mistake-zero-eigenvalue-name = left out the eigenvalue 0
mistake-missing-name = left out eigenvalues
mistake-too-many-name = gave more values than there are rows
mistake-field-name = took the wrong field of numbers
mistake-rounded-name = rounded the values
mistake-follow-through-name = went on correctly from a wrong answer
mistake-convention-name = took the other convention of the polynomial
mistake-offdiagonal-name = multiplied the diagonal entries alone
mistake-trace-sign-name = took the trace with the wrong sign
mistake-cofactor-sign-name = did not alternate the signs of cofactors
mistake-minpoly-name = gave the minimal polynomial
mistake-zero-vector-name = gave the zero vector
mistake-swapped-name = put vectors beside the wrong eigenvalues
mistake-transpose-name = solved with the transpose
mistake-row-not-null-name = gave a row of A − λI
mistake-column-space-name = gave a column of A − λI
mistake-sign-name = slipped in a sign of a vector
mistake-scale-entry-name = interchanged the components of a vector
mistake-reciprocal-name = gave the reciprocals of the components
mistake-eigenspace-dim-name = gave too few vectors
mistake-dependent-name = gave dependent vectors
mistake-spanning-not-basis-name = gave a superfluous vector
mistake-mixed-eigenspaces-name = mixed eigenspaces
mistake-sum-of-eigenvectors-name = added eigenvectors of different eigenvalues
mistake-generalized-name = gave a generalized eigenvector
mistake-defective-missed-name = diagonalized a matrix that is defective
mistake-p-singular-name = gave a P without inverse
mistake-d-not-diagonal-name = gave a D that is not diagonal
mistake-pd-order-name = ordered P and D differently
mistake-rows-not-columns-name = put eigenvectors into rows
mistake-p-inverse-name = gave the inverse of P
mistake-not-normalised-name = did not normalise the columns
mistake-not-orthogonal-name = did not make an eigenspace orthogonal
mistake-gs-across-name = used Gram–Schmidt across eigenvalues
mistake-congruence-name = completed squares
mistake-j-lower-name = put the ones below the diagonal
mistake-j-upper-name = put the ones above the diagonal
mistake-block-sizes-name = gave blocks of wrong sizes
mistake-chain-reversed-name = reversed a chain
mistake-chain-scale-name = scaled a part of a chain
mistake-chain-start-name = began a chain with the wrong eigenvector
mistake-repeated-means-defective-name = took a repeated eigenvalue for a defect
mistake-invertible-diagonalizable-name = took singular for not diagonalizable
mistake-generic-only-name = forgot special values of the parameter
mistake-psd-as-pd-name = overlooked that 0 is an eigenvalue
mistake-weaker-name = claimed less than is true
mistake-positive-entries-name = looked at the signs of the entries
mistake-entrywise-name = raised the entries to the power
mistake-dn-only-name = gave the power of D
mistake-pdk-name = left out the inverse of P
mistake-same-name = gave the eigenvalues of A itself
mistake-negated-name = gave the negatives

## Summaries of a class

summary-title = Answers of a class
summary-verdicts = Verdicts
summary-mistakes = Mistakes
summary-question = question
summary-answers = answers
summary-correct = correct
summary-partial = partly
summary-incorrect = wrong
summary-invalid = unreadable
summary-mean = mean
summary-marks = out of
summary-of = { $count } of { $answers }
summary-more = and { $count } more kinds
summary-none = No known mistake was recognised.
summary-share = share of the answers to a question
summary-score = Score: { $score }
summary-mistake = mistake
