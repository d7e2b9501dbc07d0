"""Browser sessions: a cookie that signs a person in, and the codes that begin one."""
