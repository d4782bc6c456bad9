package main

import "sync"

// inbox stores a message and returns once it is durable.
type inbox interface {
	append(*message) error
}

// singleInbox commits every message by itself.
type singleInbox struct {
	mutex sync.Mutex
	store *store
}

func (i *singleInbox) append(m *message) error {
	i.mutex.Lock()
	defer i.mutex.Unlock()
	return i.store.transaction(func() error { return i.store.append(m) })
}

// groupInbox has one goroutine that commits all messages that wait together.
type groupInbox struct {
	store   *store
	waiting chan pending
}

type pending struct {
	message *message
	done    chan error
}

const (
	mostWaiting  = 4096
	mostTogether = 1024
)

func newGroupInbox(store *store) *groupInbox {
	i := &groupInbox{store: store, waiting: make(chan pending, mostWaiting)}
	go i.run()
	return i
}

func (i *groupInbox) append(m *message) error {
	p := pending{message: m, done: make(chan error, 1)}
	i.waiting <- p
	return <-p.done
}

func (i *groupInbox) run() {
	batch := make([]pending, 0, mostTogether)
	for first := range i.waiting {
		batch = i.take(append(batch[:0], first))
		err := i.store.transaction(func() error { return i.appendAll(batch) })
		for _, p := range batch {
			p.done <- err
		}
	}
}

// take adds whatever waits.
func (i *groupInbox) take(batch []pending) []pending {
	for len(batch) < mostTogether {
		select {
		case p := <-i.waiting:
			batch = append(batch, p)
		default:
			return batch
		}
	}
	return batch
}

func (i *groupInbox) appendAll(batch []pending) error {
	for _, p := range batch {
		if err := i.store.append(p.message); err != nil {
			return err
		}
	}
	return nil
}
