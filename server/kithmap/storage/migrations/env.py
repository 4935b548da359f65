"""How alembic reaches the database: by the connection that it is handed, in the transaction that is open there."""

from alembic import context

attributes = context.config.attributes

context.configure(
    connection=attributes["connection"],
    target_metadata=attributes.get("metadata"),
    transactional_ddl=True,
    # SQLite cannot change a column: alembic makes the table anew and copies it.
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
