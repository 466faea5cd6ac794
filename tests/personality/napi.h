// Node-API as C: the types, and what both hosts have. Written here, because headers come with no host for certain.
#ifndef NAPI_H
#define NAPI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint16_t char16_t;
typedef struct napi_env__* napi_env;
typedef struct napi_value__* napi_value;
typedef struct napi_ref__* napi_ref;
typedef struct napi_handle_scope__* napi_handle_scope;
typedef struct napi_escapable_handle_scope__* napi_escapable_handle_scope;
typedef struct napi_callback_info__* napi_callback_info;
typedef struct napi_deferred__* napi_deferred;
typedef struct napi_callback_scope__* napi_callback_scope;
typedef struct napi_async_context__* napi_async_context;
typedef struct napi_async_work__* napi_async_work;
typedef struct napi_threadsafe_function__* napi_threadsafe_function;
typedef struct napi_async_cleanup_hook_handle__* napi_async_cleanup_hook_handle;
struct uv_loop_s;
#define NAPI_AUTO ((size_t)-1)

typedef enum {
  napi_default = 0,
  napi_writable = 1,
  napi_enumerable = 2,
  napi_configurable = 4,
  napi_static = 1 << 10,
  napi_default_method = 5,
  napi_default_jsproperty = 7,
} napi_property_attributes;

typedef enum {
  napi_undefined,
  napi_null,
  napi_boolean,
  napi_number,
  napi_string,
  napi_symbol,
  napi_object,
  napi_function,
  napi_external,
  napi_bigint,
} napi_valuetype;

typedef enum {
  napi_int8_array,
  napi_uint8_array,
  napi_uint8_clamped_array,
  napi_int16_array,
  napi_uint16_array,
  napi_int32_array,
  napi_uint32_array,
  napi_float32_array,
  napi_float64_array,
  napi_bigint64_array,
  napi_biguint64_array,
} napi_typedarray_type;

typedef enum {
  napi_ok,
  napi_invalid_arg,
  napi_object_expected,
  napi_string_expected,
  napi_name_expected,
  napi_function_expected,
  napi_number_expected,
  napi_boolean_expected,
  napi_array_expected,
  napi_generic_failure,
  napi_pending_exception,
  napi_cancelled,
  napi_escape_called_twice,
  napi_handle_scope_mismatch,
  napi_callback_scope_mismatch,
  napi_queue_full,
  napi_closing,
  napi_bigint_expected,
  napi_date_expected,
  napi_arraybuffer_expected,
  napi_detachable_arraybuffer_expected,
  napi_would_deadlock,
  // From here on the hosts differ: these are Node's.
  napi_no_external_buffers_allowed,
  napi_cannot_run_js,
} napi_status;

typedef enum { napi_key_include_prototypes, napi_key_own_only } napi_key_collection_mode;
typedef enum {
  napi_key_all_properties = 0,
  napi_key_writable = 1,
  napi_key_enumerable = 2,
  napi_key_configurable = 4,
  napi_key_skip_strings = 8,
  napi_key_skip_symbols = 16,
} napi_key_filter;
typedef enum { napi_key_keep_numbers, napi_key_numbers_to_strings } napi_key_conversion;
typedef enum { napi_tsfn_release, napi_tsfn_abort } napi_threadsafe_function_release_mode;
typedef enum { napi_tsfn_nonblocking, napi_tsfn_blocking } napi_threadsafe_function_call_mode;

typedef napi_value (*napi_callback)(napi_env, napi_callback_info);
typedef void (*napi_finalize)(napi_env, void* data, void* hint);
typedef void (*napi_cleanup_hook)(void*);
typedef void (*napi_async_cleanup_hook)(napi_async_cleanup_hook_handle, void*);
typedef void (*napi_async_execute_callback)(napi_env, void*);
typedef void (*napi_async_complete_callback)(napi_env, napi_status, void*);
typedef void (*napi_threadsafe_function_call_js)(napi_env, napi_value, void* context, void* data);
typedef napi_value (*napi_addon_register_func)(napi_env, napi_value exports);

typedef struct {
  const char* utf8name;
  napi_value name;
  napi_callback method;
  napi_callback getter;
  napi_callback setter;
  napi_value value;
  napi_property_attributes attributes;
  void* data;
} napi_property_descriptor;

typedef struct {
  const char* error_message;
  void* engine_reserved;
  uint32_t engine_error_code;
  napi_status error_code;
} napi_extended_error_info;

typedef struct {
  uint64_t lower;
  uint64_t upper;
} napi_type_tag;

typedef struct {
  uint32_t major;
  uint32_t minor;
  uint32_t patch;
  const char* release;
} napi_node_version;

typedef struct {
  int nm_version;
  unsigned int nm_flags;
  const char* nm_filename;
  napi_addon_register_func nm_register_func;
  const char* nm_modname;
  void* nm_priv;
  void* reserved[4];
} napi_module;

#define NAPI(name, ...) napi_status name(napi_env env, ##__VA_ARGS__);
// What the personality handles itself.
NAPI(napi_add_async_cleanup_hook, napi_async_cleanup_hook hook, void* argument, napi_async_cleanup_hook_handle* result)
NAPI(napi_add_env_cleanup_hook, napi_cleanup_hook hook, void* argument)
NAPI(napi_add_finalizer, napi_value object, void* data, napi_finalize finalize, void* hint, napi_ref* result)
NAPI(napi_call_function, napi_value receiver, napi_value function, size_t argc, const napi_value* argv, napi_value* result)
NAPI(napi_cancel_async_work, napi_async_work work)
NAPI(napi_close_escapable_handle_scope, napi_escapable_handle_scope scope)
NAPI(napi_close_handle_scope, napi_handle_scope scope)
NAPI(napi_coerce_to_object, napi_value value, napi_value* result)
NAPI(napi_create_async_work, napi_value resource, napi_value name, napi_async_execute_callback execute,
     napi_async_complete_callback complete, void* data, napi_async_work* result)
NAPI(napi_create_buffer, size_t size, void** data, napi_value* result)
NAPI(napi_create_buffer_copy, size_t length, const void* from, void** data, napi_value* result)
NAPI(napi_create_external, void* data, napi_finalize finalize, void* hint, napi_value* result)
NAPI(napi_create_external_arraybuffer, void* data, size_t length, napi_finalize finalize, void* hint, napi_value* result)
NAPI(napi_create_external_buffer, size_t length, void* data, napi_finalize finalize, void* hint, napi_value* result)
NAPI(napi_create_function, const char* name, size_t length, napi_callback callback, void* data, napi_value* result)
NAPI(napi_create_range_error, napi_value code, napi_value message, napi_value* result)
NAPI(napi_create_reference, napi_value value, uint32_t count, napi_ref* result)
NAPI(napi_create_threadsafe_function, napi_value function, napi_value resource, napi_value name, size_t max_queue_size,
     size_t threads, void* finalize_data, napi_finalize finalize, void* context,
     napi_threadsafe_function_call_js call_js, napi_threadsafe_function* result)
NAPI(napi_create_type_error, napi_value code, napi_value message, napi_value* result)
NAPI(napi_define_class, const char* name, size_t length, napi_callback constructor, void* data, size_t count,
     const napi_property_descriptor* properties, napi_value* result)
NAPI(napi_define_properties, napi_value object, size_t count, const napi_property_descriptor* properties)
NAPI(napi_delete_async_work, napi_async_work work)
NAPI(napi_delete_reference, napi_ref reference)
NAPI(napi_escape_handle, napi_escapable_handle_scope scope, napi_value value, napi_value* result)
NAPI(napi_get_and_clear_last_exception, napi_value* result)
NAPI(napi_get_cb_info, napi_callback_info info, size_t* argc, napi_value* argv, napi_value* receiver, void** data)
NAPI(napi_get_instance_data, void** data)
NAPI(napi_get_last_error_info, const napi_extended_error_info** result)
NAPI(napi_get_property_names, napi_value object, napi_value* result)
NAPI(napi_get_reference_value, napi_ref reference, napi_value* result)
NAPI(napi_get_typedarray_info, napi_value array, napi_typedarray_type* type, size_t* length, void** data,
     napi_value* arraybuffer, size_t* offset)
NAPI(napi_get_version, uint32_t* result)
NAPI(napi_is_arraybuffer, napi_value value, bool* result)
NAPI(napi_make_callback, napi_async_context context, napi_value receiver, napi_value function, size_t argc,
     const napi_value* argv, napi_value* result)
NAPI(napi_new_instance, napi_value constructor, size_t argc, const napi_value* argv, napi_value* result)
NAPI(napi_open_escapable_handle_scope, napi_escapable_handle_scope* result)
NAPI(napi_open_handle_scope, napi_handle_scope* result)
NAPI(napi_queue_async_work, napi_async_work work)
NAPI(napi_ref_threadsafe_function, napi_threadsafe_function function)
NAPI(napi_reference_ref, napi_ref reference, uint32_t* result)
NAPI(napi_reference_unref, napi_ref reference, uint32_t* result)
NAPI(napi_remove_env_cleanup_hook, napi_cleanup_hook hook, void* argument)
NAPI(napi_remove_wrap, napi_value object, void** result)
NAPI(napi_run_script, napi_value script, napi_value* result)
NAPI(napi_set_instance_data, void* data, napi_finalize finalize, void* hint)
NAPI(napi_throw, napi_value error)
NAPI(napi_unref_threadsafe_function, napi_threadsafe_function function)
NAPI(napi_unwrap, napi_value object, void** result)
NAPI(napi_wrap, napi_value object, void* native, napi_finalize finalize, void* hint, napi_ref* result)
#undef NAPI

napi_status napi_acquire_threadsafe_function(napi_threadsafe_function function);
napi_status napi_call_threadsafe_function(napi_threadsafe_function function, void* data,
                                          napi_threadsafe_function_call_mode mode);
napi_status napi_get_threadsafe_function_context(napi_threadsafe_function function, void** result);
napi_status napi_release_threadsafe_function(napi_threadsafe_function function,
                                             napi_threadsafe_function_release_mode mode);
napi_status napi_remove_async_cleanup_hook(napi_async_cleanup_hook_handle handle);
__attribute__((noreturn)) void napi_fatal_error(const char* location, size_t location_length, const char* message, size_t message_length);
void napi_module_register(napi_module* module);

// What it forwards.
#include "each.h"
#define FORWARD(name, ...) napi_status name(napi_env env EACH(PARAMETER, ##__VA_ARGS__));
#include "forwarded.h"
#undef FORWARD

#endif
