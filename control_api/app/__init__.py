"""Where everything is put together: the only place that knows all the others."""
