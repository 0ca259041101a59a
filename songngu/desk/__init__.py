"""What an editor does beside writing."""
