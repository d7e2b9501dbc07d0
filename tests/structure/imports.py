"""What the project's modules import of each other."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("shared", "control_api", "agent_worker", "command_line", "scripts")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(path: Path) -> set[str]:
    """The modules and packages of ours that a file imports, wherever it does so."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS:
            deeper = {f"{node.module}.{alias.name}" for alias in node.names}
            exists = {name for name in deeper if is_module(name)}
            found |= exists or {node.module}
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.split(".")[0] in OURS}
    return found - {module_name(path)}


def is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()
