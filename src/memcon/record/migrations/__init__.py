"""Steps from one shape of the record to the next, run by `record.opening` when a file is older than the program."""
