"""What on a page is the site and not the article: lines, counters, words put around texts."""
