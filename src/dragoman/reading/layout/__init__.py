"""Layout: a report's text cut into headline, paragraphs and sentences, the dateline read off, all parsed."""
