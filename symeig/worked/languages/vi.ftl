# Lời văn của các bài giải bằng tiếng Việt. Công thức đứng trong dấu ngoặc nhọn, { $matrix }; xem docs/how-to/translate.md.

## Titles and tasks

title-auto = Trị riêng, vector riêng và dạng đơn giản nhất
title-eigenvalues = Trị riêng
title-eigenvectors = Trị riêng và vector riêng
title-diagonalize = Chéo hóa ma trận
title-jordan = Dạng chuẩn Jordan
title-orthogonal = Chéo hóa trực giao

section-task = Đề bài
task-auto = Tìm các trị riêng và vector riêng của ma trận rồi chéo hóa ma trận nếu có thể; nếu không, tìm dạng chuẩn Jordan của nó.
task-eigenvalues = Tìm các trị riêng của ma trận.
task-eigenvectors = Tìm các trị riêng của ma trận và một cơ sở của mỗi không gian riêng.
task-diagonalize = Chéo hóa ma trận.
task-jordan = Tìm dạng chuẩn Jordan của ma trận và một ma trận đưa nó về dạng này.
task-orthogonal = Chéo hóa ma trận bằng một cơ sở trực chuẩn gồm các vector riêng.

## Statement

read-as-decimal = Các số thập phân được đọc đúng như cách viết: 0.1 là 1/10.
read-as-binary = Các số thập phân được đọc theo đúng giá trị nhị phân được lưu.
has-parameters = { $count ->
    [one] Chữ { $parameters } là tham số; điều kiện đối với nó được nêu ở cuối bài.
   *[other] Các chữ { $parameters } là tham số; điều kiện đối với chúng được nêu ở cuối bài.
  }

## Shortcuts

## Characteristic matrix

section-characteristic = Đa thức đặc trưng
eigenvalues-are-roots = Trị riêng là những số làm cho { $shifted } không khả nghịch, tức là làm cho định thức của nó bằng 0.

## Determinant

## Factoring

## Eigenvalues

section-eigenvalues = Trị riêng
read-off-eigenvalues = { $count ->
    [one] Đa thức đặc trưng chỉ có một nghiệm.
   *[other] Các nghiệm của đa thức đặc trưng là các trị riêng.
  }
roots-together = { $count ->
    [one] { $names } là nghiệm của { $polynomial }.
   *[other] { $names } là các nghiệm của { $polynomial }; không cần viết chúng bằng căn thức, ta tính cho tất cả cùng một lúc.
  }
how-many-real = { $other ->
    [0] Tất cả đều là số thực.
   *[other] { $real ->
        [0] Không có số nào là số thực.
       *[other] Có { $number } số là số thực.
      }
  }
algebraic-multiplicity = { $count ->
    [one] { $names } là nghiệm bội { $number }: bội đại số của nó bằng { $number }.
   *[other] { $names } đều là nghiệm bội { $number }: bội đại số của mỗi trị riêng bằng { $number }.
  }
all-simple = Các trị riêng đôi một khác nhau nên mỗi trị riêng có bội đại số bằng 1.
check-trace-and-determinant = Tổng các trị riêng phải bằng vết, tích của chúng phải bằng định thức:

## Row reduction and eigenspaces

## Conjugates

## Diagonalizability

section-diagonalizable = Có cơ sở gồm các vector riêng hay không?
count-eigenvectors = Ta cần { $n } vector riêng độc lập tuyến tính; số vector có được là tổng số chiều của các không gian riêng.
diagonalizable-distinct = Cả { $n } trị riêng đôi một khác nhau nên các vector riêng tương ứng độc lập tuyến tính: { $A } chéo hóa được.
diagonalizable = Các vector riêng ứng với những trị riêng khác nhau thì độc lập tuyến tính, nên gộp lại chúng tạo thành một cơ sở: { $A } chéo hóa được.
defective = { $count ->
    [one] Với { $eigenvalues }, số chiều { $geometric } nhỏ hơn bội đại số { $algebraic }.
   *[other] Với mỗi trị riêng { $eigenvalues }, số chiều { $geometric } nhỏ hơn bội đại số { $algebraic }.
  }
not-diagonalizable = Không đủ vector riêng để lập thành một cơ sở: { $A } không chéo hóa được. Ta tìm các chuỗi Jordan.

## Chains

section-chains = Chuỗi Jordan ứng với { $equation }
ranks-of-powers = Hạng của các lũy thừa của { $difference } cho biết kích thước của các khối Jordan: từ mỗi lũy thừa sang lũy thừa tiếp theo, hạng giảm đi đúng bằng số khối có cỡ không nhỏ hơn số mũ mới.
block-sizes = { $count ->
    [one] Vậy có một khối cỡ { $sizes }.
   *[other] Vậy có { $number } khối, cỡ { $sizes }.
  }
chain-from-eigenvector = Ta bắt đầu từ { $eigenvector } và giải { $equation } để tìm từng vector tiếp theo của chuỗi.
chain-from-top = Ta bắt đầu từ đầu trên của chuỗi, với một vector không bị { $power } biến thành 0, rồi nhân dần với { $difference }.
chain-freedom = Chuỗi có { $number } vector. Có thể cộng vào { $top } một bội bất kỳ của { $eigenvector }, và có thể nhân cả chuỗi với một số khác 0.

## Gram–Schmidt

## Assembly

section-diagonalization = Chéo hóa
section-jordan-form = Dạng chuẩn Jordan
put-together = Các cột của { $P } là các vector riêng, và trên đường chéo của { $form } là các trị riêng theo cùng thứ tự.
put-together-jordan = Các cột của { $P } là các chuỗi Jordan, mỗi chuỗi bắt đầu bằng vector riêng, và { $form } gồm các khối Jordan theo cùng thứ tự.
check-assembly = { $P } khả nghịch, và hai cách nhân cho cùng một kết quả:
with-inverse = Dùng ma trận nghịch đảo của { $P }, ta được phân tích:
columns-in-order = Các cột của { $P } lần lượt ứng với các trị riêng { $order }, và các khối của { $form } cũng vậy. Các phương trình của từng cột đã được kiểm tra ở trên.

## Conditions

section-conditions = Các giả thiết
assumed-nonzero = { $count ->
    [one] Biểu thức sau phải khác 0, vì ta đã chia cho nó hoặc vì nếu không thì các vector phụ thuộc tuyến tính.
   *[other] Các biểu thức sau phải khác 0, vì ta đã chia cho chúng hoặc vì nếu không thì các vector phụ thuộc tuyến tính.
  }
nothing-assumed = Lời giải đúng với mọi giá trị của { $names }.
condition-real = Biểu thức { $expression } được giả thiết là số thực.
condition-separable = Các nghiệm của { $expression } được giả thiết là đôi một khác nhau.
condition-invertible = Ma trận hệ số của tất cả các vector được giả thiết là khả nghịch.
other-values = Với những giá trị khác của { $names }, hãy thay vào ma trận và giải lại.

## Conclusion

section-conclusion = Đáp số
answer-eigenvalues = { $count ->
    [one] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  }
answer-eigenvectors = { $count ->
    [one] Trị riêng duy nhất của { $A } là { $eigenvalues }, với các vector riêng tìm được ở trên.
   *[other] Các trị riêng của { $A } là { $eigenvalues }, với các vector riêng tìm được ở trên.
  }
answer-diagonalize = { $A } chéo hóa được, với { $P } và { $D } ở trên.
answer-jordan = { $A } không chéo hóa được; dạng chuẩn Jordan của nó là { $J } ở trên.
answer-orthogonal = { $Q } và { $D } ở trên chéo hóa { $A } bằng một cơ sở trực chuẩn gồm các vector riêng.
freedom-multiples = Mỗi vector riêng có thể thay bằng một bội khác 0 bất kỳ của nó.
freedom-bases = Trong mỗi không gian riêng có thể chọn một cơ sở khác.
freedom-order-of-columns = Có thể xếp các cột theo thứ tự khác, miễn là các trị riêng cũng đổi chỗ tương ứng.
freedom-chains = Có thể nhân cả chuỗi với một số khác 0, và cộng một vector riêng vào các vector sau của chuỗi.
freedom-order-of-blocks = Có thể xếp các khối theo thứ tự khác, miễn là các chuỗi cũng đổi chỗ tương ứng.
freedom-signs = Có thể đổi dấu của từng cột.
freedom-rotations = Trong mỗi không gian riêng có thể chọn một cơ sở trực chuẩn khác.

## Notation

## Renderers

wide-formula = Công thức, có thể cuộn ngang
