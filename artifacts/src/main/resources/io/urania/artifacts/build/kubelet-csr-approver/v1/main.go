// Kubelet-csr-approver approves the serving certificates that kubelets ask for, if they are for the kubelet's own node, and
// for names and addresses that the node has (Kubernetes documentation, "Certificates and Certificate Signing Requests",
// kubernetes.io/kubelet-serving). Nobody else approves them: a kubelet alone may ask for a certificate of any name.
//
//	kubelet-csr-approver FILE    FILE is JSON: the names and addresses of every node, by its name
//
// It asks the API server with the token of its service account. What it refuses stays pending, and is told once.
// After an error it begins anew, with all requests that there are.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"
)

const (
	account  = "/var/run/secrets/kubernetes.io/serviceaccount/"
	requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests"
	signer   = "kubernetes.io/kubelet-serving"
	pause    = 5 * time.Second
	watching = time.Minute
)

// request is a CertificateSigningRequest, as far as it is looked at; all of it goes back when it is approved.
type request struct {
	Metadata struct {
		Name string `json:"name"`
		UID  string `json:"uid"`
	} `json:"metadata"`
	Spec struct {
		Request    []byte   `json:"request"`
		SignerName string   `json:"signerName"`
		Usages     []string `json:"usages"`
		Username   string   `json:"username"`
		Groups     []string `json:"groups"`
	} `json:"spec"`
	Status struct {
		Conditions []condition `json:"conditions"`
	} `json:"status"`
}

type condition struct {
	Type    string `json:"type"`
	Status  string `json:"status"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

type event struct {
	Type   string          `json:"type"`
	Object json.RawMessage `json:"object"`
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: kubelet-csr-approver FILE")
		os.Exit(2)
	}
	nodes, err := read(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "kubelet-csr-approver:", err)
		os.Exit(1)
	}
	end, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	told := map[string]bool{}
	for end.Err() == nil {
		if err := watch(end, nodes, told); err != nil && end.Err() == nil {
			fmt.Fprintln(os.Stderr, "kubelet-csr-approver:", err)
		}
		select {
		case <-end.Done():
		case <-time.After(pause):
		}
	}
}

func read(file string) (map[string][]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	nodes := map[string][]string{}
	if err := json.Unmarshal(text, &nodes); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return nodes, nil
}

// The client is made anew for each watch: the token and the authority may have changed.
func client() (*http.Client, string, error) {
	authority, err := os.ReadFile(account + "ca.crt")
	if err != nil {
		return nil, "", err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, "", errors.New(account + "ca.crt has no certificate")
	}
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}}
	host := net.JoinHostPort(os.Getenv("KUBERNETES_SERVICE_HOST"), os.Getenv("KUBERNETES_SERVICE_PORT"))
	return &http.Client{Transport: transport}, "https://" + host, nil
}

func ask(client *http.Client, ctx context.Context, method, url string, body io.Reader) (*http.Response, error) {
	token, err := os.ReadFile(account + "token")
	if err != nil {
		return nil, err
	}
	asked, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, err
	}
	asked.Header.Set("Authorization", "Bearer "+strings.TrimSpace(string(token)))
	asked.Header.Set("Accept", "application/json")
	asked.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(asked)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode >= 300 {
		defer answer.Body.Close()
		text, _ := io.ReadAll(io.LimitReader(answer.Body, 1024))
		return nil, fmt.Errorf("%s %s: %s: %s", method, url, answer.Status, text)
	}
	return answer, nil
}

// A watch without a version begins with everything that is there.
func watch(end context.Context, nodes map[string][]string, told map[string]bool) error {
	client, server, err := client()
	if err != nil {
		return err
	}
	defer client.CloseIdleConnections()
	limited, stop := context.WithTimeout(end, watching+time.Minute)
	defer stop()
	answer, err := ask(client, limited, http.MethodGet, fmt.Sprintf("%s%s?watch=true&timeoutSeconds=%d&fieldSelector=spec.signerName%%3D%s",
		server, requests, int(watching.Seconds()), strings.ReplaceAll(signer, "/", "%2F")), nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	decoder := json.NewDecoder(bufio.NewReader(answer.Body))
	for {
		var seen event
		if err := decoder.Decode(&seen); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if seen.Type == "ERROR" {
			return fmt.Errorf("the watch ended: %s", seen.Object)
		}
		if seen.Type != "ADDED" && seen.Type != "MODIFIED" {
			continue
		}
		if err := judge(client, limited, server, nodes, told, seen.Object); err != nil {
			return err
		}
	}
}

func judge(client *http.Client, ctx context.Context, server string, nodes map[string][]string, told map[string]bool, object []byte) error {
	var asked request
	if err := json.Unmarshal(object, &asked); err != nil {
		return err
	}
	if asked.Spec.SignerName != signer || len(asked.Status.Conditions) > 0 || told[asked.Metadata.UID] {
		return nil
	}
	told[asked.Metadata.UID] = true
	if reason := refusal(asked, nodes); reason != "" {
		fmt.Fprintf(os.Stderr, "kubelet-csr-approver: %s is left pending: %s\n", asked.Metadata.Name, reason)
		return nil
	}
	var whole map[string]any
	if err := json.Unmarshal(object, &whole); err != nil {
		return err
	}
	whole["status"] = map[string]any{"conditions": []condition{{
		Type:    "Approved",
		Status:  "True",
		Reason:  "NodeKnown",
		Message: "asked for by the node, for its own names and addresses",
	}}}
	body, err := json.Marshal(whole)
	if err != nil {
		return err
	}
	answer, err := ask(client, ctx, http.MethodPut, server+requests+"/"+asked.Metadata.Name+"/approval", bytes.NewReader(body))
	if err != nil {
		// The next watch begins with it again; others are not to wait for it.
		delete(told, asked.Metadata.UID)
		fmt.Fprintln(os.Stderr, "kubelet-csr-approver:", err)
		return nil
	}
	answer.Body.Close()
	fmt.Println("approved", asked.Metadata.Name, "of", asked.Spec.Username)
	return nil
}

// Refusal says why a request is not for the node that made it; empty if it is.
func refusal(asked request, nodes map[string][]string) string {
	node, isNode := strings.CutPrefix(asked.Spec.Username, "system:node:")
	if !isNode || !slices.Contains(asked.Spec.Groups, "system:nodes") {
		return asked.Spec.Username + " is not a node"
	}
	own, known := nodes[node]
	if !known {
		return node + " is not a node of the inventory"
	}
	for _, usage := range asked.Spec.Usages {
		if usage != "digital signature" && usage != "key encipherment" && usage != "server auth" {
			return "it is for " + usage
		}
	}
	if !slices.Contains(asked.Spec.Usages, "server auth") {
		return "it is not for a server"
	}
	block, _ := pem.Decode(asked.Spec.Request)
	if block == nil {
		return "it has no request in PEM"
	}
	wanted, err := x509.ParseCertificateRequest(block.Bytes)
	if err != nil {
		return err.Error()
	}
	if err := wanted.CheckSignature(); err != nil {
		return err.Error()
	}
	if wanted.Subject.CommonName != asked.Spec.Username || !slices.Equal(wanted.Subject.Organization, []string{"system:nodes"}) {
		return "its subject is " + wanted.Subject.String()
	}
	if len(wanted.EmailAddresses) > 0 || len(wanted.URIs) > 0 {
		return "it has names that no server has"
	}
	names := slices.Clone(wanted.DNSNames)
	for _, address := range wanted.IPAddresses {
		names = append(names, address.String())
	}
	if len(names) == 0 {
		return "it has no name"
	}
	for _, name := range names {
		if !slices.Contains(own, name) {
			return name + " is not a name or an address of " + node
		}
	}
	return ""
}
