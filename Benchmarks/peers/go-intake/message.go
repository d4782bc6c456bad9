package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// keptHeaders are stored with a message, in this order.
var keptHeaders = []string{
	"webhook-timestamp", "webhook-signature", "webhook-api-version", "content-type", "user-agent", "x-polar-triggered",
	"traceparent",
}

// message is what is stored of a request.
type message struct {
	webhookID  string
	eventType  *string
	timestamp  *int64
	apiVersion *string
	subject    *string
	headers    string
	receivedAt int64
	body       []byte
}

// envelope is what has to be known of a body before it is stored.
type envelope struct {
	Type       *string    `json:"type"`
	Timestamp  *time.Time `json:"timestamp"`
	APIVersion *string    `json:"api_version"`
	Data       struct {
		ID         string `json:"id"`
		CustomerID string `json:"customer_id"`
	} `json:"data"`
}

func newMessage(header http.Header, body []byte, now time.Time) *message {
	m := &message{
		webhookID:  header.Get("Webhook-Id"),
		headers:    headerList(header),
		receivedAt: now.UnixMicro(),
		body:       body,
	}
	var e envelope
	if json.Unmarshal(body, &e) != nil {
		return m
	}
	m.eventType, m.apiVersion = e.Type, e.APIVersion
	if version := header.Get("Webhook-Api-Version"); m.apiVersion == nil && version != "" {
		m.apiVersion = &version
	}
	if e.Timestamp != nil {
		timestamp := e.Timestamp.UnixMicro()
		m.timestamp = &timestamp
	}
	m.subject = e.subject()
	return m
}

// subject names what the event is about: events about the same subject keep their order.
func (e *envelope) subject() *string {
	if e.Type == nil {
		return nil
	}
	family, _, _ := strings.Cut(*e.Type, ".")
	subject := family + ":" + e.Data.ID
	if e.Data.CustomerID != "" {
		subject = "customer:" + e.Data.CustomerID
	}
	return &subject
}

// headerList writes the kept headers as [["name","value"],…].
func headerList(header http.Header) string {
	pairs := make([][2]string, 0, len(keptHeaders))
	for _, name := range keptHeaders {
		if value := header.Get(name); value != "" {
			pairs = append(pairs, [2]string{name, value})
		}
	}
	text, _ := json.Marshal(pairs)
	return string(text)
}
