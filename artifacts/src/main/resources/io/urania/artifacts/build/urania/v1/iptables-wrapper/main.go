// Iptables-wrapper stands in an image under the names of the iptables commands and runs the variant that the host uses:
// the kernel keeps the rules of iptables-nft and iptables-legacy apart, and rules in the other one than the kubelet's are
// a trap. As the Kubernetes project's own wrapper does, it looks for the chain that every kubelet makes, then counts
// rules, and remembers the choice by turning the names into links to the variant.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

const directory = "/usr/sbin"

var commands = []string{
	"iptables", "iptables-save", "iptables-restore", "ip6tables", "ip6tables-save", "ip6tables-restore",
}

func main() {
	program := filepath.Join(directory, "xtables-"+variant()+"-multi")
	remember(program)
	arguments := append([]string{filepath.Base(os.Args[0])}, os.Args[1:]...)
	err := syscall.Exec(program, arguments, os.Environ())
	fmt.Fprintf(os.Stderr, "iptables-wrapper: cannot run %s: %v\n", program, err)
	os.Exit(1)
}

func variant() string {
	for _, candidate := range []string{"nft", "legacy"} {
		for _, family := range []string{"iptables", "ip6tables"} {
			if strings.Contains(saved(candidate, family, "mangle"), "KUBE-IPTABLES-HINT") ||
				strings.Contains(saved(candidate, family, "mangle"), "KUBE-KUBELET-CANARY") {
				return candidate
			}
		}
	}
	if rules("legacy") > rules("nft") {
		return "legacy"
	}
	return "nft"
}

func rules(candidate string) int {
	return strings.Count(saved(candidate, "iptables", ""), "\n-") + strings.Count(saved(candidate, "ip6tables", ""), "\n-")
}

// A variant that the kernel does not have prints nothing, which is the answer.
func saved(candidate, family, table string) string {
	arguments := []string{family + "-save"}
	if table != "" {
		arguments = append(arguments, "-t", table)
	}
	command := exec.Command(filepath.Join(directory, "xtables-"+candidate+"-multi"), arguments...)
	var output bytes.Buffer
	command.Stdout = &output
	_ = command.Run()
	return output.String()
}

// Where the file system is read-only the choice is made again at every call.
func remember(program string) {
	for _, name := range commands {
		link := filepath.Join(directory, name)
		temporary := fmt.Sprintf("%s.%d", link, os.Getpid())
		if os.Symlink(program, temporary) != nil {
			return
		}
		if os.Rename(temporary, link) != nil {
			_ = os.Remove(temporary)
			return
		}
	}
}
