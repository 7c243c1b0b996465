"""Alembic's entry: run the steps on the connection that `record.opening` hands over."""

from alembic import context

from memcon.record.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
