"""Issue -> PDFs: parts set one by one, joined into the interior; screen editions."""
