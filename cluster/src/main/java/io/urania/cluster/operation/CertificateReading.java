package io.urania.cluster.operation;

import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.KubeletIdentity;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how long certificates still count: those of the API server and its clients, of kubelets, and of etcd. kubeadm's are made for a
 * year, and a kubelet renews its own when some eighty of a hundred days are over (kubeadm documentation, "Certificate Management").
 */
final class CertificateReading {

    /** Fewer days than this are told. */
    private static final long FEW_DAYS = 30;

    private static final List<String> KUBECONFIGS =
            List.of("admin.conf", "super-admin.conf", "controller-manager.conf", "scheduler.conf");
    private static final List<String> CONTROL_PLANE = List.of(
            "ca.crt", "apiserver.crt", "apiserver-kubelet-client.crt", "front-proxy-ca.crt", "front-proxy-client.crt");

    private static final List<String> OF_KUBEADMS_ETCD = List.of(
            "etcd/ca.crt",
            "etcd/server.crt",
            "etcd/peer.crt",
            "etcd/healthcheck-client.crt",
            "apiserver-etcd-client.crt");

    /** Those of each version, which kubeadm can make anew from the authority. */
    private static final List<String> ALWAYS =
            List.of("apiserver.crt", "apiserver-kubelet-client.crt", "front-proxy-client.crt");

    private final ClusterSpec spec;
    private final Clock clock;

    CertificateReading(ClusterSpec spec, Clock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    /** The files of a host in which there may be certificates of its roles. */
    Set<String> files(HostSpec host) {
        Set<String> files = new LinkedHashSet<>();
        spec.node(host.name()).ifPresent(node -> {
            files.add(KubeletIdentity.CERTIFICATE);
            if (node.controlPlane()) {
                CONTROL_PLANE.forEach(file -> files.add(spec.paths().certificates() + "/" + file));
                KUBECONFIGS.forEach(file -> files.add("/etc/kubernetes/" + file));
            }
        });
        files.addAll(ofEtcd(host));
        return files;
    }

    private List<String> ofEtcd(HostSpec host) {
        boolean isMember = spec.etcdMemberOn(host.name()).isPresent();
        boolean isClient = isMember
                || spec.node(host.name()).filter(NodeSpec::controlPlane).isPresent();
        return switch (spec.etcd().deployment()) {
            case HOST -> {
                List<String> files = new ArrayList<>();
                if (isMember) {
                    files.addAll(List.of(
                            EtcdCertificates.AUTHORITY,
                            EtcdCertificates.MEMBER,
                            EtcdCertificates.PEER_AUTHORITY,
                            EtcdCertificates.PEER));
                }
                if (isClient) {
                    files.add(EtcdCertificates.CLIENT);
                }
                yield files;
            }
            case KUBEADM ->
                isMember
                        ? OF_KUBEADMS_ETCD.stream()
                                .map(file -> spec.paths().certificates() + "/" + file)
                                .toList()
                        : List.of();
        };
    }

    /** Those that end first come first; what is over or cannot be read is a complaint, what ends soon a warning. */
    List<CertificateStatus> read(FactBook book, List<String> complaints, List<String> warnings) {
        List<CertificateStatus> certificates = new ArrayList<>();
        for (HostSpec host : spec.hosts()) {
            if (book.knows(host.name())) {
                for (String file : files(host)) {
                    book.of(host.name())
                            .find(CertificateProbe.at(file))
                            .ifPresent(fact -> read(host, file, fact, certificates, complaints));
                }
            }
        }
        missing(book, complaints);
        certificates.sort(Comparator.comparing(CertificateStatus::ends));
        certificates.forEach(certificate -> judge(certificate, complaints, warnings));
        return certificates;
    }

    /** On a control plane host that has its authority: programs that run go on for a while with what they have read. */
    private void missing(FactBook book, List<String> complaints) {
        for (NodeSpec node : spec.controlPlane()) {
            String host = node.name();
            if (book.knows(host) && isPresent(book, host, "ca.crt")) {
                ALWAYS.stream()
                        .filter(file -> isAbsent(book, host, file))
                        .forEach(file -> complaints.add(host + ": the certificate in "
                                + spec.paths().certificates() + "/" + file
                                + " is missing; restore it and its key, or create"
                                + " both on the host with: kubeadm init phase certs "
                                + file.substring(0, file.length() - ".crt".length())));
            }
        }
    }

    private boolean isPresent(FactBook book, String host, String file) {
        return fact(book, host, file).flatMap(CertificateFact::present).isPresent();
    }

    private boolean isAbsent(FactBook book, String host, String file) {
        return fact(book, host, file)
                .filter(CertificateFact.Absent.class::isInstance)
                .isPresent();
    }

    private Optional<CertificateFact> fact(FactBook book, String host, String file) {
        return book.of(host).find(CertificateProbe.at(spec.paths().certificates() + "/" + file));
    }

    private void read(
            HostSpec host,
            String file,
            CertificateFact fact,
            List<CertificateStatus> certificates,
            List<String> complaints) {
        switch (fact) {
            case CertificateFact.Absent _ -> {
                // Not every version and host has each of them: what all have is looked at below.
            }
            case CertificateFact.Present(X509Certificate certificate) -> {
                Instant ends = certificate.getNotAfter().toInstant();
                certificates.add(new CertificateStatus(
                        host.name(),
                        file,
                        ends,
                        Duration.between(clock.instant(), ends).toDays()));
            }
            case CertificateFact.Unreadable(String reason) ->
                complaints.add(host.name() + ": the certificate in " + file + " cannot be read: " + reason);
        }
    }

    private void judge(CertificateStatus certificate, List<String> complaints, List<String> warnings) {
        String day = certificate.ends().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String what = certificate.host() + ": the certificate in " + certificate.file();
        if (!certificate.ends().isAfter(clock.instant())) {
            complaints.add(what + " expired on " + day + "; " + remedy(certificate.file()));
        } else if (certificate.daysLeft() < FEW_DAYS) {
            warnings.add(what + " expires on " + day + ", in " + certificate.daysLeft() + " days; "
                    + remedy(certificate.file()));
        }
    }

    private String remedy(String file) {
        if (file.startsWith("/etc/etcd/") || file.equals(EtcdCertificates.CLIENT)) {
            return "renew it with: urania apply";
        }
        if (file.equals(KubeletIdentity.CERTIFICATE)) {
            return "the kubelet renews it itself; check on the host: journalctl --unit=kubelet";
        }
        return spec.kubeadm().renewal().isPresent()
                ? "a timer renews it; check on the host: journalctl --unit=k8s-certs-renew"
                : "renew it on the host with: kubeadm certs renew all";
    }
}
