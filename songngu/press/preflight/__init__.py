"""The honest press preflight: reads any PDF into what it paints, and judges that by rules."""
