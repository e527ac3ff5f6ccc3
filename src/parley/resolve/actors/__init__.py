"""Who is who across the reports of a story: names read, gathered report by report, and joined by rules that say why."""
