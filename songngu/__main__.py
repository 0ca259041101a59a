"""`python -m songngu`: the same door as the console command."""

import sys

if __name__ == "__main__":
    try:
        from songngu.cli import main

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        # Interrupted while the house was still loading.
        sys.exit(130)
