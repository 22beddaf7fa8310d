"""Alembic's entry: migrations run on the connection, and in the transaction, they are given."""

from alembic import context

from factcheck.store.rows import StoreRow

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=StoreRow.metadata, render_as_batch=True,
    transactional_ddl=False,
)  # fmt: skip
context.run_migrations()
