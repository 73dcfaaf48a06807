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
    [1] Chữ { $parameters } là tham số: bài giải dành cho giá trị tổng quát của nó.
   *[other] Các chữ { $parameters } là tham số: bài giải dành cho giá trị tổng quát của chúng.
  }

## Shortcuts

section-first-look = Nhận xét ban đầu
expect-again = Ta sẽ gặp lại trị riêng này ở phần sau.

sees-zero = { $A } là ma trận không.
zero-only = Nó biến mọi vector thành vector không. Vậy 0 là trị riêng duy nhất, và mọi vector khác không đều là vector riêng.
sees-scalar = { $A } là một bội của ma trận đơn vị.
scalar-only = Nó nhân mọi vector với { $value }. Vậy { $value } là trị riêng duy nhất, và mọi vector khác không đều là vector riêng.
sees-diagonal = { $A } là ma trận đường chéo: nó nhân mỗi vector của cơ sở chính tắc với một số.
diagonal-entries = Vậy các vector của cơ sở chính tắc là vector riêng, và các trị riêng là các phần tử trên đường chéo: { $values }.
sees-upper-triangular = { $A } là ma trận tam giác trên. Định thức của một ma trận tam giác bằng tích các phần tử trên đường chéo.
sees-lower-triangular = { $A } là ma trận tam giác dưới. Định thức của một ma trận tam giác bằng tích các phần tử trên đường chéo.
triangular-entries = Vậy các trị riêng là các phần tử trên đường chéo: { $values }.
sees-block-diagonal = { $A } là ma trận đường chéo khối với hai khối trên đường chéo.
sees-block-triangular = { $A } là ma trận tam giác khối với hai khối trên đường chéo.
blocks-apart = Định thức bằng tích các định thức của hai khối. Vậy các trị riêng của { $A } gồm các trị riêng của { $B } và các trị riêng của { $C }.
sees-companion = { $A } là ma trận bạn: các số 1 nằm cạnh đường chéo, còn các phần tử khác không khác đều nằm ở { $line }.
the-row = dòng { $number }
the-column = cột { $number }
companion-read-off = Vậy các hệ số của đa thức đặc trưng có thể đọc ngay ở đó.
sees-permutation = { $A } chỉ đổi thứ tự các thành phần của vector. Sau { $order } lần đổi như vậy, mọi vector trở về như lúc đầu.
roots-of-unity = Nếu { $vector } là vector riêng thì { $image }. Vậy { $power } với mọi trị riêng.
expect-one = Trong số đó có giá trị 1, vì vector có các thành phần bằng nhau thì không đổi.
sees-idempotent = { $A } bằng bình phương của chính nó: đây là một phép chiếu.
idempotent-reason = Nếu { $start } thì áp dụng { $A } thêm một lần nữa, ta được { $image }, nên { $power }. Vậy ngoài 0 và 1 không thể có trị riêng nào khác.
sees-involution = Bình phương của { $A } là ma trận đơn vị: áp dụng { $A } hai lần thì không có gì thay đổi.
involution-reason = Nếu { $start } thì áp dụng { $A } thêm một lần nữa, ta được { $image }, nên { $power }. Vậy ngoài 1 và −1 không thể có trị riêng nào khác.
sees-nilpotent = Một lũy thừa của { $A } là ma trận không: { $A } là ma trận lũy linh.
nilpotent-reason = Nếu { $start } thì { $image }, nên { $power }. Vậy 0 là trị riêng duy nhất.
expect-nilpotent = Đa thức đặc trưng phải là một lũy thừa của biến, sai khác nhiều nhất một dấu.
sees-rank-one = { $A } có hạng 1: mọi dòng đều là bội của cùng một dòng, nên { $A } là tích của một cột với một dòng.
sees-rank-one-plus = { $A } là tổng của một bội của ma trận đơn vị và một ma trận hạng 1, tức là tích của một cột với một dòng.
rank-one-reason = Mọi vector { $x } thỏa mãn { $product } chỉ bị nhân với { $value }, còn { $u } bị nhân với { $other }. Vậy { $value } là trị riêng bội { $count }, và { $other } là trị riêng bội 1.
rank-one-defective = Mọi vector { $x } thỏa mãn { $product } chỉ bị nhân với { $value }, và { $u } là một trong số đó. Vậy { $value } là trị riêng duy nhất, bội { $total }.
sees-symmetric = { $A } là ma trận thực đối xứng.
sees-hermitian = { $A } là ma trận Hermite: nó bằng chuyển vị liên hợp của nó.
hermitian-reason = Nếu { $v } là vector riêng thì { $equation }. Cả { $left } và { $right } đều là số thực, nên mọi trị riêng đều là số thực. Các vector riêng ứng với các trị riêng khác nhau thì trực giao.
expect-enough-vectors = Số chiều của mỗi không gian riêng sẽ bằng bội của trị riêng tương ứng, nên { $A } chéo hóa được.
sees-skew-symmetric = { $A } là ma trận thực phản đối xứng.
sees-skew-hermitian = { $A } là ma trận phản Hermite: chuyển vị liên hợp của nó bằng ma trận đối của nó.
skew-reason = Nếu { $v } là vector riêng thì { $equation }. Liên hợp của { $left } là số đối của nó, còn { $right } là số thực, nên mọi trị riêng đều có phần thực bằng 0.
expect-zero-odd = Số dòng là số lẻ nên 0 là một trị riêng: các trị riêng khác không có phần thực bằng 0 của một ma trận thực đi thành từng cặp liên hợp.
sees-orthogonal-matrix = Các cột của { $A } là một hệ trực chuẩn: { $A } là ma trận trực giao.
sees-unitary-matrix = Các cột của { $A } là một hệ trực chuẩn: { $A } là ma trận unita.
unitary-reason = Nó không làm thay đổi độ dài của vector, nên mọi trị riêng đều có môđun bằng 1.
sees-stochastic-rows = Các phần tử của { $A } đều không âm và tổng các phần tử của mỗi dòng bằng 1: { $A } là ma trận ngẫu nhiên.
sees-stochastic-columns = Các phần tử của { $A } đều không âm và tổng các phần tử của mỗi cột bằng 1: { $A } là ma trận ngẫu nhiên.
stochastic-reason-rows = Vậy 1 là một trị riêng. Không trị riêng nào có môđun lớn hơn 1, vì các thành phần của ảnh của một vector là trung bình có trọng số của các thành phần của vector đó.
stochastic-reason-columns = Vậy 1 là một trị riêng của ma trận chuyển vị, mà ma trận chuyển vị có cùng đa thức đặc trưng với { $A }. Không trị riêng nào có môđun lớn hơn 1, vì ma trận chuyển vị lấy trung bình có trọng số của các thành phần của vector.
sees-row-sums = Tổng các phần tử của mỗi dòng của { $A } bằng { $value }.
row-sums-reason = Vậy { $value } là một trị riêng, với vector riêng { $vector }.
sees-column-sums = Tổng các phần tử của mỗi cột của { $A } bằng { $value }.
column-sums-reason = Vậy { $value } là một trị riêng của { $transpose }. Một ma trận và chuyển vị của nó có cùng đa thức đặc trưng, nên { $value } cũng là trị riêng của { $A }.
sees-zero-row = Dòng { $line } của { $A } bằng không.
sees-zero-column = Cột { $line } của { $A } bằng không.
sees-proportional-rows = Hai dòng { $one } và { $other } của { $A } tỉ lệ với nhau.
sees-proportional-columns = Hai cột { $one } và { $other } của { $A } tỉ lệ với nhau.
singular-reason = Vậy { $A } không khả nghịch, và 0 là một trị riêng.
for-real = Giả sử { $parameters } là số thực. { $what }

## Characteristic matrix

section-characteristic = Đa thức đặc trưng
eigenvalues-are-roots = Trị riêng là những số làm cho { $shifted } không khả nghịch, tức là làm cho định thức của nó bằng 0.

## Determinant

determinant-of-two = Định thức cấp hai bằng tích hai phần tử trên đường chéo trừ đi tích hai phần tử còn lại.
determinant-of-two-again = Ta tính định thức tiếp theo theo cùng cách đó.
determinant-of-two-triangular = Một trong hai phần tử ngoài đường chéo bằng không, nên định thức bằng tích các phần tử trên đường chéo.
determinant-triangular = Đây là ma trận tam giác. Định thức của nó bằng tích các phần tử trên đường chéo.
determinant-along-rows = Ở dòng { $number } chỉ có phần tử trên đường chéo khác không. Ta khai triển định thức theo dòng này.
determinant-along-columns = Ở cột { $number } chỉ có phần tử trên đường chéo khác không. Ta khai triển định thức theo cột này.
determinant-blocks = Đây là ma trận tam giác khối. Định thức của nó bằng tích định thức của các khối trên đường chéo.
determinant-permuted = Ta xếp các dòng theo thứ tự { $order } và xếp các cột theo cùng thứ tự đó. Hai lần đổi dấu triệt tiêu nhau nên định thức không đổi. Bây giờ ta có ma trận tam giác khối, và định thức của nó bằng tích định thức của các khối trên đường chéo.
determinant-add-columns = Trước khi khai triển, ta tìm một nhân tử chung. Cộng vào một cột bội của những cột khác không làm thay đổi định thức: { $operations }. Bây giờ { $factor } là nhân tử chung của cột { $number }. Ta đưa nó ra ngoài.
determinant-add-rows = Trước khi khai triển, ta tìm một nhân tử chung. Cộng vào một dòng bội của những dòng khác không làm thay đổi định thức: { $operations }. Bây giờ { $factor } là nhân tử chung của dòng { $number }. Ta đưa nó ra ngoài.
determinant-add-all-columns = Mọi dòng của ma trận có cùng một tổng. Vì thế ta cộng các cột khác vào cột { $number }: { $operations }. Định thức không đổi. Bây giờ { $factor } là nhân tử chung của cột { $number }. Ta đưa nó ra ngoài.
determinant-add-all-rows = Mọi cột của ma trận có cùng một tổng. Vì thế ta cộng các dòng khác vào dòng { $number }: { $operations }. Định thức không đổi. Bây giờ { $factor } là nhân tử chung của dòng { $number }. Ta đưa nó ra ngoài.
determinant-clear-columns = Nhờ số 1 còn lại ở cột { $number }, ta làm cho { $count ->
    [1] phần tử khác
   *[other] các phần tử khác
  } của cột này bằng không: { $operations }. Sau đó ta khai triển theo cột { $number }.
determinant-clear-rows = Nhờ số 1 còn lại ở dòng { $number }, ta làm cho { $count ->
    [1] phần tử khác
   *[other] các phần tử khác
  } của dòng này bằng không: { $operations }. Sau đó ta khai triển theo dòng { $number }.
determinant-expand-rows = Ta khai triển định thức theo dòng { $number }.
determinant-expand-columns = Ta khai triển định thức theo cột { $number }.
determinant-expand-again = Ta khai triển mỗi định thức này theo dòng hoặc cột có nhiều số không nhất.
determinant-of-each = Ta tính các định thức cấp hai rồi nhân ra.
multiply-out = Ta nhân ra và gom các lũy thừa của { $variable }.
determinant-by-traces = Khai triển định thức này sẽ rất dài. Ta tìm các hệ số của { $polynomial } từ vết của các ma trận, theo phương pháp Faddeev–LeVerrier. Mỗi ma trận được tính từ ma trận trước đó.
traces-end = Ma trận { $last } là bội của ma trận đơn vị, đúng như phải có. Các hệ số { $coefficients } cho ta định thức.
check-coefficients = Kiểm tra: hệ số của { $power } phải bằng { $trace }, và số hạng tự do phải bằng { $determinant }.
check-coefficients-3 = Kiểm tra: gọi { $sum } là tổng ba định thức con chính cấp hai. Hệ số của { $power } phải bằng { $trace }, hệ số của { $variable } phải bằng { $minors }, và số hạng tự do phải bằng { $determinant }.
polynomial-computed = Ma trận quá lớn để tính bằng tay. Đa thức đặc trưng của nó được tìm bằng máy: { $determinant } là { $polynomial }. Kết quả được kiểm tra bằng các định thức của ma trận số, tại nhiều giá trị của biến hơn bậc của đa thức.

## Factoring

clear-denominators = Trước hết ta đưa một số ra ngoài { $polynomial } để chỉ còn lại các số nguyên.
take-out-power = Lũy thừa { $power } là nhân tử chung của mọi số hạng của { $polynomial }.
two-numbers = Để phân tích { $polynomial } thành nhân tử, ta tìm hai số có tổng { $sum } và tích { $product }. Đó là { $first } và { $second }.
perfect-square = Đa thức { $polynomial } là một bình phương.
perfect-power = Đa thức { $polynomial } là một lũy thừa.
use-formula = Với { $polynomial } ta dùng công thức nghiệm của phương trình bậc hai. Trước hết ta tính biệt thức.
pure-quadratic = Nghiệm của { $polynomial } là nghiệm của phương trình { $equation }.
discriminant-square = Biệt thức { $discriminant } là bình phương của { $root }, nên có hai nghiệm hữu tỉ.
discriminant-negative = Biệt thức { $discriminant } âm, nên có hai nghiệm phức liên hợp và không có nghiệm thực.
discriminant-not-square = Biệt thức { $discriminant } dương nhưng không là bình phương của số hữu tỉ. Vì thế có hai nghiệm thực, đều là số vô tỉ.
discriminant-other = Biệt thức { $discriminant } không là bình phương trong trường của các phần tử. Vì thế các nghiệm không thuộc trường này.
square-negative = Số { $square } âm, nên có hai nghiệm phức liên hợp và không có nghiệm thực.
square-not-square = Số { $square } dương nhưng không là bình phương của số hữu tỉ. Vì thế có hai nghiệm thực, đều là số vô tỉ.
square-other = Vế phải { $square } không là bình phương trong trường của các phần tử. Vì thế các nghiệm không thuộc trường này.
so-it-splits = Các nghiệm này cho ta các nhân tử.
substitute-square = Trong { $polynomial } chỉ có các lũy thừa chẵn, nên ta đặt { $substitution }. Đa thức { $quadratic } có các nghiệm { $first } và { $second }.
look-for-roots = Ta tìm một nghiệm hữu tỉ của { $polynomial }.
look-for-roots-in-field = Ta tìm một nghiệm của { $polynomial } trong trường sinh bởi các phần tử của ma trận.
root-candidates = Tử số của nó là ước của số hạng tự do và mẫu số là ước của hệ số cao nhất, nên nó là một trong các số { $candidates }.
root-trials = { $count ->
    [1] Số { $numbers } cho giá trị { $values }, nên không là nghiệm.
   *[other] Các số { $numbers } lần lượt cho các giá trị { $values }, nên không là nghiệm.
  }
root-found = Ta thử { $equation }:
root-divide = Giá trị này bằng không. Vì thế ta chia cho { $factor }:
no-roots-but-splits = Đa thức { $polynomial } không có nghiệm trong trường của các phần tử, nhưng nó là một tích. Nhân ra ta thấy điều đó.
irreducible-cubic = Nghiệm hữu tỉ của { $polynomial } chỉ có thể là một trong các số { $candidates }, nhưng không số nào là nghiệm. Đa thức bậc ba không có nghiệm hữu tỉ thì bất khả quy trên trường số hữu tỉ.
irreducible-rational = Đa thức { $polynomial } bất khả quy trên trường số hữu tỉ.
irreducible = Đa thức { $polynomial } bất khả quy trên trường của các phần tử.
factored-form = Vậy đa thức đặc trưng có các nhân tử sau.
factored-by-machine = Các nhân tử cũng được tìm bằng máy. Nhân ra ta thấy chúng đúng.

## Eigenvalues

section-eigenvalues = Trị riêng
read-off-eigenvalues = { $count ->
    [1] Đa thức đặc trưng chỉ có một nghiệm.
   *[other] Các nghiệm của đa thức đặc trưng là các trị riêng.
  }
roots-together = { $count ->
    [1] { $names } là nghiệm của { $polynomial }.
   *[other] { $names } là các nghiệm của { $polynomial }; từ đây ta tính cho tất cả các nghiệm cùng một lúc.
  }
how-many-real = { $other ->
    [0] Tất cả đều là số thực.
   *[other] { $real ->
        [0] Không có số nào là số thực.
       *[other] Có { $number } số là số thực.
      }
  }
algebraic-multiplicity = { $count ->
    [1] { $names } là nghiệm bội { $number }, tức là có bội đại số bằng { $number }.
   *[other] { $names } đều là nghiệm bội { $number }, tức là có bội đại số bằng { $number }.
  }
all-simple = Các trị riêng đôi một khác nhau nên mỗi trị riêng có bội đại số bằng 1.
all-simple-in-general = Với giá trị tổng quát của các tham số, các trị riêng đôi một khác nhau nên mỗi trị riêng có bội đại số bằng 1.
check-trace-and-determinant = Tổng các trị riêng phải bằng vết, tích của chúng phải bằng định thức:

## Row reduction and eigenspaces

eigenvectors-solve = Các vector riêng ứng với { $eigenvalue } là các nghiệm khác không của { $equation }.
lambda-is-any-root = Ở đây { $variable } là một nghiệm bất kỳ của { $polynomial }, nên ta có thể dùng { $power }.
reduces-to = Các phép biến đổi sơ cấp trên dòng đưa { $shifted } về dạng bậc thang rút gọn.
reduce-again = Ta đưa { $shifted } về dạng bậc thang rút gọn.
reduce-by-rows = Các phép biến đổi sơ cấp trên dòng không làm thay đổi tập nghiệm. Ta dùng chúng để đưa { $shifted } về dạng bậc thang rút gọn.
already-reduced = Ma trận này đã ở dạng bậc thang rút gọn.
shifted-is-zero = Đây là ma trận không, nên mọi vector đều là nghiệm.
zero-row-had-to-appear = Phải có một dòng bằng không, vì định thức của { $shifted } bằng 0.
pivots-assumed = { $count ->
    [1] Ta đã chia cho một biểu thức chứa tham số, nên ta giả sử { $conditions }.
   *[other] Ta đã chia cho các biểu thức chứa tham số, nên ta giả sử { $conditions }.
  }
rows-scale = Trước hết ta khử mẫu và chia mỗi dòng cho nhân tử chung của nó.
rows-combine = Ta kết hợp hai dòng để có phần tử trụ đơn giản hơn ở cột { $column }.
rows-swap = Phần tử { $pivot } của dòng { $row } là phần tử trụ tốt nhất cho cột { $column }. Ta đưa nó lên dòng { $to }.
rows-unit = Ta nhân dòng { $row } để phần tử trụ { $pivot } của nó trở thành một số đơn giản hơn.
rows-below = Dùng phần tử trụ { $pivot } của dòng { $row }, ta khử các phần tử bên dưới nó ở cột { $column }.
rows-above = Dùng phần tử trụ { $pivot } của dòng { $row }, ta khử các phần tử bên trên nó ở cột { $column }.
rows-sign = Cuối cùng ta đổi dấu để các phần tử trụ đều dương và chia cho nhân tử chung.
rows-say = { $count ->
    [1] Dòng khác không cho ta phương trình:
   *[other] Các dòng khác không cho ta các phương trình:
  }
no-equation-is-left = Không còn phương trình nào.
free-unknowns = { $count ->
    [1] Cột không có phần tử trụ ứng với một ẩn tự do. Ta đặt { $values }. Mọi nghiệm có dạng:
   *[other] Các cột không có phần tử trụ ứng với các ẩn tự do. Ta đặt { $values }. Mọi nghiệm có dạng:
  }
choose-against-fractions = Chọn { $values } để tránh phân số, ta được { $vector }.
choose-parameters = Chọn { $values }, ta được { $vector }.
dimension-by-rank = Số chiều bằng số ẩn trừ đi hạng:
dimension-of-simple = Số chiều phải bằng 1, vì { $value } là nghiệm đơn của đa thức đặc trưng.
dimension-is-largest = Số chiều không vượt quá bội đại số, là { $multiplicity }. Ở đây nó đúng bằng bội đại số.
dimension-is-smaller = Số chiều phải ít nhất bằng 1 và không vượt quá bội đại số, là { $multiplicity }. Ở đây nó nhỏ hơn bội đại số.
vectors-are-independent = { $number } vector này độc lập tuyến tính.
basis-is = Vậy một cơ sở của không gian riêng là { $vectors }.
check-by-multiplying = Ta kiểm tra bằng phép nhân:
long-elimination = Các số trong phép biến đổi trên dòng cho trị riêng { $value } quá dài để viết ra. Ta nêu kết quả và kiểm tra nó.
large-elimination = Ma trận quá lớn để viết ra từng phép biến đổi trên dòng cho trị riêng { $value }. Ta nêu kết quả và kiểm tra nó.

## Conjugates

conjugate-complex = Ma trận { $A } có các phần tử thực. Nếu { $A } nhân với một vector bằng { $first } nhân với vector đó thì điều này cũng đúng khi lấy liên hợp phức hai vế. Vì vậy không cần tính lại cho { $value }.
conjugate-root = Phép tính cho { $first } không dùng gì về { $root } ngoài bình phương của nó. Vì vậy kết quả vẫn đúng khi đổi dấu căn này, và khi đó { $first } trở thành { $value }.
conjugate-root-over = Phép tính cho { $first } không dùng gì về { $root } ngoài bình phương của nó. Vì vậy kết quả vẫn đúng khi { $root } đổi dấu còn các phần tử của { $A } giữ nguyên, và khi đó { $first } trở thành { $value }.
conjugate-basis-is = { $count ->
    [1] Phép thay { $replacement } cho ta vector riêng { $vectors }.
   *[other] Phép thay { $replacement } cho ta các vector riêng { $vectors }.
  }

## Headings

section-eigenvectors = Vector riêng ứng với { $equation }
section-orthonormal = Các vector riêng trực chuẩn
section-orthogonal-form = Chéo hóa trực giao

## Diagonalizability

section-diagonalizable = Có cơ sở gồm các vector riêng hay không?
count-eigenvectors = Ta cần { $n } vector riêng độc lập tuyến tính; số vector có được là tổng số chiều của các không gian riêng.
diagonalizable-distinct = Cả { $n } trị riêng đôi một khác nhau nên các vector riêng tương ứng độc lập tuyến tính: { $A } chéo hóa được.
diagonalizable = Các vector riêng ứng với những trị riêng khác nhau thì độc lập tuyến tính, nên gộp lại chúng tạo thành một cơ sở: { $A } chéo hóa được.
defective = { $count ->
    [1] Với { $eigenvalues }, số chiều { $geometric } nhỏ hơn bội đại số { $algebraic }.
   *[other] Với mỗi trị riêng { $eigenvalues }, số chiều { $geometric } nhỏ hơn bội đại số { $algebraic }.
  }
not-diagonalizable = Không đủ vector riêng để lập thành một cơ sở: { $A } không chéo hóa được. Ta tìm các chuỗi Jordan.

## Chains

section-chains = Chuỗi Jordan ứng với { $equation }
ranks-of-powers = Hạng của các lũy thừa của { $difference } cho biết kích thước của các khối Jordan: từ mỗi lũy thừa sang lũy thừa tiếp theo, hạng giảm đi đúng bằng số khối có cỡ không nhỏ hơn số mũ mới.
block-sizes = { $count ->
    [1] Vậy có một khối cỡ { $sizes }.
   *[other] Vậy có { $number } khối, cỡ { $sizes }.
  }
chain-is-complete = Chuỗi này đã đầy đủ, vì số vector của nó đúng bằng cỡ của khối.
chain-from-top = Ta bắt đầu từ vector cuối chuỗi, một vector không bị { $power } biến thành 0, rồi nhân liên tiếp với { $difference } cho đến khi gặp vector riêng.
chain-by-conjugation = Cũng như với vector riêng, phép thay đó cho ta chuỗi ứng với trị riêng này.
chain-by-machine = Ma trận quá lớn nên không viết ra các phép biến đổi trên dòng. Ta nêu chuỗi và kiểm tra.
augmented-system = Để tìm vector tiếp theo của chuỗi, ta giải { $equation }. Ta rút gọn ma trận với { $known } là cột cuối:
chain-solutions = Một nghiệm riêng, và mọi nghiệm khác thu được bằng cách cộng thêm bội của vector riêng:
chain-choice = Ta chọn { $vector }. Vector này không phải là vector riêng, vì nó không bị biến thành 0.

## Gram–Schmidt

across-first = Các vector riêng ứng với các trị riêng khác nhau vốn đã trực giao.
across-reason = Giả sử { $pair } với { $unequal }. Vì { $symmetric } nên trong tích vô hướng, ma trận có thể chuyển từ vế này sang vế kia:
across-conclusion = Vì { $unequal } nên điều này chỉ xảy ra khi { $orthogonal }. Vậy ta chỉ cần trực giao hóa các vector trong cùng một không gian riêng.
across-example = Chẳng hạn:

gram-schmidt-why = Không gian riêng ứng với { $value } có số chiều là { $count }. Các vector trong cơ sở của nó chưa chắc trực giao, nên ta dùng quá trình trực giao hóa Gram–Schmidt và để việc chia cho độ dài về sau.
gram-schmidt-result = Quá trình trực giao hóa Gram–Schmidt cho các vector trực giao:
gram-schmidt-start = Ta giữ nguyên vector đầu tiên:
gram-schmidt-kept = { $vector } đã trực giao với { $before }, nên ta giữ nguyên:
gram-schmidt-project = { $count ->
    [1] Từ { $vector } ta trừ đi hình chiếu của nó lên { $before }, tức là { $before } nhân với
   *[other] Từ { $vector } ta trừ đi các hình chiếu của nó lên { $before }, tức là các vector này lần lượt nhân với
  }
gram-schmidt-so = Vậy vector tiếp theo là
gram-schmidt-rest = Phần còn lại, { $part }, trực giao với { $before }.
gram-schmidt-cleared = Một bội của nó cũng dùng được. Ta lấy { $multiple } lần vector này để không còn phân số hay nhân tử chung và thành phần đầu tiên là số dương:
gram-schmidt-multiple = Một bội của nó cũng dùng được. Ta lấy { $multiple } lần vector này:
gram-schmidt-shorter = Một bội của nó cũng dùng được, nên ta khử mẫu số và bỏ các nhân tử chung:
gram-schmidt-check = Tích vô hướng cho thấy các vector trực giao với nhau:
choose-whole-lengths = Trong không gian riêng ứng với { $value }, ta chọn một cơ sở trực giao gồm các vector có độ dài là số nguyên.
choose-orthogonal = Trong không gian riêng ứng với { $value }, ta chọn cơ sở trực giao sau.
orthogonal-choice-check = Đó là các vector riêng và chúng trực giao với nhau:
normalise-why = { $count ->
    [1] Ta chia vector riêng ứng với { $value } cho độ dài của nó, tức là căn bậc hai của tích vô hướng của nó với chính nó:
   *[other] Ta chia các vector riêng trực giao ứng với { $value } cho độ dài của chúng, tức là căn bậc hai của tích vô hướng của mỗi vector với chính nó:
  }
put-together-orthogonal = Các cột của { $Q } là các vector đơn vị, và đường chéo của { $D } gồm các trị riêng theo cùng thứ tự.
columns-orthonormal = Các cột của { $Q } đôi một trực giao và có độ dài 1:
columns-eigenvectors = Mỗi cột của { $Q } là một vector riêng của { $A }, ứng với phần tử của { $D } trong cùng cột đó:
orthogonal-inverse = Vậy { $inverse } và { $product }.
orthogonal-in-order = Các cột của { $Q } là các vector riêng đơn vị ứng với các trị riêng { $order } theo thứ tự này, và { $D } có các trị riêng đó trên đường chéo.

is-positive-definite = Mọi trị riêng đều dương nên { $A } xác định dương.
is-negative-definite = Mọi trị riêng đều âm nên { $A } xác định âm.
is-positive-semidefinite = Không có trị riêng nào âm, và 0 là một trị riêng. Vậy { $A } nửa xác định dương nhưng không xác định dương.
is-negative-semidefinite = Không có trị riêng nào dương, và 0 là một trị riêng. Vậy { $A } nửa xác định âm nhưng không xác định âm.
is-indefinite = Có cả trị riêng dương và trị riêng âm nên { $A } không xác định dấu.

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
    [1] Biểu thức sau phải khác 0, vì ta đã chia cho nó hoặc vì nếu không thì các vector phụ thuộc tuyến tính.
   *[other] Các biểu thức sau phải khác 0, vì ta đã chia cho chúng hoặc vì nếu không thì các vector phụ thuộc tuyến tính.
  }
nothing-assumed = Lời giải đúng với mọi giá trị của { $names }.
condition-real = Biểu thức { $expression } được giả thiết là số thực.
condition-separable = Các nghiệm của { $expression } được giả thiết là đôi một khác nhau.
condition-invertible = Ma trận hệ số của tất cả các vector được giả thiết là khả nghịch.
other-values = Với những giá trị khác của { $names }, hãy thay vào ma trận và giải lại.

## Conclusion

section-conclusion = Đáp số
answer-empty = Ma trận không có dòng nào thì không có trị riêng.
answer-eigenvalues = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  }
answer-eigenvectors = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }, với các vector riêng tìm được ở trên.
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

row-letter = d
column-letter = c

## Renderers

# Tên ngôn ngữ trong gói babel của LaTeX và bảng mã phông chữ tương ứng.
tex-language = vietnamese
tex-font-encoding = T5

digits-in-all = { $count } chữ số

wide-formula = Công thức, có thể cuộn ngang
