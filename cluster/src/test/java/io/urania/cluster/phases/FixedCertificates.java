package io.urania.cluster.phases;

import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.EtcdSpec;
import java.util.Optional;

/** Certificates that are the same every time, and none at all. */
final class FixedCertificates implements EtcdCertificates {

    @Override
    public String authority() {
        return "the certificate of etcd's authority\n";
    }

    @Override
    public String member(EtcdSpec.Member member) {
        return "the certificate of " + member.name() + "\n";
    }

    @Override
    public String memberKey(EtcdSpec.Member member) {
        return "the key of " + member.name() + "\n";
    }

    @Override
    public String client() {
        return "the certificate of the clients\n";
    }

    @Override
    public String clientKey() {
        return "the key of the clients\n";
    }

    @Override
    public boolean isNew(String text) {
        return false;
    }

    @Override
    public void keep() {
        throw new UnsupportedOperationException("these are nobody's");
    }

    @Override
    public Optional<Peers> peers() {
        return Optional.of(new Peers() {
            @Override
            public String authority() {
                return "the certificate of the peers' authority\n";
            }

            @Override
            public String certificate(EtcdSpec.Member member) {
                return "the certificate of " + member.name() + " for its peers\n";
            }

            @Override
            public String key(EtcdSpec.Member member) {
                return "the key of " + member.name() + " for its peers\n";
            }
        });
    }
}
