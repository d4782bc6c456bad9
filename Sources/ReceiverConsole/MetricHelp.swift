/// What each metric means, for the page that Prometheus reads.
public enum MetricHelp {
    /// By the name of the metric.
    public static let texts = [
        "polar_receiver_build_info": "The version of the receiver, always 1.",
        "polar_receiver_configuration_last_reload_success_timestamp_seconds": "When the configuration was read last.",
        "polar_receiver_configuration_reloads_total": "Attempts to read the configuration again.",
        "polar_receiver_console_wrong_tokens_total": "Wrong tokens at the console, by where they stood.",
        "polar_receiver_deliveries": "Deliveries that are not finished, by handler and state.",
        "polar_receiver_delivery_attempts_total": "Runs of deliveries by how they ended.",
        "polar_receiver_delivery_duration_seconds": "How long the runs of deliveries took.",
        "polar_receiver_endpoint_consecutive_refusals": "Refused requests since the last accepted message.",
        "polar_receiver_endpoint_failing_messages":
            "Different messages refused since the last accepted one, at most 10; Polar disables an endpoint at 10.",
        "polar_receiver_endpoint_silence_seconds": "Since the last accepted message, or since the start.",
        "polar_receiver_events_total": "Accepted events by type.",
        "polar_receiver_events_unhandled_total": "Accepted events that no handler is registered for.",
        "polar_receiver_handler_timeouts_total": "Runs that exceeded their time-out.",
        "polar_receiver_http_connections": "Open connections of the public listener.",
        "polar_receiver_http_connections_refused_total":
            "Connections refused because those of their address were all at work.",
        "polar_receiver_http_connections_shed_total": "Connections closed to make room for others.",
        "polar_receiver_http_refusals_total": "Requests that are not HTTP or are too slow, and floods of TLS records.",
        "polar_receiver_http_request_duration_seconds":
            "From the last byte of a message to its answer; Polar wants two seconds at most.",
        "polar_receiver_http_requests_total": "Answered requests of the public listener.",
        "polar_receiver_last_reconciliation_timestamp_seconds": "When the inbox was compared with Polar last.",
        "polar_receiver_log_lines_dropped_total": "Log lines that were not written, because the reader stood still.",
        "polar_receiver_message_rejections_total": "Messages refused by the receiver, by reason.",
        "polar_receiver_messages_pruned_total": "Messages whose bodies were removed by the retention rules.",
        "polar_receiver_messages_total": "Messages by what became of them.",
        "polar_receiver_missing_events_total": "Events that Polar had and the inbox had not, by what became of them.",
        "polar_receiver_oldest_pending_delivery_age_seconds":
            "How long the oldest message with a pending delivery waits: for its first attempt, or since one failed; 0 without one.",
        "polar_receiver_polar_endpoint_enabled": "Whether Polar's endpoint is enabled.",
        "polar_receiver_polar_failures_in_a_row":
            "Polar's newest events that have all failed for good; Polar disables an endpoint at 10.",
        "polar_receiver_secret_matches_total": "Verified messages by secret and key rule.",
        "polar_receiver_store_free_bytes": "Room on the disk of the database.",
        "polar_receiver_store_operation_duration_seconds": "How long operations of the store took.",
        "polar_receiver_store_up": "Whether a message could be stored at the moment of asking.",
        "polar_receiver_synthetic_states_total": "Customer states stored because Polar had made no events.",
        "polar_receiver_tls_certificate_expiry_timestamp_seconds": "When the certificate ends.",
        "polar_receiver_tls_handshake_failures_total": "Connections that never became one of TLS.",
        "polar_receiver_unlisted_senders_total": "Signed messages from addresses that are not in the list of senders.",
    ]

    /// The upper bounds of the histograms for what takes well under a millisecond, in seconds.
    public static let buckets = [
        "polar_receiver_http_request_duration_seconds": shortTimes,
        "polar_receiver_store_operation_duration_seconds": shortTimes,
    ]

    private static let shortTimes = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5,
    ]
}
