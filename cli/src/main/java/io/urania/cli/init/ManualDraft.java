package io.urania.cli.init;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the article's section "Déploiement Manuel" installs by hand, as an inventory: one control plane host and two workers, kubeadm's own
 * etcd, and flannel that writes routes. A lone control plane host needs no balancer.
 */
public final class ManualDraft {
    private static final String HOSTS = """
            # A small cluster as one would make it by hand with kubeadm: one control plane host and two workers.
            # To check it, in this folder: urania inventory check -i .
            all:
              hosts:
                # The name is the node name; ansible_host is the address for SSH: put in your own.
                mymasternode:
                  ansible_host: 192.168.40.10
                myworker1:
                  ansible_host: 192.168.40.11
                myworker2:
                  ansible_host: 192.168.40.12
              children:
                # There is no group etcd: kubeadm runs the member on the control plane host.
                kube_control_plane:
                  hosts:
                    mymasternode:
                kube_node:
                  hosts:
                    # Without '#', the control plane host has no taint, and pods run on it too.
                    # mymasternode:
                    myworker1:
                    myworker2:
                k8s_cluster:
                  children:
                    kube_control_plane:
                    kube_node:
            """;

    private ManualDraft() {}

    /** Texts by their paths below the inventory's folder. */
    public static SortedMap<String, String> files(String user, String kubernetes) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(DraftFiles.HOSTS, HOSTS);
        files.put(
                "group_vars/all.yaml", """
                # The login user, with your public SSH key and sudo.
                ansible_user: %s
                ansible_become: %s
                """.formatted(DraftFiles.scalar(user), user.equals("root") ? "false" : "true"));
        files.put("group_vars/k8s_cluster.yaml", """
                kube_version: %s

                # kubeadm init --pod-network-cidr, and kubeadm's own range of services.
                kube_pods_subnet: 10.244.0.0/16
                kube_service_addresses: 10.96.0.0/12

                # kubeadm init --apiserver-cert-extra-sans: further names of the API server.
                supplementary_addresses_in_ssl_keys: [extrahostname.node]

                # etcd as kubeadm's static pod; "host" makes it a service of the hosts of a group etcd.
                etcd_deployment_type: kubeadm

                # All hosts are in one network: routes do, and no packet is packed into another one.
                kube_network_plugin: flannel
                flannel_backend_type: host-gw

                # Where Arch Linux has CNI plugins, and the article tells the kubelet so; without, /opt/cni/bin.
                cni_bin_dir: /usr/lib/cni

                # A registry without TLS on the control plane host. Anyone between a node and it can replace images.
                containerd_registries_mirrors:
                  - prefix: mymasternode:5000
                    mirrors:
                      - host: http://mymasternode:5000
                        capabilities: [pull, resolve]
                        skip_verify: true

                # A kubeconfig for you, in artifacts/admin.conf beside the inventory.
                kubeconfig_localhost: true
                """.formatted(kubernetes));
        return files;
    }
}
