"""What departments send as Word files, brought in as articles: nothing of it is lost unsaid."""
