// The second of the two addons of instance_data.c.
#include "instance_data.c"
