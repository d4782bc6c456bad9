package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"hash"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	bodyLimit = 5 << 20
	tolerance = 300
)

var (
	errRefused  = errors.New("the message does not verify")
	acceptedAns = []byte(`{"result":"accepted"}`)
)

// endpoint verifies messages and answers for them once they are stored.
//
// Without an inbox it answers when they are verified, and without macs when they are read.
type endpoint struct {
	inbox inbox
	macs  *sync.Pool
}

func newEndpoint(secret string, inbox inbox) *endpoint {
	key := []byte(secret)
	return &endpoint{
		inbox: inbox,
		macs:  &sync.Pool{New: func() any { return hmac.New(sha256.New, key) }},
	}
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, `{"error":"method_not_allowed"}`, http.StatusMethodNotAllowed)
		return
	}
	body, err := readBody(w, r)
	if err != nil {
		http.Error(w, `{"error":"unreadable"}`, http.StatusBadRequest)
		return
	}
	now := time.Now()
	if e.macs != nil && e.verify(r.Header, body, now) != nil {
		http.Error(w, `{"error":"refused"}`, http.StatusForbidden)
		return
	}
	if e.inbox != nil && e.inbox.append(newMessage(r.Header, body, now)) != nil {
		http.Error(w, `{"error":"unavailable"}`, http.StatusServiceUnavailable)
		return
	}
	w.Header()["Content-Type"] = []string{"application/json"}
	w.WriteHeader(http.StatusAccepted)
	w.Write(acceptedAns)
}

// readBody reads the whole body, into a buffer of the right size where the client names it.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength < 0 || r.ContentLength > bodyLimit {
		return io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	}
	body := make([]byte, r.ContentLength)
	_, err := io.ReadFull(r.Body, body)
	return body, err
}

func (e *endpoint) verify(header http.Header, body []byte, now time.Time) error {
	id, timestamp := header.Get("Webhook-Id"), header.Get("Webhook-Timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || id == "" {
		return errRefused
	}
	if skew := now.Unix() - seconds; skew > tolerance || skew < -tolerance {
		return errRefused
	}
	mac := e.macs.Get().(hash.Hash)
	defer e.macs.Put(mac)
	mac.Reset()
	io.WriteString(mac, id+"."+timestamp+".")
	mac.Write(body)
	var room [sha256.Size]byte
	expected := mac.Sum(room[:0])
	for _, signature := range strings.Fields(header.Get("Webhook-Signature")) {
		given, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(signature, "v1,"))
		if err == nil && hmac.Equal(given, expected) {
			return nil
		}
	}
	return errRefused
}
