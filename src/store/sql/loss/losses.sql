SELECT day, cause, signed_writes, signed_visits, writes, visits FROM loss ORDER BY day, cause, signed_writes, writes
