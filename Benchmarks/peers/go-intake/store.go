package main

import (
	"context"
	"database/sql"

	_ "github.com/mattn/go-sqlite3"
)

const handler = "log"

// store has one connection, and on it a compiled statement for everything that an append does.
type store struct {
	db   *sql.DB
	conn *sql.Conn

	begin, commit, rollback                    *sql.Stmt
	insertMessage, noteArrival, insertDelivery *sql.Stmt

	// heads are the lanes with an open delivery; here none is ever done.
	heads map[string]bool
}

// background has no end, so that the driver starts no goroutine to watch for one.
var background = context.Background()

func openStore(path string) (*store, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL&_foreign_keys=on")
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(background)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(background, "PRAGMA wal_autocheckpoint = 4000"); err != nil {
		return nil, err
	}
	s := &store{db: db, conn: conn, heads: map[string]bool{}}
	return s, s.prepare()
}

func (s *store) prepare() error {
	for sql, statement := range map[string]**sql.Stmt{
		"BEGIN IMMEDIATE": &s.begin,
		"COMMIT":          &s.commit,
		"ROLLBACK":        &s.rollback,
		`INSERT INTO messages
			(endpoint, webhook_id, type, timestamp, api_version, subject, headers, received_at, body)
			VALUES ('polar', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint, webhook_id) DO NOTHING`: &s.insertMessage,
		`INSERT INTO arrivals (block, earliest, latest) VALUES (?1 >> 10, ?2, ?2)
			ON CONFLICT (block) DO UPDATE SET earliest = min(earliest, ?2), latest = max(latest, ?2)
			WHERE ?2 < earliest OR ?2 > latest`: &s.noteArrival,
		`INSERT INTO deliveries
			(message_id, handler, state, attempt, interruptions, next_attempt_at, lane, place)
			VALUES (?, ?, 'pending', 0, 0, ?, ?, ?)`: &s.insertDelivery,
	} {
		prepared, err := s.conn.PrepareContext(background, sql)
		if err != nil {
			return err
		}
		*statement = prepared
	}
	return nil
}

func (s *store) close() {
	s.conn.Close()
	s.db.Close()
}

// transaction commits what change does, or nothing of it.
func (s *store) transaction(change func() error) error {
	if _, err := s.begin.Exec(); err != nil {
		return err
	}
	err := change()
	if err == nil {
		_, err = s.commit.Exec()
	}
	if err != nil {
		s.rollback.Exec()
	}
	return err
}

// append stores a message with one delivery, unless it is there already.
func (s *store) append(m *message) error {
	result, err := s.insertMessage.Exec(
		m.webhookID, m.eventType, m.timestamp, m.apiVersion, m.subject, m.headers, m.receivedAt, m.body)
	if err != nil {
		return err
	}
	if added, err := result.RowsAffected(); err != nil || added == 0 {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := s.noteArrival.Exec(id, m.receivedAt); err != nil {
		return err
	}
	_, err = s.insertDelivery.Exec(id, handler, m.receivedAt, m.subject, s.enterLane(m.subject))
	return err
}

// enterLane gives the place of a delivery; like the receiver it remembers which lanes have a head.
func (s *store) enterLane(lane *string) *string {
	head, blocked := "head", "blocked"
	if lane == nil {
		return nil
	}
	if s.heads[*lane] {
		return &blocked
	}
	s.heads[*lane] = true
	return &head
}
