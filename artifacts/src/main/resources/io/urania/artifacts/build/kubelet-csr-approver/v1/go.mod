module urania.io/kubelet-csr-approver

go 1.26.0
