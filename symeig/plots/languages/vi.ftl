# Lời trong các hình vẽ, bằng tiếng Việt. Công thức đứng trong dấu ngoặc nhọn, { $value }; xem docs/how-to/translate.md.

and-more = { $texts } và { $number } số nữa
real-part = phần thực
imaginary-part = phần ảo
eigenvalue = trị riêng
eigenvalues-are = Các trị riêng: { $values }.
no-eigenvalues = Ma trận không có dòng nào nên không có trị riêng.
row = dòng { $number }
column = cột { $number }

## Gershgorin discs

gershgorin-title = { $by ->
    [columns] Các đĩa Gershgorin theo cột
   *[rows] Các đĩa Gershgorin theo dòng
  }
center = tâm, trên đường chéo chính
gershgorin-caption = { $regions ->
    [1] Hợp của các đĩa là một miền liên thông. Miền này chứa mọi trị riêng.
   *[other] Các đĩa tạo thành { $regions } miền rời nhau; mỗi miền có bao nhiêu đĩa thì chứa bấy nhiêu trị riêng: { $counts }.
  }
gershgorin-disc = { $by ->
    [columns] Đĩa của cột { $number }: tâm { $center }, bán kính { $radius }.
   *[rows] Đĩa của dòng { $number }: tâm { $center }, bán kính { $radius }.
  }
gershgorin-regions = Số miền rời nhau: { $regions }.

## The action on the unit circle

action-title = Đường tròn đơn vị và ảnh của nó
unit-circle = các vector đơn vị { $v }
image = ảnh { $Av } của chúng
two-directions = Trên hai đường thẳng được đánh dấu, mỗi vector chỉ bị nhân với số ghi bên cạnh.
one-direction = Chỉ có một đường thẳng gồm các vector riêng, ứng với { $equation }: ma trận không chéo hóa được.
every-direction = Mọi vector khác 0 đều là vector riêng: nó được nhân với { $value }.
no-direction = Không đường thẳng nào giữ nguyên vị trí: các trị riêng { $values } không phải số thực.
singular = { $shape ->
    [point] Ma trận bằng 0: ảnh là một điểm.
   *[segment] Ma trận suy biến: ảnh là một đoạn thẳng.
  }
action-seen = { $shape ->
    [point] Đường tròn đơn vị và ảnh của nó, một điểm.
    [segment] Đường tròn đơn vị và ảnh của nó, một đoạn thẳng.
    [circle] Đường tròn đơn vị và ảnh của nó, một đường tròn.
   *[ellipse] Đường tròn đơn vị và ảnh của nó, một đường elip.
  }
multiplied = Trên hai đường thẳng, mỗi vector được nhân với một số: { $parts }.
on-the-line = nhân với { $value } trên đường thẳng chứa { $vector }

## The characteristic polynomial

polynomial-title = Đa thức đặc trưng
crossing = nghiệm: đồ thị cắt trục hoành
touching = nghiệm: đồ thị tiếp xúc với trục hoành
real-root = nghiệm thực
not-real = nghiệm không thực
no-graph = Các hệ số không phải đều là số thực: hình chỉ có các nghiệm, không có đồ thị.
polynomial-seen = Đồ thị của { $polynomial }. Các nghiệm: { $roots }.
roots-seen = Các nghiệm của { $polynomial }: { $roots }.
of-degree = đa thức đặc trưng bậc { $number }

## The Jordan structure

jordan-title = Cấu trúc Jordan
eigenvector = vector riêng
generalised-eigenvector = vector riêng suy rộng
blocks = { $count ->
    [1] khối cấp { $sizes }
   *[other] các khối cấp { $sizes }
  }
each-root = mỗi nghiệm trong { $number } nghiệm của { $polynomial }
a-polynomial = một đa thức bậc { $number }
jordan-seen = Các khối Jordan: { $blocks }.
arrows = Mỗi cột là một khối Jordan. Mũi tên là phép nhân với { $difference }; phép nhân này biến vector riêng thành 0.
diagonalizable = Mỗi cột là một khối Jordan. Mọi khối đều có cấp 1: ma trận chéo hóa được.
generic = Điều này đúng nếu { $conditions }.

## Growth

growth-title = Độ tăng của { $iterate }
rate = tốc độ tăng { $equation }
spectral-radius = bán kính phổ { $equation }
vanishes = { $iterate } bằng 0 kể từ bước { $step }.
beyond = Các chuẩn lớn hơn { $most } hoặc nhỏ hơn { $least } không được vẽ.
misses = Vector đầu không có thành phần theo các trị riêng có môđun lớn nhất, nên tăng với một tốc độ khác.
slowly = Các tỉ số tiến chậm đến giá trị này: trị riêng có môđun lớn nhất ứng với một khối Jordan cấp 2 trở lên.
growth-seen = Chuẩn của { $iterate } ở các bước từ 0 đến { $steps } đi từ { $first } đến { $last }. Các tỉ số của chúng được vẽ cùng với { $rate }; tỉ số cuối là { $ratio }.
rescaled-title = Độ tăng của { $iterate }
rescaled-by = Ở đây { $equation } là tốc độ tăng của { $iterate }.
settles = Chuẩn luôn nằm giữa hai số dương.
grows = Chuẩn tăng như { $order }.
rescaled-seen = Chuẩn của { $iterate } ở các bước từ 0 đến { $steps }, { $rate }, đi từ { $first } đến { $last }.
