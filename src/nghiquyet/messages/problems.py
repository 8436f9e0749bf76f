"""What ``validate`` finds: the rules beside the schema, one sentence each."""

from nghiquyet.messages.entries import Entry

PROBLEMS: dict[str, Entry] = {
    "problem.line": Entry("error", "dòng {line}: {reason}", "line {line}: {reason}", ("line", "reason")),
    "problem.field": Entry("error", "{where}: {reason}", "{where}: {reason}", ("where", "reason")),
    "problem.length": Entry(
        "error",
        "nguồn ghi dài {length}, toàn văn có {found} ký tự",
        "source: length is {length}, the text has {found} characters",
        ("length", "found"),
    ),
    "problem.hash": Entry(
        "error", "text_sha256 không phải mã băm của toàn văn", "source: text_sha256 is not the hash of the text", ()
    ),
    "problem.page": Entry(
        "error",
        "trang {number} không nối tiếp trang {before}",
        "source: page {number} does not follow page {before}",
        ("number", "before"),
    ),
    "problem.outside": Entry(
        "error",
        "{where}: đoạn {span} nằm ngoài 0-{length}",
        "{where}: span {span} is not inside 0-{length}",
        ("where", "span", "length"),
    ),
    "problem.id_twice": Entry("error", "{where}: mã xuất hiện hai lần", "{where}: the id stands twice", ("where",)),
    "problem.dangling": Entry(
        "error",
        "{where}: {field} trỏ đến «{id}», không có mã này",
        "{where}: {field} names «{id}», which does not exist",
        ("where", "field", "id"),
    ),
    "problem.not_held": Entry(
        "error",
        "{where}: chỉ tiêu «{id}» không chứa số liệu này",
        "{where}: target «{id}» does not hold it",
        ("where", "id"),
    ),
    "problem.assigned": Entry(
        "error",
        "{where}: assigned và số cơ quan ({count}) không khớp",
        "{where}: assigned does not fit {count} agencies",
        ("where", "count"),
    ),
    "problem.leaves": Entry(
        "error",
        "{where}: đoạn {span} vượt ra ngoài «{id}»",
        "{where}: span {span} leaves «{id}»",
        ("where", "span", "id"),
    ),
    "problem.overlap": Entry(
        "error",
        "{where}: «{after}» bắt đầu ở {start}, trước khi «{before}» kết thúc ở {end}",
        "{where}: «{after}» begins at {start}, before «{before}» ends at {end}",
        ("where", "after", "start", "before", "end"),
    ),
    "problem.label_span": Entry(
        "error",
        "{where}: label và label_span phải đi cùng nhau",
        "{where}: label and label_span come together",
        ("where",),
    ),
    "problem.label_start": Entry(
        "error",
        "{where}: bắt đầu ở {start}, nhãn ở {label}",
        "{where}: begins at {start}, its label at {label}",
        ("where", "start", "label"),
    ),
    "problem.heading_outside": Entry(
        "error",
        "{where}: tiêu đề ở {start} nằm ngoài",
        "{where}: the heading at {start} is outside",
        ("where", "start"),
    ),
    "problem.end": Entry(
        "error",
        "{where}: kết thúc ở {end}, nội dung cuối ở {last}",
        "{where}: ends at {end}, the last thing inside at {last}",
        ("where", "end", "last"),
    ),
    "problem.fragment_ends": Entry(
        "error",
        "{where}: các mảnh không bắt đầu và kết thúc cùng đoạn",
        "{where}: its fragments do not begin and end with its span",
        ("where",),
    ),
    "problem.fragment_order": Entry(
        "error",
        "{where}: mảnh ở {start} bắt đầu trước khi mảnh trước kết thúc",
        "{where}: fragment at {start} begins before the last ends",
        ("where", "start"),
    ),
    "problem.sentence_ends": Entry(
        "error",
        "{where}: các câu không bắt đầu và kết thúc cùng khối",
        "{where}: its sentences do not begin and end with it",
        ("where",),
    ),
    "problem.sentence_order": Entry(
        "error",
        "{where}: câu ở {start} bắt đầu trước khi câu trước kết thúc",
        "{where}: sentence at {start} begins before the last ends",
        ("where", "start"),
    ),
    "problem.sentence_gap": Entry(
        "error",
        "{where}: có chữ giữa hai câu ở {start}",
        "{where}: something stands between its sentences at {start}",
        ("where", "start"),
    ),
    "problem.text": Entry(
        "error",
        "{where}: nguồn in «{printed}», tài liệu ghi «{text}»",
        "{where}: the source has «{printed}» there, the document «{text}»",
        ("where", "printed", "text"),
    ),
    "problem.blank_edge": Entry(
        "error",
        "{where}: đoạn {span} bắt đầu hoặc kết thúc bằng khoảng trống",
        "{where}: span {span} begins or ends with a blank",
        ("where", "span"),
    ),
    "problem.crossing": Entry(
        "error",
        "{where}: đoạn {span} cắt ngang một trường khác hoặc vượt ra ngoài viện dẫn",
        "{where}: span {span} crosses another field, or the end of its reference",
        ("where", "span"),
    ),
    "problem.cut_word": Entry(
        "error", "{where}: đoạn {span} cắt ngang một từ", "{where}: span {span} cuts a word", ("where", "span")
    ),
    "problem.id_expected": Entry(
        "error",
        "{where}: ở chỗ này của danh sách cần mã {expected}",
        "{where}: {expected} was expected at this place of the list",
        ("where", "expected"),
    ),
    "problem.list_order": Entry(
        "error",
        "{where}: đứng sau {before} trong danh sách nhưng trước trong văn bản",
        "{where}: stands behind {before} in the list and before it in the text",
        ("where", "before"),
    ),
    "problem.order": Entry(
        "error",
        "furniture, repairs và edits phải theo thứ tự văn bản",
        "furniture, repairs and edits stand in text order",
        (),
    ),
    "problem.no_quantity": Entry(
        "error",
        "{where}: {comparator} mà không có lượng",
        "{where}: {comparator} without a quantity",
        ("where", "comparator"),
    ),
    "problem.qualitative": Entry(
        "error", "{where}: qualitative mà có lượng", "{where}: qualitative with a quantity", ("where",)
    ),
    "problem.value_or_range": Entry(
        "error",
        "{where}: lượng có value, hoặc có low và high",
        "{where}: a quantity has a value, or low and high",
        ("where",),
    ),
    "problem.low_high": Entry(
        "error",
        "{where}: low {low} lớn hơn high {high}",
        "{where}: low {low} is above high {high}",
        ("where", "low", "high"),
    ),
    "problem.scale": Entry(
        "error", "{where}: scale {scale} không dương", "{where}: scale {scale} is not positive", ("where", "scale")
    ),
    "problem.period": Entry(
        "error", "{where}: kỳ kết thúc trước khi bắt đầu", "{where}: its period ends before it begins", ("where",)
    ),
    "problem.code": Entry(
        "error", "chẩn đoán «{code}» không có trong danh mục", "diagnostic «{code}» is not in the catalogue", ("code",)
    ),
    "problem.code_params": Entry(
        "error",
        "chẩn đoán {code}: mức độ và tham số không đúng danh mục",
        "diagnostic {code}: severity and parameters are not those of the catalogue",
        ("code",),
    ),
    "problem.mark": Entry(
        "error",
        "dấu của {id} trong {where}: «{text}» không phải chỗ in dữ kiện",
        "mark of {id} in {where}: «{text}» is not where the fact is printed",
        ("id", "where", "text"),
    ),
    "problem.mark_missing": Entry(
        "error",
        "{where}: thiếu dấu của {id} quanh «{text}»",
        "{where}: the mark of {id} is missing around «{text}»",
        ("where", "id", "text"),
    ),
}
"""``where`` is an id, or an id and a field."""
