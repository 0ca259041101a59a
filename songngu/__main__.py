"""`python -m songngu`: the same door as the console command."""

import gc
import sys

if __name__ == "__main__":
    # A call does one thing and ends: it leaves few circles to look for, and none to take apart.
    gc.set_threshold(20_000)
    try:
        from songngu.cli import main

        code = main(sys.argv[1:])
        gc.freeze()
        sys.exit(code)
    except KeyboardInterrupt:
        # Interrupted while the house was still loading.
        sys.exit(130)
