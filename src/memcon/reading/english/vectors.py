"""The vectors of the parser's words by its own weights, without doing twice what is done once.

spaCy's `tok2vec` first makes a vector of each word by itself, then looks four times at each word's two neighbours. Here
the first step is kept for words met before, and matrix products go through numpy in blocks of one shape: several times
as fast as the parser's own where that does not know the processor, and a passage has the same vectors whatever else is
parsed beside it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy
    from spacy.tokens import Doc

    Layer = tuple["Floats", "Floats", "Floats", "Floats"]
    Floats = numpy.ndarray[Any, numpy.dtype[numpy.float32]]

BLOCK = 32  # rows of a matrix product: enough for full speed, few enough that a short passage wastes little
KEPT = 20_000  # words whose own vector is kept: 8 MB
_EPSILON = 1e-8  # as thinc's layer norm


def product(x: "Floats", y: "Floats", out: Any = None, trans1: bool = False, trans2: bool = False) -> "Floats":
    """`x @ y`, either transposed where asked, as thinc's `gemm`, in blocks of one shape of the rows of `x`."""
    import numpy

    x, y = (x.T if trans1 else x), (y.T if trans2 else y)
    filled = numpy.zeros((-(-len(x) // BLOCK) * BLOCK, x.shape[1]), dtype="float32")
    filled[: len(x)] = x
    products: Floats = numpy.matmul(filled.reshape(-1, BLOCK, x.shape[1]), y).reshape(len(filled), y.shape[1])[: len(x)]
    if out is not None:
        out[...] = products
        return cast("Floats", out)
    return products


def multiply_in_blocks(model: Any) -> None:
    """Let a thinc model take its matrix products from `product`."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    ops.gemm = product
    for node in model.walk():
        node.ops = ops


class Vectors:
    """Vectors of words in passages, in the shape that spaCy's tagger and parser take them: (words, width), float32."""

    def __init__(self, tok2vec: Any) -> None:
        embed, encode = tok2vec.model.layers
        extract, _, hashed, mixed, _ = embed.layers
        self._columns = extract.attrs["columns"]
        self._own = (hashed.layers[0], mixed.layers[0])
        self._layers = tuple(_layer(residual.layers[0]) for residual in encode.layers[0].layers)
        self._width: int = embed.get_dim("nO") if embed.has_dim("nO") else self._layers[0][1].shape[-1]
        self._rows: dict[bytes, int] = {}
        self._kept = self._table()

    def _table(self) -> "Floats":
        import numpy

        return numpy.empty((KEPT, self._width), dtype="float32")

    def of(self, docs: Sequence["Doc"]) -> list["Floats"]:
        """The vectors of each passage's words."""
        import numpy

        features = [doc.to_array(self._columns) for doc in docs]
        own = self._of_words(numpy.concatenate(features))
        # Passages stand apart by as many empty rows as the layers look about them, as in the parser's training.
        apart = len(self._layers)
        rows = sum(len(f) + apart for f in features) + apart
        vectors = numpy.zeros((-(-rows // BLOCK) * BLOCK, self._width), dtype="float32")
        places, at, taken = [], apart, 0
        for f in features:
            vectors[at : at + len(f)] = own[taken : taken + len(f)]
            places.append((at, at + len(f)))
            at, taken = at + len(f) + apart, taken + len(f)
        for layer in self._layers:
            _look_around(vectors, rows, layer)
        return [vectors[start:end] for start, end in places]

    def _of_words(self, features: "Floats") -> "Floats":
        """The vector of each word by itself, from memory where it was met before; `features` is (words, columns)."""
        import numpy

        data, width = features.tobytes(), features.shape[1] * features.itemsize
        keys = [data[i : i + width] for i in range(0, len(data), width)]
        new = {key: n for n, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > KEPT:
            self._rows.clear()
            new = {key: n for n, key in enumerate(keys)}
        if len(new) > KEPT:
            return self._fresh(features)
        if new:
            first = len(self._rows)
            self._kept[first : first + len(new)] = self._fresh(features[list(new.values())])
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        rows = self._rows
        own: Floats = self._kept[numpy.fromiter((rows[key] for key in keys), dtype="intp", count=len(keys))]
        return own

    def _fresh(self, features: "Floats") -> "Floats":
        hashed, mixed = self._own
        vectors: Floats = mixed.predict(hashed.predict(features))
        return vectors


def _layer(model: Any) -> "Layer":
    """The weights of one layer: (3 * width, pieces * width) for the product, piece after piece; bias; scale; shift."""
    import numpy

    maxout, norm = model.layers[1].layers[0].layers
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, inputs = weights.shape
    return (
        numpy.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T),
        numpy.ascontiguousarray(bias.T),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _look_around(vectors: "Floats", rows: int, layer: "Layer") -> None:
    """Add to each row what a layer makes of it and its two neighbours, in place. Rows from `rows` on only fill up."""
    import numpy

    weights, bias, scale, shift = layer
    pieces, width = bias.shape
    around = numpy.zeros((len(vectors), 3 * width), dtype="float32")
    around[1:rows, :width] = vectors[: rows - 1]
    around[:rows, width : 2 * width] = vectors[:rows]
    around[: rows - 1, 2 * width :] = vectors[1:rows]
    products = numpy.matmul(around.reshape(-1, BLOCK, 3 * width), weights).reshape(-1, pieces, width)
    products += bias
    best = numpy.maximum(products[:, 0], products[:, 1])
    for piece in range(2, pieces):
        numpy.maximum(best, products[:, piece], out=best)
    best -= best.mean(axis=1, keepdims=True)
    spread = numpy.einsum("ij,ij->i", best, best)
    spread /= width
    spread += _EPSILON
    best /= numpy.sqrt(spread)[:, None]
    best *= scale
    best += shift
    vectors[:rows] += best[:rows]
