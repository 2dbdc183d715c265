// Urania-probe shows whether names resolve and pods are reachable from inside a cluster.
//
//	urania-probe serve [PORT]    answers every HTTP request with the host's name; PORT is 8080 unless told otherwise
//	urania-probe resolve NAME    prints the addresses of NAME, one a line
//	urania-probe get URL         prints the body of the answer
//
// It exits with 0 where that worked, 1 where it did not, and 2 where it was called wrongly.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

const (
	patience    = 5 * time.Second
	longestBody = 64 * 1024
)

func main() {
	arguments := os.Args[1:]
	var err error
	switch {
	case len(arguments) == 1 && arguments[0] == "serve":
		err = serve("8080")
	case len(arguments) == 2 && arguments[0] == "serve":
		err = serve(arguments[1])
	case len(arguments) == 2 && arguments[0] == "resolve":
		err = resolve(arguments[1])
	case len(arguments) == 2 && arguments[0] == "get":
		err = get(arguments[1])
	default:
		fmt.Fprintln(os.Stderr, "usage: urania-probe serve [PORT] | resolve NAME | get URL")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "urania-probe:", err)
		os.Exit(1)
	}
}

func serve(port string) error {
	name, err := os.Hostname()
	if err != nil {
		return err
	}
	server := http.Server{
		Addr:              ":" + port,
		ReadHeaderTimeout: patience,
		Handler: http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
			fmt.Fprintln(answer, name)
		}),
	}
	return server.ListenAndServe()
}

func resolve(name string) error {
	limited, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupHost(limited, name)
	if err != nil {
		return err
	}
	for _, address := range addresses {
		fmt.Println(address)
	}
	return nil
}

func get(url string) error {
	client := http.Client{Timeout: patience}
	answer, err := client.Get(url)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(os.Stdout, io.LimitReader(answer.Body, longestBody)); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", url, answer.Status)
	}
	return nil
}
