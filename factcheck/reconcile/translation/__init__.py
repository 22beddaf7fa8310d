"""A text beside its original: passages and sentences that render each other, numbers, terms."""
