"""What other programs say of words in an article: fact checks as schema.org ClaimReview, and Web
Annotations, read into one plain shape. Nothing is looked up and nothing recorded here."""

from factcheck.corrections.foreign.reading import read_remarks
from factcheck.corrections.foreign.remark import Mistake, Remark, Said

__all__ = ["Mistake", "Remark", "Said", "read_remarks"]
