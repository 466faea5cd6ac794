// The second of the two addons of last_error.c.
#include "last_error.c"
