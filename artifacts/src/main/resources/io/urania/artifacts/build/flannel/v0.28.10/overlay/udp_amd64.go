// Package udp stands here without flannel's udp backend: on amd64 it is written in C, upstream keeps it for debugging
// only, and Urania offers host-gw and vxlan. Without it flanneld is a static program on every architecture.
package udp
