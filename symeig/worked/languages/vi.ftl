# Lời văn của các bài giải bằng tiếng Việt. Công thức đứng trong dấu ngoặc nhọn, { $matrix }; xem docs/how-to/translate.md.

## Titles and tasks

title-auto = Trị riêng, vector riêng và dạng đơn giản nhất
title-eigenvalues = Trị riêng
title-eigenvectors = Trị riêng và vector riêng
title-diagonalize = Chéo hóa ma trận
title-jordan = Dạng chuẩn Jordan
title-orthogonal = Chéo hóa trực giao
title-definiteness = Tính xác định
title-gershgorin = Đĩa Gershgorin
title-power = Lũy thừa của ma trận
title-inverse = Ma trận nghịch đảo qua trị riêng
title-exponential = Hàm mũ của ma trận

section-task = Đề bài
task-auto = Tìm các trị riêng và vector riêng của ma trận rồi chéo hóa ma trận nếu có thể; nếu không chéo hóa được, tìm dạng chuẩn Jordan của nó.
task-eigenvalues = Tìm các trị riêng của ma trận.
task-eigenvectors = Tìm các trị riêng của ma trận và một cơ sở của mỗi không gian riêng.
task-diagonalize = Chéo hóa ma trận.
task-jordan = Tìm dạng chuẩn Jordan của ma trận và một ma trận đưa nó về dạng này.
task-orthogonal = Chéo hóa ma trận bằng một cơ sở trực chuẩn gồm các vector riêng.
task-definiteness = Ma trận xác định dương, xác định âm, nửa xác định hay không xác định dấu?
task-gershgorin = Các trị riêng của ma trận có thể nằm ở đâu? Tìm các chặn từ các dòng và các cột mà không cần giải phương trình.
task-power = Tìm { $function } với mọi số nguyên { $range } nhờ các trị riêng và vector riêng của ma trận.
task-power-of-number = Tìm { $function } nhờ các trị riêng và vector riêng của ma trận.
task-inverse = Tìm { $function } nhờ các trị riêng và vector riêng của ma trận.
task-exponential = Tìm { $function } nhờ các trị riêng và vector riêng của ma trận.

## Statement

read-as-decimal = Các số thập phân được đọc đúng như cách viết: 0.1 là 1/10.
read-as-binary = Các số thập phân được đọc theo đúng giá trị nhị phân đã lưu.
has-parameters = { $count ->
    [1] Chữ { $parameters } là tham số: lời giải dưới đây xét trường hợp tổng quát.
   *[other] Các chữ { $parameters } là tham số: lời giải dưới đây xét trường hợp tổng quát.
  }

## Shortcuts

section-first-look = Nhận xét ban đầu
expect-again = Ta sẽ gặp lại trị riêng này ở phần sau.

expect-the-same = Phép tính dưới đây sẽ cho cùng đa thức này.
sees-zero = { $A } là ma trận không.
zero-only = Nó biến mọi vector thành vector không. Vậy 0 là trị riêng duy nhất, và mọi vector khác 0 đều là vector riêng.
sees-scalar = { $A } là một bội của ma trận đơn vị.
scalar-only = Nó nhân mọi vector với { $value }. Vậy { $value } là trị riêng duy nhất, và mọi vector khác 0 đều là vector riêng.
sees-diagonal = { $A } là ma trận đường chéo: nó nhân mỗi vector của cơ sở chính tắc với một số.
diagonal-entries = Vậy các vector của cơ sở chính tắc là vector riêng, và các trị riêng là các phần tử trên đường chéo chính: { $values }.
sees-upper-triangular = { $A } là ma trận tam giác trên, và { $shifted } cũng vậy. Định thức của một ma trận tam giác bằng tích các phần tử trên đường chéo chính.
sees-lower-triangular = { $A } là ma trận tam giác dưới, và { $shifted } cũng vậy. Định thức của một ma trận tam giác bằng tích các phần tử trên đường chéo chính.
triangular-entries = Các trị riêng là những số làm cho định thức này bằng 0. Vậy chúng là các phần tử trên đường chéo chính: { $values }.
sees-block-diagonal = { $A } là ma trận đường chéo khối với hai khối trên đường chéo.
sees-block-triangular = { $A } là ma trận tam giác khối với hai khối trên đường chéo.
blocks-apart = Định thức bằng tích các định thức của hai khối. Vậy các trị riêng của { $A } gồm các trị riêng của { $B } và các trị riêng của { $C }.
sees-companion = { $A } là ma trận bạn: có các số 1 nằm sát đường chéo chính, và mọi phần tử khác 0 còn lại đều nằm ở { $line }.
the-row = dòng { $number }
the-column = cột { $number }
companion-read-off = Vậy ta đọc được ngay các hệ số của đa thức đặc trưng ở đó.
sees-permutation = { $A } chỉ đổi thứ tự các thành phần của vector. Sau { $order } lần đổi như vậy, mọi vector trở về như lúc đầu.
roots-of-unity = Nếu { $vector } là vector riêng thì { $image }. Vậy mọi trị riêng đều thỏa mãn { $power }.
expect-one = Số 1 là một trong các trị riêng, vì vector có các thành phần bằng nhau thì không thay đổi.
sees-idempotent = { $A } bằng bình phương của chính nó: đây là một phép chiếu.
idempotent-reason = Nếu { $start } thì áp dụng { $A } thêm một lần nữa, ta được { $image }, nên { $power }. Vậy trị riêng chỉ có thể là 0 hoặc 1.
sees-involution = Bình phương của { $A } là ma trận đơn vị: áp dụng { $A } hai lần thì không có gì thay đổi.
involution-reason = Nếu { $start } thì áp dụng { $A } thêm một lần nữa, ta được { $image }, nên { $power }. Vậy trị riêng chỉ có thể là 1 hoặc −1.
sees-nilpotent = Một lũy thừa của { $A } là ma trận không: { $A } là ma trận lũy linh.
nilpotent-reason = Nếu { $start } thì { $image }, nên { $power }. Vậy 0 là trị riêng duy nhất. Nó là nghiệm duy nhất của { $determinant }, nên đa thức này là một lũy thừa của biến, sai khác nhiều nhất về dấu.
sees-rank-one = { $A } có hạng 1: mọi dòng đều là bội của cùng một dòng, nên { $A } là tích của một vector cột với một vector dòng.
sees-rank-one-plus = { $A } là tổng của một bội của ma trận đơn vị và một ma trận hạng 1 (tích của một vector cột với một vector dòng).
rank-one-reason = Ma trận này nhân với { $value } mọi vector { $x } thỏa mãn { $product }, và nhân với { $other } vector { $u }. Vậy { $value } là trị riêng bội { $count }, và { $other } là trị riêng bội 1.
rank-one-defective = Ma trận này nhân với { $value } mọi vector { $x } thỏa mãn { $product }, và { $u } là một trong các vector đó. Vậy { $value } là trị riêng duy nhất, bội { $total }.
sees-symmetric = { $A } là ma trận thực đối xứng.
sees-hermitian = { $A } là ma trận Hermite: nó bằng chuyển vị liên hợp của nó.
hermitian-reason = Nếu { $v } là vector riêng thì { $equation }. Các số { $left } và { $right } đều bằng liên hợp của chính mình nên là số thực, và { $right } khác 0. Vậy mọi trị riêng đều là số thực. Các vector riêng ứng với các trị riêng khác nhau thì trực giao với nhau.
expect-enough-vectors = Số chiều của mỗi không gian riêng sẽ bằng bội của trị riêng tương ứng, nên { $A } chéo hóa được.
sees-skew-symmetric = { $A } là ma trận thực phản đối xứng.
sees-skew-hermitian = { $A } là ma trận phản Hermite: chuyển vị liên hợp của nó bằng ma trận đối của nó.
skew-reason = Nếu { $v } là vector riêng thì { $equation }. Liên hợp của { $left } là số đối của nó, còn { $right } là số thực, nên mọi trị riêng đều có phần thực bằng 0.
expect-zero-odd = Cấp của ma trận là số lẻ nên 0 là một trị riêng: các trị riêng thuần ảo của một ma trận thực đi thành từng cặp liên hợp.
sees-orthogonal-matrix = Các cột của { $A } lập thành một hệ trực chuẩn: { $A } là ma trận trực giao.
sees-unitary-matrix = Các cột của { $A } lập thành một hệ trực chuẩn: { $A } là ma trận unita.
unitary-reason = Nó không làm thay đổi độ dài của vector, nên mọi trị riêng đều có môđun bằng 1.
sees-stochastic-rows = Các phần tử của { $A } đều không âm và tổng các phần tử của mỗi dòng bằng 1: { $A } là ma trận ngẫu nhiên.
sees-stochastic-columns = Các phần tử của { $A } đều không âm và tổng các phần tử của mỗi cột bằng 1: { $A } là ma trận ngẫu nhiên.
stochastic-reason-rows = Vậy 1 là một trị riêng. Không trị riêng nào có môđun lớn hơn 1, vì các thành phần của ảnh của một vector là trung bình có trọng số của các thành phần của vector đó.
stochastic-reason-columns = Vậy 1 là một trị riêng của ma trận chuyển vị, mà ma trận chuyển vị có cùng đa thức đặc trưng với { $A }. Không trị riêng nào có môđun lớn hơn 1, vì ma trận chuyển vị lấy trung bình có trọng số của các thành phần của vector.
sees-row-sums = Tổng các phần tử của mỗi dòng của { $A } bằng { $value }.
row-sums-reason = Vậy { $value } là một trị riêng, với vector riêng { $vector }.
sees-column-sums = Tổng các phần tử của mỗi cột của { $A } bằng { $value }.
column-sums-reason = Vậy { $value } là một trị riêng của { $transpose }. Một ma trận và chuyển vị của nó có cùng đa thức đặc trưng, nên { $value } cũng là trị riêng của { $A }.
sees-zero-row = Dòng { $line } của { $A } bằng 0.
sees-zero-column = Cột { $line } của { $A } bằng 0.
sees-proportional-rows = Hai dòng { $one } và { $other } của { $A } tỉ lệ với nhau.
sees-proportional-columns = Hai cột { $one } và { $other } của { $A } tỉ lệ với nhau.
singular-reason = Vậy { $A } không khả nghịch, và 0 là một trị riêng.
for-real = Giả sử { $parameters } là số thực. { $what }

## Characteristic matrix

section-characteristic = Đa thức đặc trưng
eigenvalues-are-roots = Các trị riêng là những số làm cho { $shifted } không khả nghịch, tức là làm cho định thức của nó bằng 0.

## Determinant

determinant-of-two = Định thức cấp hai bằng tích hai phần tử trên đường chéo chính trừ đi tích hai phần tử còn lại.
determinant-of-two-again = Ta tính định thức tiếp theo bằng cách tương tự.
determinant-of-two-triangular = Một trong hai phần tử ngoài đường chéo chính bằng 0, nên định thức bằng tích các phần tử trên đường chéo chính.
determinant-triangular = Đây là ma trận tam giác. Định thức của nó bằng tích các phần tử trên đường chéo chính.
determinant-along-rows = Ở dòng { $number }, chỉ phần tử trên đường chéo chính khác 0. Ta khai triển định thức theo dòng này.
determinant-along-columns = Ở cột { $number }, chỉ phần tử trên đường chéo chính khác 0. Ta khai triển định thức theo cột này.
determinant-blocks = Đây là ma trận tam giác khối. Định thức của nó bằng tích định thức của các khối trên đường chéo.
determinant-permuted = Ta xếp lại các dòng theo thứ tự { $order } và xếp các cột theo cùng thứ tự đó. Hai lần đổi dấu triệt tiêu nhau nên định thức không đổi. Bây giờ ta có ma trận tam giác khối, và định thức của nó bằng tích định thức của các khối trên đường chéo.
determinant-add-columns = Trước khi khai triển, ta tìm một nhân tử chung. Định thức không đổi khi ta cộng vào một cột các bội của những cột còn lại: { $operations }. Bây giờ { $factor } là nhân tử chung của cột { $number }. Ta đưa nó ra ngoài.
determinant-add-rows = Trước khi khai triển, ta tìm một nhân tử chung. Định thức không đổi khi ta cộng vào một dòng các bội của những dòng còn lại: { $operations }. Bây giờ { $factor } là nhân tử chung của dòng { $number }. Ta đưa nó ra ngoài.
determinant-add-all-columns = Các dòng của ma trận có tổng các phần tử bằng nhau. Vì thế ta cộng các cột còn lại vào cột { $number }: { $operations }. Định thức không đổi. Bây giờ { $factor } là nhân tử chung của cột { $number }. Ta đưa nó ra ngoài.
determinant-add-all-rows = Các cột của ma trận có tổng các phần tử bằng nhau. Vì thế ta cộng các dòng còn lại vào dòng { $number }: { $operations }. Định thức không đổi. Bây giờ { $factor } là nhân tử chung của dòng { $number }. Ta đưa nó ra ngoài.
determinant-clear-columns = Dùng số 1 ở cột { $number }, ta khử { $count ->
    [1] phần tử khác 0 còn lại
   *[other] các phần tử khác 0 còn lại
  } của cột này: { $operations }. Sau đó ta khai triển theo cột { $number }.
determinant-clear-rows = Dùng số 1 ở dòng { $number }, ta khử { $count ->
    [1] phần tử khác 0 còn lại
   *[other] các phần tử khác 0 còn lại
  } của dòng này: { $operations }. Sau đó ta khai triển theo dòng { $number }.
determinant-expand-rows = Ta khai triển định thức theo dòng { $number }.
determinant-expand-columns = Ta khai triển định thức theo cột { $number }.
determinant-expand-again = Ta khai triển mỗi định thức này theo dòng hoặc cột có nhiều số 0 nhất.
determinant-of-each = Ta tính các định thức cấp hai rồi thực hiện phép nhân.
multiplied-out = Khai triển tích này, ta được đa thức sau.
multiply-out = Ta thực hiện phép nhân và gom các lũy thừa của { $variable }.
determinant-by-traces = Khai triển định thức này sẽ rất dài. Thay vào đó, ta tìm các hệ số của { $polynomial } từ vết của các ma trận sau, theo phương pháp Faddeev–LeVerrier. Mỗi ma trận được tính từ ma trận trước đó.
traces-end = Ma trận { $last } phải là một bội của ma trận đơn vị, và đúng là như vậy. Từ các hệ số { $coefficients } ta được định thức.
check-coefficients = Kiểm tra: hệ số của { $power } phải bằng { $trace }, và hệ số tự do phải bằng { $determinant }.
check-trace = Kiểm tra: hệ số của { $power } phải bằng { $trace }.
check-coefficients-3 = Kiểm tra: gọi { $sum } là tổng ba định thức con chính cấp hai. Hệ số của { $power } phải bằng { $trace }, hệ số của { $variable } phải bằng { $minors }, và hệ số tự do phải bằng { $determinant }.
polynomial-computed = Ma trận quá lớn để tính bằng tay. Đa thức đặc trưng của nó được tìm bằng máy tính: { $determinant } là { $polynomial }. Kết quả đã được kiểm tra bằng cách cho biến nhận các giá trị số rồi tính định thức; số giá trị này lớn hơn bậc của đa thức.

## Factoring

clear-denominators = Trước hết ta đưa một thừa số ra ngoài { $polynomial } để các hệ số còn lại đều là số nguyên.
take-out-power = Mọi số hạng của { $polynomial } đều có nhân tử chung { $power }.
two-numbers = Để phân tích { $polynomial } thành nhân tử, ta tìm hai số có tổng bằng { $sum } và tích bằng { $product }. Đó là { $first } và { $second }.
difference-of-squares = Đa thức { $polynomial } là hiệu của hai bình phương.
perfect-square = Đa thức { $polynomial } là bình phương của một đa thức.
perfect-power = Đa thức { $polynomial } là lũy thừa của một đa thức.
use-formula = Với { $polynomial }, ta dùng công thức nghiệm của phương trình bậc hai. Trước hết ta tính biệt thức.
pure-quadratic = Nghiệm của { $polynomial } là nghiệm của phương trình { $equation }.
discriminant-square = Biệt thức { $discriminant } là bình phương của { $root }, nên có hai nghiệm hữu tỉ.
discriminant-negative = Biệt thức { $discriminant } âm, nên có hai nghiệm phức liên hợp và không có nghiệm thực.
discriminant-not-square = Biệt thức { $discriminant } dương nhưng không phải là bình phương của một số hữu tỉ. Vì thế có hai nghiệm thực, và cả hai đều là số vô tỉ.
discriminant-other = Biệt thức { $discriminant } không phải là bình phương trong trường sinh bởi các phần tử của ma trận. Vì thế các nghiệm không thuộc trường này.
square-negative = Số { $square } âm, nên có hai nghiệm phức liên hợp và không có nghiệm thực.
square-not-square = Số { $square } dương nhưng không phải là bình phương của một số hữu tỉ. Vì thế có hai nghiệm thực, và cả hai đều là số vô tỉ.
square-other = Vế phải { $square } không phải là bình phương trong trường sinh bởi các phần tử của ma trận. Vì thế các nghiệm không thuộc trường này.
so-it-splits = Từ các nghiệm này ta được các nhân tử.
substitute-square = Đa thức { $polynomial } chỉ chứa các lũy thừa chẵn, nên ta đặt { $substitution }. Đa thức { $quadratic } có các nghiệm { $first } và { $second }.
look-for-roots = Ta tìm một nghiệm hữu tỉ của { $polynomial }.
look-for-roots-in-field = Ta tìm một nghiệm của { $polynomial } trong trường sinh bởi các phần tử của ma trận.
root-candidates = Viết dưới dạng phân số tối giản, nghiệm đó có tử số là ước của hệ số tự do và mẫu số là ước của hệ số cao nhất, nên nó là một trong các số { $candidates }.
root-trials = { $count ->
    [1] Số { $numbers } cho giá trị { $values }, nên không phải là nghiệm.
   *[other] Các số { $numbers } lần lượt cho các giá trị { $values }, nên không phải là nghiệm.
  }
root-is-known = Theo nhận xét ban đầu, { $root } là một trị riêng, nên nó là nghiệm của { $polynomial }.
root-put-in = Ta thay { $equation }:
root-found = Ta thử { $equation }:
root-divide = Kết quả bằng 0. Vì thế ta chia đa thức cho { $factor }:
no-roots-but-splits = Đa thức { $polynomial } không có nghiệm trong trường sinh bởi các phần tử của ma trận, nhưng nó vẫn là một tích. Thực hiện phép nhân, ta thấy điều đó đúng.
irreducible-cubic = Nghiệm hữu tỉ của { $polynomial } chỉ có thể là một trong các số { $candidates }, nhưng không số nào trong đó là nghiệm. Đa thức bậc ba không có nghiệm hữu tỉ thì bất khả quy trên trường số hữu tỉ.
irreducible-rational = Đa thức { $polynomial } bất khả quy trên trường số hữu tỉ.
irreducible = Đa thức { $polynomial } bất khả quy trên trường sinh bởi các phần tử của ma trận.
factored-form = Vậy đa thức đặc trưng được phân tích thành nhân tử như sau.
factored-by-machine = Các nhân tử cũng được tìm bằng máy tính. Nhân chúng với nhau, ta thấy kết quả đúng.

## Eigenvalues

section-eigenvalues = Trị riêng
read-off-eigenvalues = { $count ->
    [1] Đa thức đặc trưng chỉ có một nghiệm.
   *[other] Các nghiệm của đa thức đặc trưng là các trị riêng.
  }
roots-together = { $count ->
    [1] { $names } là nghiệm của { $polynomial }.
   *[other] { $names } là các nghiệm của { $polynomial }; từ đây ta tính đồng thời cho tất cả các nghiệm này.
  }
how-many-real = { $other ->
    [0] Tất cả đều là số thực.
   *[other] { $real ->
        [0] Không có nghiệm nào là số thực.
        [1] Chỉ có một nghiệm là số thực.
       *[other] Trong đó có { $number } nghiệm thực.
      }
  }
algebraic-multiplicity = { $count ->
    [1] Trị riêng { $names } là nghiệm bội { $number } nên có bội đại số bằng { $number }.
   *[other] Các trị riêng { $names } đều là nghiệm bội { $number } nên mỗi trị riêng có bội đại số bằng { $number }.
  }
eigenvalue-as-seen = { $count ->
    [1] Trong số đó có trị riêng { $values }, đúng như nhận xét ban đầu.
   *[other] Trong số đó có các trị riêng { $values }, đúng như nhận xét ban đầu.
  }
all-simple = Các trị riêng đôi một khác nhau nên mỗi trị riêng đều có bội đại số bằng 1.
all-simple-in-general = Trong trường hợp tổng quát, các trị riêng đôi một khác nhau nên mỗi trị riêng đều có bội đại số bằng 1.
check-trace-and-determinant = Tổng các trị riêng (kể cả bội) phải bằng vết, và tích của chúng phải bằng định thức:

## Row reduction and eigenspaces

eigenvectors-solve = Các vector riêng ứng với { $eigenvalue } là các nghiệm khác 0 của { $equation }.
lambda-is-any-root = { $count ->
    [1] Gọi { $variable } là { $names }, nghiệm của { $polynomial }. Khi đó ta có thể dùng { $power }.
   *[other] Gọi { $variable } là một nghiệm bất kỳ trong các nghiệm { $names } của { $polynomial }. Khi đó ta có thể dùng { $power }, và chỉ cần tính một lần cho tất cả các nghiệm này.
  }
reduces-to = Các phép biến đổi sơ cấp trên dòng đưa { $shifted } về dạng bậc thang.
reduce-again = Ta đưa { $shifted } về dạng bậc thang.
reduce-by-rows = Các phép biến đổi sơ cấp trên dòng không làm thay đổi tập nghiệm. Ta dùng chúng để đưa { $shifted } về dạng bậc thang.
diagonal-system = Đây là ma trận đường chéo, nên mỗi dòng cho một phương trình chỉ chứa một ẩn. Ẩn nào ứng với phần tử khác 0 trên đường chéo chính thì bằng 0.
already-reduced = Ma trận này đã có dạng bậc thang.
shifted-is-zero = Đây là ma trận không, nên mọi vector đều là nghiệm.
zero-row-had-to-appear = Phải xuất hiện một dòng bằng 0, vì định thức của { $shifted } bằng 0.
pivots-assumed = { $count ->
    [1] Phần tử trụ và số mà ta dùng để nhân hay chia một dòng phải khác 0. Vì vậy ta giả sử { $conditions }.
   *[other] Các phần tử trụ và các số mà ta dùng để nhân hay chia một dòng phải khác 0. Vì vậy ta giả sử { $conditions }.
  }
rows-scale = Trước hết ta khử mẫu và chia mỗi dòng cho nhân tử chung của các phần tử.
rows-combine = Ta kết hợp hai dòng để có phần tử trụ đơn giản hơn ở cột { $column }.
rows-swap = Ta chọn phần tử { $pivot } của dòng { $row } làm phần tử trụ cho cột { $column } và đưa nó lên dòng { $to }.
rows-unit = Ta nhân dòng { $row } với một số thích hợp để phần tử trụ { $pivot } của nó trở nên đơn giản hơn.
rows-below = Dùng phần tử trụ { $pivot } của dòng { $row }, ta khử các phần tử bên dưới nó ở cột { $column }.
rows-above = Dùng phần tử trụ { $pivot } của dòng { $row }, ta khử các phần tử bên trên nó ở cột { $column }.
rows-sign = Cuối cùng ta đổi dấu để các phần tử trụ đều dương và chia cho nhân tử chung.
rows-say = { $count ->
    [1] Dòng khác 0 duy nhất cho ta phương trình:
   *[other] Các dòng khác 0 cho ta các phương trình:
  }
no-equation-is-left = Không còn phương trình nào.
free-unknowns = { $count ->
    [1] Cột không có phần tử trụ ứng với một ẩn tự do. Ta đặt { $values }. Mọi nghiệm có dạng:
   *[other] Các cột không có phần tử trụ ứng với các ẩn tự do. Ta đặt { $values }. Mọi nghiệm có dạng:
  }
choose-against-fractions = Chọn { $values } để tránh phân số, ta được { $vector }.
choose-one-by-one = Lần lượt cho từng tham số { $parameters } bằng 1 và các tham số còn lại bằng 0, ta được { $vectors }.
choose-parameters = Chọn { $values }, ta được { $vector }.
choose-for-chains = Ta chọn một cơ sở mà từ đó dựng được các chuỗi Jordan. Mỗi vector được đánh số theo cột tương ứng trong { $P }.
dimension-by-rank = Số chiều của không gian riêng bằng số ẩn trừ đi hạng: { $dimension }.
dimension-of-simple = Số chiều phải bằng 1, vì { $value } là nghiệm đơn của đa thức đặc trưng.
dimension-is-largest = Số chiều không vượt quá bội đại số { $multiplicity }. Ở đây nó đúng bằng bội đại số.
dimension-is-smaller = Số chiều không nhỏ hơn 1 và không vượt quá bội đại số { $multiplicity }. Ở đây nó nhỏ hơn bội đại số.
vectors-are-independent = Ta được { $number } vector độc lập tuyến tính.
independent-by-choice = Ta được { $number } vector độc lập tuyến tính, vì các bộ giá trị đã chọn cho { $parameters } độc lập tuyến tính.
basis-consists-of = { $count ->
    [1] Vậy { $vectors } là một cơ sở của không gian riêng.
   *[other] Vậy { $vectors } lập thành một cơ sở của không gian riêng.
  }
vectors-are-long = { $count ->
    [1] Vector { $vectors } quá dài nên không viết ra ở đây. Nó đã được kiểm tra bằng phép nhân.
   *[other] Các vector { $vectors } quá dài nên không viết ra ở đây. Chúng đã được kiểm tra bằng phép nhân.
  }
basis-is = Vậy một cơ sở của không gian riêng là { $vectors }.
check-by-multiplying = Ta kiểm tra bằng phép nhân:
long-elimination = Với trị riêng { $value }, các số xuất hiện khi biến đổi trên dòng quá dài để viết ra. Ta chỉ nêu kết quả rồi kiểm tra.
large-elimination = Ma trận quá lớn nên ta không viết ra các phép biến đổi trên dòng cho trị riêng { $value }. Ta chỉ nêu kết quả rồi kiểm tra.

## Conjugates

conjugate-complex = Ma trận { $A } có các phần tử thực. Vì vậy liên hợp phức của một vector riêng ứng với { $first } là một vector riêng ứng với { $value }, và ta không phải tính lại.
conjugate-root = Trong phép tính cho { $first }, ta chỉ dùng đến bình phương của { $root }. Vì vậy kết quả vẫn đúng khi { $root } đổi dấu, và khi đó { $first } trở thành { $value }.
conjugate-root-over = Trong phép tính cho { $first }, ta chỉ dùng đến bình phương của { $root }. Vì vậy kết quả vẫn đúng khi { $root } đổi dấu còn các phần tử của { $A } giữ nguyên, và khi đó { $first } trở thành { $value }.
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
count-eigenvectors = Ta cần { $n } vector riêng độc lập tuyến tính. Số vector như vậy nhiều nhất bằng tổng số chiều của các không gian riêng.
diagonalizable-distinct = { $count ->
    [1] Một vector riêng đã là một cơ sở: { $A } chéo hóa được.
   *[other] Ta cần { $n } vector riêng độc lập tuyến tính. Các vector riêng ứng với các trị riêng khác nhau thì độc lập tuyến tính, và ở đây có { $n } trị riêng khác nhau. Vậy { $A } chéo hóa được.
  }
diagonalizable = Các vector riêng ứng với những trị riêng khác nhau thì độc lập tuyến tính. Gộp các cơ sở của các không gian riêng, ta được một cơ sở gồm các vector riêng: { $A } chéo hóa được.
defective = { $count ->
    [1] Với { $eigenvalues }, số chiều của không gian riêng là { $geometric }, nhỏ hơn bội đại số { $algebraic }.
   *[other] Với mỗi trị riêng { $eigenvalues }, số chiều của không gian riêng là { $geometric }, nhỏ hơn bội đại số { $algebraic }.
  }
not-diagonalizable = Không đủ vector riêng để lập thành một cơ sở: { $A } không chéo hóa được. Ta tìm các chuỗi Jordan.

## Chains

section-chains = Chuỗi Jordan ứng với { $equation }
ranks-of-powers = Hạng của các lũy thừa của { $difference } cho biết cấp của các khối Jordan: từ mỗi lũy thừa sang lũy thừa tiếp theo, hạng giảm đi đúng bằng số khối có cấp không nhỏ hơn số mũ mới.
rank-falls = Lũy thừa bậc 0 có hạng { $n }. Từ đó hạng lần lượt giảm { $falls }.
block-sizes = { $count ->
    [1] Vậy có một khối cấp { $sizes }.
   *[other] Vậy có { $number } khối, lần lượt có cấp { $sizes }.
  }
chain-is-complete = Chuỗi này đã đầy đủ, vì số vector của nó đúng bằng cấp của khối.
chain-from-top = Ta bắt đầu từ vector cuối của chuỗi, một vector không bị { $power } biến thành 0, rồi nhân liên tiếp với { $difference } cho đến khi gặp vector riêng.
chain-from-top-again = Với chuỗi tiếp theo, có độ dài { $number }, ta bắt đầu từ một vector khác, chọn sao cho các vector riêng ở đầu các chuỗi độc lập tuyến tính.
chains-of-one = { $count ->
    [1] Vector riêng { $vectors } tự nó là một chuỗi, ứng với một khối cấp 1.
   *[other] Mỗi vector riêng { $vectors } tự nó là một chuỗi, ứng với một khối cấp 1.
  }
chains-are-independent = Các vector riêng ở đầu các chuỗi độc lập tuyến tính, nên tất cả các vector của các chuỗi cũng độc lập tuyến tính.
chain-by-conjugation = Cũng như với vector riêng, phép thay đó cho ta chuỗi ứng với trị riêng này.
chain-by-machine = Ma trận quá lớn nên ta không viết ra các phép biến đổi trên dòng. Ta chỉ nêu chuỗi rồi kiểm tra.
augmented-system = Để tìm vector tiếp theo của chuỗi, ta giải { $equation }. Ta rút gọn ma trận mở rộng, có cột cuối là { $known }.
same-operations = Các phép biến đổi trên dòng vẫn như khi tìm vector riêng, chỉ có thêm một cột:
chain-solutions = Mọi nghiệm đều là tổng của một nghiệm riêng và một bội của vector riêng:
chain-choice = Ta chọn { $vector }. Đây là vector riêng suy rộng nhưng không phải là vector riêng, vì vế phải của phương trình trên khác 0.

## Gram–Schmidt

across-first = Các vector riêng ứng với các trị riêng khác nhau vốn đã trực giao với nhau.
across-reason = Giả sử { $pair } với { $unequal }. Vì { $symmetric } nên trong tích vô hướng, ta có thể chuyển ma trận từ thừa số này sang thừa số kia:
across-conclusion = Vì { $unequal } nên điều này chỉ xảy ra khi { $orthogonal }. Vậy ta chỉ cần trực giao hóa các vector trong cùng một không gian riêng.
across-example = Chẳng hạn:

gram-schmidt-why = Không gian riêng ứng với { $value } có số chiều bằng { $count }. Các vector trong cơ sở của nó chưa chắc trực giao, nên ta dùng quá trình trực giao hóa Gram–Schmidt. Việc chia cho độ dài để lại sau.
gram-schmidt-result = Quá trình trực giao hóa Gram–Schmidt cho ta các vector trực giao:
gram-schmidt-start = Ta giữ nguyên vector đầu tiên:
gram-schmidt-kept = Vector { $vector } đã trực giao với { $before }, nên ta giữ nguyên:
gram-schmidt-project = { $count ->
    [1] Ta lấy { $vector } trừ đi hình chiếu của nó lên { $before }, tức là { $before } nhân với hệ số:
   *[other] Ta lấy { $vector } trừ đi các hình chiếu của nó lên { $before }, tức là các vector này lần lượt nhân với các hệ số:
  }
gram-schmidt-so = Vậy vector tiếp theo là:
gram-schmidt-rest = Phần còn lại, { $part }, trực giao với { $before }.
gram-schmidt-cleared = Một bội của nó cũng dùng được. Ta nhân nó với { $multiple } để không còn phân số hay nhân tử chung và để thành phần khác 0 đầu tiên là số dương:
gram-schmidt-multiple = Một bội của nó cũng dùng được. Ta nhân nó với { $multiple }:
gram-schmidt-shorter = Một bội của nó cũng dùng được, nên ta khử mẫu số và bỏ các nhân tử chung:
gram-schmidt-check = Các tích vô hướng cho thấy các vector trực giao với nhau:
choose-whole-lengths = Trong không gian riêng ứng với { $value }, ta chọn một cơ sở trực giao gồm các vector có độ dài là số nguyên.
choose-orthogonal = Trong không gian riêng ứng với { $value }, ta chọn cơ sở trực giao sau.
orthogonal-choice-check = Đó là các vector riêng và chúng trực giao với nhau:
normalise-why = { $count ->
    [1] Ta chia vector riêng ứng với { $value } cho độ dài của nó, tức là cho căn bậc hai của tích vô hướng của nó với chính nó:
   *[other] Ta chia các vector riêng trực giao ứng với { $value } cho độ dài của chúng, tức là cho căn bậc hai của tích vô hướng của mỗi vector với chính nó:
  }
normalise-again = Tương tự, ta có các vector đơn vị ứng với { $value }:
put-together-orthogonal = Các cột của { $Q } là các vector đơn vị, và trên đường chéo chính của { $D } là các trị riêng theo cùng thứ tự.
columns-orthonormal = Các cột của { $Q } đôi một trực giao và có độ dài 1:
columns-eigenvectors = Mỗi cột của { $Q } là một vector riêng của { $A }, ứng với phần tử trên đường chéo chính ở cùng cột của { $D }:
orthogonal-inverse = Vậy { $inverse } và { $product }.
orthogonal-in-order = Các cột của { $Q } là các vector riêng đơn vị ứng với các trị riêng { $order } theo thứ tự này, và trên đường chéo chính của { $D } là các trị riêng đó.

is-positive-definite = Mọi trị riêng đều dương nên { $A } xác định dương.
is-negative-definite = Mọi trị riêng đều âm nên { $A } xác định âm.
is-positive-semidefinite = Không có trị riêng nào âm, và 0 là một trị riêng. Vậy { $A } nửa xác định dương nhưng không xác định dương.
is-negative-semidefinite = Không có trị riêng nào dương, và 0 là một trị riêng. Vậy { $A } nửa xác định âm nhưng không xác định âm.
is-zero = Mọi trị riêng đều bằng 0 nên { $A } là ma trận không: vừa nửa xác định dương vừa nửa xác định âm.
is-indefinite = Có cả trị riêng dương và trị riêng âm nên { $A } không xác định dấu.

section-definiteness = Dấu của các trị riêng
section-minors = Cách thứ hai: các định thức con chính
why-minors = Theo tiêu chuẩn Sylvester, các định thức con chính ở góc trên bên trái cho biết tính xác định mà không cần trị riêng:
minors-positive = Tất cả đều dương nên { $A } xác định dương.
minors-negative = Chúng đan dấu, bắt đầu bằng số âm, nên { $A } xác định âm.

## Gershgorin discs

section-discs-rows = Các đĩa theo dòng
section-discs-columns = Các đĩa theo cột
section-unions = Kết quả từ các đĩa
why-discs-rows = Quanh mỗi phần tử trên đường chéo ta vẽ một đĩa có bán kính bằng tổng giá trị tuyệt đối của các phần tử khác trên cùng dòng. Mọi trị riêng đều nằm trong ít nhất một đĩa như vậy. Thật vậy, gọi { $entry } là thành phần có giá trị tuyệt đối lớn nhất của một vector riêng. Trong phương trình ứng với dòng của nó, tổng các số hạng khác có giá trị tuyệt đối không quá bán kính nhân với giá trị tuyệt đối của { $entry }, nên trị riêng nằm trong đĩa của dòng đó.
why-discs-columns = Ma trận chuyển vị có cùng các trị riêng, nên điều tương tự đúng với các cột:
disc-center = tâm { $center }
disc-radius = bán kính { $radius }
discs-together = Hợp của tất cả các đĩa là một miền liên thông chứa mọi trị riêng.
discs-apart = Không có hai đĩa nào giao nhau, nên mỗi đĩa chứa đúng một trị riêng.
union-of-one = Đĩa { $number } không giao với đĩa nào khác, nên nó chứa đúng một trị riêng.
union-of-many = Hợp của các đĩa { $numbers } là một miền liên thông và không giao với đĩa nào khác. Hợp này chứa đúng { $count } trị riêng, kể cả bội.
unions-of-rows = Từ các đĩa theo dòng, ta có kết quả sau.
unions-of-columns = Từ các đĩa theo cột, ta có kết quả sau.
invertible-by-discs = Không đĩa nào chứa 0 nên 0 không phải là trị riêng, và { $A } khả nghịch.

## Assembly

section-diagonalization = Chéo hóa
section-jordan-form = Dạng chuẩn Jordan
put-together = Các cột của { $P } là các vector riêng, và trên đường chéo chính của { $form } là các trị riêng theo cùng thứ tự.
put-together-jordan = Các cột của { $P } là các chuỗi Jordan, mỗi chuỗi bắt đầu bằng vector riêng, và { $form } gồm các khối Jordan theo cùng thứ tự.
check-assembly = { $P } khả nghịch, và hai tích sau bằng nhau:
with-inverse = Với ma trận nghịch đảo của { $P }, ta có phân tích:
columns-in-order = Các cột của { $P } lần lượt ứng với các trị riêng { $order }, và đường chéo chính của { $form } cũng theo thứ tự đó. Phương trình của từng cột đã được kiểm tra ở trên.
roots-are-put-in = Trong các vector tìm được theo { $variable }, ta thay { $variable } bằng từng giá trị của nó.

## Functions of a matrix

section-power = Lũy thừa
section-inverse = Ma trận nghịch đảo
section-exponential = Hàm mũ
why-power = Ta có { $factorization }. Khi nhân các thừa số như thế với nhau, mỗi { $inverse } gặp một { $P } và chúng triệt tiêu, nên { $equation }. Ta cần { $inverse }:
why-inverse = Ta có { $factorization }, và nghịch đảo của một tích là tích các nghịch đảo theo thứ tự ngược lại: { $equation }. Ta cần { $inverse }:
why-exponential = Ta có { $factorization }. Trong mỗi số hạng của chuỗi lũy thừa, các thừa số { $inverse } và { $P } ở giữa triệt tiêu, nên { $equation }. Ta cần { $inverse }:
form-diagonal-power = Để lấy lũy thừa của ma trận đường chéo, ta lấy lũy thừa của từng phần tử trên đường chéo chính:
form-diagonal-inverse = Để lấy nghịch đảo của ma trận đường chéo, ta lấy nghịch đảo của từng phần tử trên đường chéo chính:
form-diagonal-exponential = Để tính hàm mũ của ma trận đường chéo, ta tính hàm mũ của từng phần tử trên đường chéo chính:
form-blocks-power = Lũy thừa của một khối Jordan với { $value } trên đường chéo có { $entry } trên đường chéo, và trên các đường chéo phía trên lần lượt là { $above }:
form-blocks-inverse = Nghịch đảo của một khối Jordan với { $value } trên đường chéo có { $entry } trên đường chéo, và trên các đường chéo phía trên lần lượt là { $above }:
form-blocks-exponential = Hàm mũ của một khối Jordan với { $value } trên đường chéo có { $entry } trên đường chéo, và trên các đường chéo phía trên lần lượt là { $above }:
kronecker-delta = Ở đây { $delta } bằng 1 nếu { $condition } và bằng 0 trong các trường hợp còn lại. Đó là lũy thừa trong khối ứng với trị riêng 0, vì lũy thừa bậc 0 của mọi số bằng 1.
euler-power = Viết các trị riêng phức ở dạng lượng giác, theo công thức Moivre ta có:
euler-exponential = Với các trị riêng phức, ta dùng công thức Euler:
function-multiplied-out = Nhân ra, ta được kết quả:
sample-power = Với { $first } đây là ma trận đơn vị, và với { $second } đây là { $A }.
sample-exponential = Với { $first } đây là ma trận đơn vị, đúng như mong đợi.
projection-of-one = Với { $value }, gọi { $Z } là phép chiếu lên không gian các vector riêng (kể cả suy rộng) của nó, song song với không gian của mọi trị riêng khác:
projection-of-roots = Với mỗi trị riêng trong { $values }, gọi { $Z } là phép chiếu lên không gian các vector riêng (kể cả suy rộng) của nó, song song với không gian của mọi trị riêng khác. Các phép chiếu này có cùng một biểu thức theo { $variable }; thay { $variable } bằng từng trị riêng, lần lượt ta được { $names }:
projection-checked = Nó giao hoán với { $A }, bằng bình phương của chính nó, và có vết bằng bội { $number }.
sum-power = Tổng của tất cả các phép chiếu là ma trận đơn vị, và mỗi phép chiếu được nhân với lũy thừa của trị riêng tương ứng:
sum-inverse = Tổng của tất cả các phép chiếu là ma trận đơn vị, và mỗi phép chiếu được nhân với nghịch đảo của trị riêng tương ứng:
sum-exponential = Tổng của tất cả các phép chiếu là ma trận đơn vị, và mỗi phép chiếu được nhân với hàm mũ của trị riêng tương ứng:

## Conditions

section-conditions = Điều kiện của tham số
assumed-nonzero = { $count ->
    [1] Biểu thức sau phải khác 0: ta đã dùng nó làm phần tử trụ, đã nhân với nó hay chia cho nó, hoặc điều này cần thiết để các vector độc lập tuyến tính.
   *[other] Các biểu thức sau phải khác 0: ta đã dùng chúng làm phần tử trụ, đã nhân với chúng hay chia cho chúng, hoặc điều này cần thiết để các vector độc lập tuyến tính.
  }
nothing-assumed = Lời giải đúng với mọi giá trị của { $names }.
condition-real = Biểu thức { $expression } được giả thiết là số thực.
condition-separable = Các nghiệm của { $expression } được giả thiết là đôi một khác nhau.
condition-invertible = Ma trận hệ số của tất cả các vector được giả thiết là khả nghịch.
other-values = Với những giá trị khác của { $names }, ta thay chúng vào ma trận rồi giải lại.
still-other-values = Với những giá trị của { $names } chưa được xét ở đây và ở phần dưới, ta thay chúng vào ma trận rồi giải lại.
special-case-diagonalizable = Với { $value }, ta có ma trận { $A } sau đây. Nó chéo hóa được, với { $P } và { $form } như sau.
special-case-defective = Với { $value }, ta có ma trận { $A } sau đây. Nó không chéo hóa được. Dạng chuẩn Jordan của nó là { $form }, và các cột của { $P } là các chuỗi Jordan.
special-case-assumes = Ở đây ta lại giả sử { $conditions }.

## Conclusion

section-conclusion = Kết luận
answer-empty = Ma trận không có dòng nào thì không có trị riêng.
answer-eigenvalues = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  }
answer-eigenvectors = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }. Một cơ sở của không gian riêng đã được tìm ở trên.
   *[other] Các trị riêng của { $A } là { $eigenvalues }. Một cơ sở của mỗi không gian riêng đã được tìm ở trên.
  }
answer-diagonalize = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  } { $A } chéo hóa được: { $factorization }, trong đó các cột của { $P } là các vector riêng.
answer-jordan = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  } { $A } không chéo hóa được. Dạng chuẩn Jordan của nó là { $J }: { $factorization }, trong đó các cột của { $P } là các chuỗi Jordan.
answer-orthogonal = { $count ->
    [1] Trị riêng duy nhất của { $A } là { $eigenvalues }.
   *[other] Các trị riêng của { $A } là { $eigenvalues }.
  } Ta có { $factorization }, trong đó các cột của { $Q } là các vector riêng trực chuẩn.
answer-is-positive-definite = { $A } xác định dương.
answer-is-negative-definite = { $A } xác định âm.
answer-is-positive-semidefinite = { $A } nửa xác định dương nhưng không xác định dương.
answer-is-negative-semidefinite = { $A } nửa xác định âm nhưng không xác định âm.
answer-is-indefinite = { $A } không xác định dấu.
answer-is-zero = { $A } vừa nửa xác định dương vừa nửa xác định âm.
answer-discs = Mỗi trị riêng của { $A } nằm trong ít nhất một đĩa theo dòng và ít nhất một đĩa theo cột.
answer-interval = Các trị riêng của { $A } là số thực, vì nó bằng chuyển vị liên hợp của nó, và tất cả nằm trong đoạn từ { $least } đến { $greatest }.
answer-gershgorin = Mọi trị riêng của { $A } có phần thực từ { $least } đến { $greatest }.
answer-power = Lũy thừa của { $A } là:
answer-inverse = Ma trận nghịch đảo của { $A } là:
answer-exponential = Hàm mũ của { $A } là:
answer-empty-function = Kết quả lại là ma trận không có dòng nào.
with-multiplicity = { $value } (bội { $number })
each-with-multiplicity = { $values } (mỗi nghiệm có bội { $number })
the-roots = { $count ->
    [1] nghiệm { $names } của { $polynomial }
   *[other] các nghiệm { $names } của { $polynomial }
  }
freedom-multiples = Có thể thay mỗi vector riêng bằng một bội khác 0 bất kỳ của nó.
freedom-bases = Có thể chọn một cơ sở khác trong mỗi không gian riêng.
freedom-order-of-columns = Có thể xếp các cột theo thứ tự khác, miễn là các trị riêng cũng đổi chỗ tương ứng.
freedom-chains = Có thể nhân cả một chuỗi với một số khác 0, và cộng thêm một vector riêng của cùng trị riêng vào vector cuối của chuỗi.
freedom-order-of-blocks = Có thể xếp các khối theo thứ tự khác, miễn là các chuỗi cũng đổi chỗ tương ứng.
freedom-signs = Có thể đổi dấu từng cột.
freedom-rotations = Có thể chọn một cơ sở trực chuẩn khác trong mỗi không gian riêng.

## Notation

row-letter = d
column-letter = c

## Renderers

# Tên ngôn ngữ trong gói babel của LaTeX và bảng mã phông chữ tương ứng.
tex-language = vietnamese
tex-font-encoding = T5

digits-in-all = { $count } chữ số

wide-formula = Công thức, có thể cuộn ngang

## Brief telling

over-field = trên trường { $field }
floats-read-as-decimal = Các số dấu phẩy động được đọc đúng như dạng thập phân được in ra: 0.1 là 1/10.
floats-read-as-binary = Các số dấu phẩy động được đọc theo đúng giá trị nhị phân đã lưu.
is-irreducible = bất khả quy
irreducible-factor = nhân tử bất khả quy bậc { $degree }
minimal-polynomial = Đa thức tối tiểu

no-eigenvalues = Không có trị riêng nào.
spectrum-none = Trị riêng
spectrum-eigenvectors = Trị riêng và vector riêng
spectrum-chains = Trị riêng và chuỗi Jordan
spectrum-orthogonal = Trị riêng và vector riêng trực giao
spectrum-with-arrow = Trị riêng và chuỗi Jordan, trong đó { $arrow } là phép nhân với { $difference }
arrow-multiplies = { $arrow } là phép nhân với { $difference }
multiplicity = bội { $algebraic }
multiplicities = bội đại số { $algebraic }, bội hình học { $geometric }
roots-of = { $names } là các nghiệm của { $polynomial }
real-among = { $other ->
    [0] { $count ->
        [2] cả hai đều là số thực
       *[other] tất cả đều là số thực
      }
   *[other] { $real ->
        [0] không nghiệm nào là số thực
        [1] trong đó chỉ có một nghiệm thực
       *[other] trong đó có { $real } nghiệm thực
      }
  }
each-of-multiplicity = mỗi nghiệm có { $multiplicity }
and-more = và { $count } trị riêng khác

for-each-root = với mỗi nghiệm { $variable }
eigenvectors-listed = vector riêng { $vectors }
chains-listed = chuỗi { $chains }
of-length = { $vector } có độ dài { $length }
vectors-of = các vector có { $extent }
vector-or-vectors-of = { $count ->
    [1] vector có { $extent }
   *[other] các vector có { $extent }
  }
entries-numbers = { $entries } thành phần
entries-numbers-of-digits = { $entries } thành phần, mỗi số dài tới { $digits } chữ số
entries-polynomials = { $entries } thành phần là đa thức bậc { $degree } theo { $variable }
entries-polynomials-of-digits = { $entries } thành phần là đa thức bậc { $degree } theo { $variable }, với hệ số dài tới { $digits } chữ số

too-few-eigenvectors = Không chéo hóa được: { $count ->
    [1] { $eigenvalues }
   *[other] mỗi trị riêng { $eigenvalues }
  } có bội đại số { $algebraic } nhưng chỉ có { $geometric } vector riêng độc lập tuyến tính.
decomposition-diagonal = Chéo hóa
decomposition-jordan = Dạng chuẩn Jordan
decomposition-orthogonal = Chéo hóa trực giao
decomposition-unitary = Chéo hóa unita
decomposition-rational = Dạng chuẩn hữu tỉ
diagonal-matrix-of = { $D } là ma trận đường chéo với các phần tử { $eigenvalues }
columns-are-eigenvectors = { $diagonal }, và các cột của { $P } lần lượt là các vector riêng tương ứng.
columns-are-unit-eigenvectors = { $diagonal }, và các cột của { $P } lần lượt là các vector riêng tương ứng, đã chia cho độ dài của chúng.
columns-are-chains = { $J } gồm các khối Jordan lần lượt ứng với { $eigenvalues }, và các cột của { $P } là các chuỗi tương ứng.

holds-where = Kết quả đúng khi { $conditions }.
must-be-real = { $expression } là số thực
must-be-separable = các nghiệm của { $expression } đôi một khác nhau
must-be-invertible = ma trận cỡ { $rows }{ $times }{ $columns } gồm các hệ số của các chuỗi là khả nghịch
proved = Đã chứng minh: { $statements }
all-eigenvalues = tất cả các trị riêng
their-multiplicities = bội của chúng
is-invertible = { $P } khả nghịch
shortened = Đã lược bớt cho dễ đọc: --format json cho kết quả đầy đủ.
