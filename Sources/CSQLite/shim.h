#pragma once
#include <sqlite3.h>

/// Swift can't call C functions with variable arguments, so the one call that Storage needs stands here:
/// a connection that was given this never checkpoints when it closes.
static inline int kolokol_no_checkpoint_on_close(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// Without counting what it allocates, SQLite needs no lock for each allocation. Has to be called before the first connection is opened.
static inline int kolokol_no_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
