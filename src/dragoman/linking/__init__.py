"""Who is who: names compared, entities of many reports judged to be one actor or not."""
