"""`python -m songngu`: the same door as the console command."""

import sys

from songngu.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
