"""The guards of the log, which no table definition can say: events are only appended, and without
a gap. Migrations create them with these very statements; opening a store looks for them."""

from __future__ import annotations

from sqlalchemy import Connection, text

GUARDS = ("events_no_update", "events_no_delete", "events_gapless")

SQLITE = (
    """CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are only appended'); END""",
    """CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are only appended'); END""",
    """CREATE TRIGGER events_gapless BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM events)
BEGIN SELECT RAISE(ABORT, 'events follow each other without a gap'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'events are only appended' USING ERRCODE = 'integrity_constraint_violation';
END $$""",
    """CREATE FUNCTION events_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM events) THEN
    RAISE EXCEPTION 'events follow each other without a gap'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$""",
    """CREATE TRIGGER events_no_update BEFORE UPDATE ON events
FOR EACH ROW EXECUTE FUNCTION events_append_only()""",
    """CREATE TRIGGER events_no_delete BEFORE DELETE ON events
FOR EACH ROW EXECUTE FUNCTION events_append_only()""",
    """CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION events_append_only()""",
    """CREATE TRIGGER events_gapless BEFORE INSERT ON events
FOR EACH ROW EXECUTE FUNCTION events_no_gap()""",
)
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
LISTED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'events'::regclass "
    "AND NOT tgisinternal AND tgenabled <> 'D'",
}


def create_guards(connection: Connection) -> None:
    """Create all triggers, inside the caller's transaction."""
    for statement in STATEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def missing_guards(connection: Connection) -> list[str]:
    """Names of the triggers that should be there and are not."""
    found = set(connection.execute(text(LISTED[connection.dialect.name])).scalars())
    return [name for name in GUARDS if name not in found]
