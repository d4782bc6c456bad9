// Command go-intake takes signed messages and stores them durably before it answers, as a service written in Go would.
//
// It is a peer of the receiver's intake: it verifies the same signature and writes the same rows into the same tables.
// With -tier it answers earlier: verified when the signature is right, http when the body is read.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	tier := flag.String("tier", "durable", "how far messages go: http, verified, durable")
	mode := flag.String("commit", "group", "single: one commit per message; group: one for all that wait")
	port := flag.Int("port", 0, "the port on 127.0.0.1; 0 takes a free one and prints it")
	database := flag.String("database", "intake.db", "a database with the receiver's tables")
	flag.Parse()

	secret := os.Getenv("POLAR_WEBHOOK_SECRET")
	switch *tier {
	case "http":
		serve(*port, &endpoint{})
	case "verified":
		serve(*port, newEndpoint(secret, nil))
	case "durable":
		serveDurably(*port, secret, *mode, *database)
	default:
		log.Fatalf("there is no tier %q", *tier)
	}
}

// serveDurably stores messages before it answers.
func serveDurably(port int, secret, mode, database string) {
	store, err := openStore(database)
	if err != nil {
		log.Fatal(err)
	}
	var inbox inbox
	switch mode {
	case "single":
		inbox = &singleInbox{store: store}
	case "group":
		inbox = newGroupInbox(store)
	default:
		log.Fatalf("there is no mode %q", mode)
	}
	serve(port, newEndpoint(secret, inbox))
	store.close()
}

// serve answers requests until the process is asked to stop.
func serve(port int, endpoint http.Handler) {
	mux := http.NewServeMux()
	mux.Handle("/webhooks/polar", endpoint)
	server := &http.Server{
		Handler:           mux,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       75 * time.Second,
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("port %d\n", listener.Addr().(*net.TCPAddr).Port)

	stopping, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	go func() {
		if err := server.Serve(listener); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-stopping.Done()
	ctx, cancelShutdown := context.WithTimeout(context.Background(), time.Second)
	defer cancelShutdown()
	// A client that stays connected is cut off when the time is over.
	_ = server.Shutdown(ctx)
}
