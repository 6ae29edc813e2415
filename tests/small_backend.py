"""A build backend of a few lines: test_setup.py installs with it where there is no network."""

import zipfile
from pathlib import Path


def write_wheel(folder: str, name: str) -> str:
    """Write a package of one module, of one line; return its file name."""
    file, info = f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    with zipfile.ZipFile(Path(folder) / file, "w") as wheel:
        # A fixed time of change: the same wheel, and so the same hash, at any moment.
        for path, text in [
            (f"{name}.py", "answer = 42\n"),
            (f"{info}/METADATA", metadata),
            (f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
            (f"{info}/RECORD", ""),
        ]:
            wheel.writestr(zipfile.ZipInfo(path), text)
    return file


def build_editable(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """What pip calls to install the project in whose folder this file lies (PEP 660)."""
    del config_settings, metadata_directory
    return write_wheel(wheel_directory, "small")
