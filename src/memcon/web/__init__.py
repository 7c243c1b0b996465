"""Pages and HTTP API over the questions. `app.create` makes the application; nothing else is for use outside."""
