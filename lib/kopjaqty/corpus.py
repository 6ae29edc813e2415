"""The five documents' texts, where the reader has them: recognised by content, never stored here."""

from __future__ import annotations

from kopjaqty.words import (
    Word as Word,
)
from kopjaqty.words import (
    normalize as normalize,
)
from kopjaqty.words import (
    segment_digest as segment_digest,
)
from kopjaqty.words import (
    span_digest as span_digest,
)
from kopjaqty.words import (
    word_spans as word_spans,
)
from kopjaqty.words import (
    words as words,
)
