// Parameters as data: (VALUE, name) is a handle, (RESULT, name) where a handle is written, (IN, type, name) anything else.
#ifndef EACH_H
#define EACH_H

#define EACH(macro, ...) EACH_I(EACH_COUNT(_, ##__VA_ARGS__, 7, 6, 5, 4, 3, 2, 1, 0), macro, ##__VA_ARGS__)
#define EACH_COUNT(_, a, b, c, d, e, f, g, count, ...) count
#define EACH_I(count, ...) EACH_II(count, __VA_ARGS__)
#define EACH_II(count, ...) EACH_##count(__VA_ARGS__)
#define EACH_0(m)
#define EACH_1(m, a) m a
#define EACH_2(m, a, ...) m a EACH_1(m, __VA_ARGS__)
#define EACH_3(m, a, ...) m a EACH_2(m, __VA_ARGS__)
#define EACH_4(m, a, ...) m a EACH_3(m, __VA_ARGS__)
#define EACH_5(m, a, ...) m a EACH_4(m, __VA_ARGS__)
#define EACH_6(m, a, ...) m a EACH_5(m, __VA_ARGS__)
#define EACH_7(m, a, ...) m a EACH_6(m, __VA_ARGS__)

#define PARAMETER(kind, ...) PARAMETER_##kind(__VA_ARGS__)
#define PARAMETER_VALUE(name) , napi_value name
#define PARAMETER_RESULT(name) , napi_value* name
#define PARAMETER_IN(type, name) , type name

#endif
