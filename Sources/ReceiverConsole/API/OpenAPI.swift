/// The description of the API (OpenAPI 3.1), served at `/api/v1/openapi.json`.
enum OpenAPI {
    static let document = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "polar-receiver operations",
            "version": "1",
             "description": "Reads the inbox of a receiver and changes deliveries. Listings are newest first. Unknown parameters and keys, empty values and names that do not exist are refused with 400. Texts of more than 4,000 bytes are cut and end with an ellipsis; of the failed attempts of a delivery the newest 100 are shown."
          },
          "security": [{"token": []}],
          "paths": {
            "/api/v1/status": {
              "get": {
                "operationId": "getStatus",
                "summary": "How receiver and endpoints fare",
                "responses": {
                  "200": {"description": "The status", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Status"}}}},
                  "401": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/messages": {
              "get": {
                "operationId": "listMessages",
                "summary": "Messages that fulfil all conditions",
                "parameters": [
                  {"name": "type", "in": "query", "description": "A type, or all that begin so, such as order.*; may be repeated", "schema": {"type": "array", "items": {"type": "string"}}},
                  {"name": "subject", "in": "query", "schema": {"type": "string", "minLength": 1}},
                  {"name": "id", "in": "query", "description": "The beginning of the webhook id", "schema": {"type": "string", "minLength": 1}},
                  {"name": "endpoint", "in": "query", "description": "An endpoint of the configuration or of the inbox", "schema": {"type": "string", "minLength": 1}},
                  {"name": "handler", "in": "query", "description": "A handler of the configuration or of the inbox", "schema": {"type": "string", "minLength": 1}},
                  {"name": "state", "in": "query", "description": "A state of a delivery; may be repeated", "schema": {"type": "array", "items": {"$ref": "#/components/schemas/State"}}},
                  {"name": "before", "in": "query", "description": "The row at which the page before ended", "schema": {"type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500, "default": 50}}
                ],
                "responses": {
                  "200": {
                    "description": "A page of messages",
                    "content": {"application/json": {"schema": {
                      "type": "object",
                      "required": ["messages"],
                      "properties": {"messages": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}}}
                    }}}
                  },
                  "400": {"$ref": "#/components/responses/Error"},
                  "401": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/messages/{row}": {
              "get": {
                "operationId": "getMessage",
                "summary": "A message with its headers and every failed attempt",
                "parameters": [{"$ref": "#/components/parameters/row"}],
                "responses": {
                  "200": {"description": "The message", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Details"}}}},
                  "401": {"$ref": "#/components/responses/Error"},
                  "404": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/messages/{row}/body": {
              "get": {
                "operationId": "getBody",
                "summary": "The body exactly as signed; it holds personal data, so the request is logged",
                "parameters": [{"$ref": "#/components/parameters/row"}],
                "responses": {
                  "200": {"description": "The bytes", "content": {"application/octet-stream": {}}},
                  "401": {"$ref": "#/components/responses/Error"},
                  "404": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/handlers": {
              "get": {
                "operationId": "listHandlers",
                "summary": "The handlers, and how many deliveries each has to work on",
                "responses": {
                  "200": {
                    "description": "The handlers",
                    "content": {"application/json": {"schema": {
                      "type": "object",
                      "required": ["handlers"],
                      "properties": {"handlers": {"type": "array", "items": {"$ref": "#/components/schemas/Handler"}}}
                    }}}
                  },
                  "401": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/types": {
              "get": {
                "operationId": "listTypes",
                "summary": "The event types that have arrived, and what of them this version does not know",
                "responses": {
                  "200": {
                    "description": "The types",
                    "content": {"application/json": {"schema": {
                      "type": "object",
                      "required": ["types", "more"],
                      "properties": {
                        "types": {"type": "array", "maxItems": 200, "items": {"$ref": "#/components/schemas/Type"}},
                        "more": {"type": "integer", "minimum": 0, "description": "How many types are not listed"}
                      }
                    }}}
                  },
                  "401": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/replay": {
              "post": {
                "operationId": "replay",
                "summary": "Makes deliveries pending again, with all their attempts before them",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Change"}}}},
                "responses": {
                  "200": {"$ref": "#/components/responses/Changed"},
                  "400": {"$ref": "#/components/responses/Error"},
                  "401": {"$ref": "#/components/responses/Error"},
                  "403": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            },
            "/api/v1/dismiss": {
              "post": {
                "operationId": "dismiss",
                "summary": "Dismisses dead deliveries",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Dismissal"}}}},
                "responses": {
                  "200": {"$ref": "#/components/responses/Changed"},
                  "400": {"$ref": "#/components/responses/Error"},
                  "401": {"$ref": "#/components/responses/Error"},
                  "403": {"$ref": "#/components/responses/Error"},
                  "503": {"$ref": "#/components/responses/Error"}
                }
              }
            }
          },
          "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "ADMIN_TOKEN; a console on loopback without one asks for none"}},
            "parameters": {"row": {"name": "row", "in": "path", "required": true, "schema": {"type": "integer", "format": "int64", "minimum": 1, "maximum": 9223372036854775807}}},
            "responses": {
              "Error": {
                "description": "Why not",
                "content": {"application/json": {"schema": {
                  "type": "object",
                  "required": ["error"],
                  "properties": {"error": {"type": "string"}, "message": {"type": "string"}}
                }}}
              },
              "Changed": {
                "description": "How many deliveries were changed",
                "content": {"application/json": {"schema": {
                  "type": "object",
                  "required": ["changed"],
                  "properties": {"changed": {"type": "integer", "minimum": 0}}
                }}}
              }
            },
            "schemas": {
              "State": {"type": "string", "enum": ["pending", "running", "succeeded", "dead", "dismissed", "superseded"]},
              "Delivery": {
                "type": "object",
                "required": ["handler", "state", "attempt"],
                "properties": {
                  "handler": {"type": "string"},
                  "state": {"$ref": "#/components/schemas/State"},
                  "attempt": {"type": "integer"},
                  "next_attempt_at": {"type": ["string", "null"], "format": "date-time"},
                  "last_error": {"type": ["string", "null"]},
                  "lane": {"type": ["string", "null"]},
                  "waits_for_lane": {"type": "boolean"},
                  "overtaken": {"type": "boolean"},
                  "generation": {"type": "integer"},
                  "overdue_since": {"type": ["string", "null"], "format": "date-time"}
                }
              },
              "Message": {
                "type": "object",
                "required": ["webhook_id", "endpoint", "received_at", "origin", "deliveries"],
                "properties": {
                  "row": {"type": "integer"},
                  "webhook_id": {"type": "string"},
                  "endpoint": {"type": "string"},
                  "type": {"type": ["string", "null"]},
                  "timestamp": {"type": ["string", "null"], "format": "date-time"},
                  "api_version": {"type": ["string", "null"]},
                  "subject": {"type": ["string", "null"]},
                  "received_at": {"type": "string", "format": "date-time"},
                  "origin": {"type": ["string", "null"], "enum": ["delivered", "recovered", "synthetic", null]},
                  "deliveries": {"type": "array", "items": {"$ref": "#/components/schemas/Delivery"}}
                }
              },
              "Details": {
                "type": "object",
                "required": ["message", "headers", "body_bytes", "is_pruned", "attempts"],
                "properties": {
                  "message": {"$ref": "#/components/schemas/Message"},
                  "headers": {"type": "array", "items": {
                    "type": "object",
                    "required": ["name", "value"],
                    "properties": {"name": {"type": "string"}, "value": {"type": "string"}}
                  }},
                  "body_bytes": {"type": "integer"},
                  "is_pruned": {"type": "boolean"},
                  "attempts": {"type": "object", "additionalProperties": {"type": "array", "items": {
                    "type": "object",
                    "required": ["attempt", "started_at", "ended_at", "error"],
                    "properties": {
                      "attempt": {"type": "integer"},
                      "started_at": {"type": "string", "format": "date-time"},
                      "ended_at": {"type": "string", "format": "date-time"},
                      "error": {"type": "string"}
                    }
                  }}}
                }
              },
              "Handler": {
                "type": "object",
                "required": ["id", "module", "events", "ordering", "concurrency", "timeout_seconds", "attempts", "deliveries"],
                "properties": {
                  "id": {"type": "string"},
                  "module": {"type": "string"},
                  "events": {"type": "array", "items": {"type": "string"}},
                  "only": {"type": "array", "items": {"type": "string"}},
                  "ordering": {"type": "string", "enum": ["by_subject", "none"]},
                  "concurrency": {"type": "integer"},
                  "timeout_seconds": {"type": "integer"},
                  "attempts": {"type": "integer"},
                  "deliveries": {"$ref": "#/components/schemas/Counts"}
                }
              },
              "Counts": {
                "type": "object",
                "required": ["pending", "running", "dead"],
                "properties": {"pending": {"type": "integer"}, "running": {"type": "integer"}, "dead": {"type": "integer"}}
              },
              "Type": {
                "type": "object",
                "required": ["type", "is_known", "newest_row", "newest_received_at", "unknown_fields"],
                "properties": {
                  "type": {"type": "string"},
                  "is_known": {"type": "boolean"},
                  "newest_row": {"type": "integer"},
                  "newest_received_at": {"type": "string", "format": "date-time"},
                  "unknown_fields": {"type": "array", "items": {"type": "string"}},
                  "problem": {"type": "string"}
                }
              },
              "Status": {
                "type": "object",
                "required": ["version", "started_at", "deliveries", "oldest_pending_delivery_age_seconds", "endpoints"],
                "properties": {
                  "version": {"type": "string"},
                  "started_at": {"type": "string", "format": "date-time"},
                  "deliveries": {"$ref": "#/components/schemas/Counts"},
                  "oldest_pending_delivery_age_seconds": {"type": "integer"},
                  "free_bytes": {"type": "integer"},
                  "endpoints": {"type": "array", "items": {
                    "type": "object",
                    "required": ["name", "path", "silence_seconds", "accepted_in_last_hour", "consecutive_refusals", "failing_messages", "refusals", "secret_uses"],
                    "properties": {
                      "name": {"type": "string"},
                      "path": {"type": "string"},
                      "last_accepted_at": {"type": "string", "format": "date-time"},
                      "silence_seconds": {"type": "integer"},
                      "accepted_in_last_hour": {"type": "integer"},
                      "consecutive_refusals": {"type": "integer"},
                      "failing_messages": {"type": "integer", "maximum": 10},
                      "refusals": {"type": "object", "additionalProperties": {"type": "integer"}},
                      "secret_uses": {"type": "object", "additionalProperties": {"type": "integer"}}
                    }
                  }}
                }
              },
              "Change": {
                "type": "object",
                "required": ["rows"],
                "additionalProperties": false,
                "properties": {
                  "rows": {"type": "array", "minItems": 1, "items": {"type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807}},
                  "handler": {"type": ["string", "null"], "minLength": 1, "description": "Only the deliveries of this handler, which must exist; without it, those of all"},
                  "only_dead": {"type": ["boolean", "null"], "default": false, "description": "Only dead deliveries"},
                  "as_new": {"type": ["boolean", "null"], "default": false, "description": "With new idempotency keys"}
                }
              },
              "Dismissal": {
                "type": "object",
                "required": ["rows"],
                "additionalProperties": false,
                "properties": {
                  "rows": {"type": "array", "minItems": 1, "items": {"type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807}},
                  "handler": {"type": ["string", "null"], "minLength": 1, "description": "Only the deliveries of this handler, which must exist; without it, those of all"}
                }
              }
            }
          }
        }
        """#
}
