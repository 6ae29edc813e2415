"""What an older processor lacks."""


def old_processor() -> dict[str, str]:
    """Stub until merged."""
    return {}
