"""What the operating system tells of a process."""

import os
from pathlib import Path


def processor_time(pid: int) -> float:
    """Give the seconds of processor time that it has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    # The name in brackets may hold spaces; utime and stime are the 14th and 15th field.
    ticks = fields.rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
