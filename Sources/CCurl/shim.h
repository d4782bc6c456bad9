// What Swift sees of libcurl.
#ifndef POLAR_RECEIVER_CCURL_SHIM_H
#define POLAR_RECEIVER_CCURL_SHIM_H

#include <curl/curl.h>
#include <sys/socket.h>

// CURLOPT_QUICK_EXIT: without it, giving up a request waits for its name look-up.
#if LIBCURL_VERSION_NUM < 0x075700
#error "HTTPClient needs libcurl 7.87 or later"
#endif

// Functions with variable arguments, which Swift does not see.

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

/// libcurl copies the text.
static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

/// libcurl keeps the pointer.
static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

/// libcurl copies the bytes.
static inline CURLcode ccurl_set_blob(CURL *easy, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return curl_easy_setopt(easy, option, &blob);
}

/// Sets the body of a request; libcurl copies the bytes.
static inline CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

typedef size_t (*ccurl_bytes_function)(char *bytes, size_t size, size_t count, void *context);

/// Has the lines of the answer's head and its body handed to functions.
static inline CURLcode ccurl_set_receivers(
    CURL *easy, ccurl_bytes_function header, ccurl_bytes_function body, void *context) {
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
    return curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline int ccurl_note_look_up(void *resolver, void *reserved, void *flag) {
    (void)resolver, (void)reserved;
    *(_Bool *)flag = 1;
    return 0;
}

/// Has `flag`, which must outlive the handle, set once a look-up of the name begins.
static inline CURLcode ccurl_note_look_ups(CURL *easy, _Bool *flag) {
    curl_easy_setopt(easy, CURLOPT_RESOLVER_START_FUNCTION, ccurl_note_look_up);
    return curl_easy_setopt(easy, CURLOPT_RESOLVER_START_DATA, flag);
}

static inline curl_socket_t ccurl_open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)context, (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Keeps sockets from child processes.
static inline CURLcode ccurl_close_sockets_on_exec(CURL *easy) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, ccurl_open_socket);
}

/// 0 where libcurl does not say.
static inline long ccurl_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

/// 0 where libcurl does not say.
static inline curl_off_t ccurl_get_time(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

/// The lines about the server's own certificate; NULL where there is none.
static inline const struct curl_slist *ccurl_get_certificate(CURL *easy) {
    struct curl_certinfo *certificates = NULL;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &certificates) != CURLE_OK) { return NULL; }
    return certificates != NULL && certificates->num_of_certs > 0 ? certificates->certinfo[0] : NULL;
}

static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/// Has the sockets to watch and the time of the next call handed to functions.
static inline CURLMcode ccurl_multi_set_watchers(
    CURLM *multi, curl_socket_callback socket, curl_multi_timer_callback timer, void *context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
}

/// The next transfer that has ended and its result; NULL where there is none.
static inline CURL *ccurl_multi_next_end(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) { continue; }
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

/// Whether libcurl was built with the path of one file of authorities.
static inline _Bool ccurl_has_authorities_file(void) {
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    return info->age >= CURLVERSION_SEVENTH && info->cainfo != NULL;
}

/// CURL_SOCKET_TIMEOUT, a cast.
static const curl_socket_t ccurl_no_socket = CURL_SOCKET_TIMEOUT;

/// CURL_GLOBAL_DEFAULT, a macro of macros.
static const long ccurl_global_default = CURL_GLOBAL_DEFAULT;

#endif
