"""What site and press share: rendered Markdown, formatted figures, charts, pictures, fonts."""
