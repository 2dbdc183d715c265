package io.urania.cluster.pki;

import io.urania.cluster.pki.CertificateIssuer.Use;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.value.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * etcd's certificate authority, kept in {@code credentials/etcd}. What is there, fits and is valid for another thirty days
 * is used again; the rest is issued anew. Members have another authority for each other than for clients, except in clusters that were made with
 * one for both.
 */
public final class EtcdAuthority {

    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);
    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final Duration RENEWAL = Duration.ofDays(30);

    private static final Set<Use> CLIENT = Set.of(Use.CLIENT);
    private static final Set<Use> MEMBER = Set.of(Use.SERVER, Use.CLIENT);
    private static final String AUTHORITY = "ca";
    /** No name of a member leads to a file of this name. */
    private static final String PEER_AUTHORITY = "ca-of-peers";

    private final CertificateStore store;
    private final CertificateIssuer issuer;
    private final Clock clock;

    private EtcdAuthority(CertificateStore store, Clock clock) {
        this.store = store;
        this.issuer = new CertificateIssuer(clock);
        this.clock = clock;
    }

    /**
     * The certificates of an etcd cluster: those that are kept, and new ones where there are none, which are on no disk before
     * {@link EtcdCertificates#keep}.
     *
     * @param credentials the inventory's directory of secrets
     */
    public static EtcdCertificates certificates(Path credentials, EtcdSpec etcd, Clock clock) throws IOException {
        return new EtcdAuthority(new CertificateStore(credentials.resolve("etcd")), clock).certificates(etcd);
    }

    private EtcdCertificates certificates(EtcdSpec etcd) throws IOException {
        // A cluster that was made with one authority keeps it: members that believe another one than the others are
        // alone.
        boolean hasOne =
                store.find(AUTHORITY).isPresent() && store.find(PEER_AUTHORITY).isEmpty();
        // First, so that a run that ends between the two begins anew with both.
        Optional<EtcdCertificates.Peers> peers = hasOne
                ? Optional.empty()
                : Optional.of(members("peer-", etcd, authority(PEER_AUTHORITY, "etcd-peer-ca")));
        KeyAndCertificate authority = authority(AUTHORITY, "etcd-ca");
        KeyAndCertificate client = leaf("client", "urania-etcd-client", List.of(), CLIENT, authority);
        OfMembers members = members("member-", etcd, authority);
        return new Issued(members, client, peers, store, store.unkeptTexts());
    }

    private OfMembers members(String prefix, EtcdSpec etcd, KeyAndCertificate authority) throws IOException {
        Map<String, KeyAndCertificate> members = new HashMap<>();
        for (EtcdSpec.Member member : etcd.members()) {
            members.put(
                    member.name(),
                    leaf(prefix + member.name(), member.host().name(), names(member), MEMBER, authority));
        }
        return new OfMembers(authority, Map.copyOf(members));
    }

    private KeyAndCertificate authority(String file, String name) throws IOException {
        Optional<KeyAndCertificate> kept = store.find(file);
        if (kept.isPresent() && isOfOnePair(kept.get())) {
            return kept.get();
        }
        if (kept.isPresent()) {
            throw new IOException(
                    "the key of etcd's certificate authority, credentials/etcd/%1$s.key, is not that of %1$s.crt"
                                    .formatted(file)
                            + " beside it; restore both from the same backup: they belong to a cluster that may exist");
        }
        KeyAndCertificate made = issuer.authority(name, AUTHORITY_VALIDITY);
        store.add(file, made);
        return made;
    }

    private static boolean isOfOnePair(KeyAndCertificate pair) {
        try {
            return pair.matches();
        } catch (GeneralSecurityException e) {
            // Keys of different kinds: the key cannot sign for this certificate.
            return false;
        }
    }

    private KeyAndCertificate leaf(
            String file, String subject, Collection<Name> names, Set<Use> uses, KeyAndCertificate authority)
            throws IOException {
        Optional<KeyAndCertificate> kept = store.find(file).filter(pair -> fits(pair, names, uses, authority));
        if (kept.isPresent()) {
            return kept.get();
        }
        KeyAndCertificate made = issuer.leaf(subject, names, uses, authority, VALIDITY);
        store.add(file, made);
        return made;
    }

    private boolean fits(KeyAndCertificate pair, Collection<Name> names, Set<Use> uses, KeyAndCertificate authority) {
        X509Certificate certificate = pair.certificate();
        try {
            certificate.verify(authority.certificate().getPublicKey());
            return pair.matches()
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(clock.instant().plus(RENEWAL))
                    && alternativeNames(certificate).equals(texts(names))
                    && uses(certificate)
                            .equals(uses.stream().map(Use::identifier).collect(Collectors.toSet()));
        } catch (GeneralSecurityException e) {
            // Signed by another authority, or not readable: it does not fit, and a new one is made.
            return false;
        }
    }

    private static Set<String> uses(X509Certificate certificate) throws GeneralSecurityException {
        List<String> uses = certificate.getExtendedKeyUsage();
        return uses == null ? Set.of() : Set.copyOf(uses);
    }

    private static Set<String> alternativeNames(X509Certificate certificate) throws GeneralSecurityException {
        Set<String> texts = new TreeSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(alternative -> texts.add(normal(String.valueOf(alternative.get(1)))));
        }
        return texts;
    }

    /** A certificate tells IPv6 addresses in their long spelling. */
    private static String normal(String name) {
        return Address.parse(name).map(Address::toString).orElse(name);
    }

    private static Set<String> texts(Collection<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Name> names(EtcdSpec.Member member) {
        List<Name> names = new ArrayList<>();
        new TreeSet<>(List.of(member.host().name(), member.host().shortName(), "localhost"))
                .forEach(name -> names.add(new Name.Host(name)));
        Set<String> addresses = new TreeSet<>(List.of(
                member.host().address().toString(),
                member.host().accessAddress().toString(),
                "127.0.0.1"));
        addresses.forEach(address -> names.add(new Name.Ip(address)));
        return names;
    }

    /** What an authority has made for members. */
    private record OfMembers(KeyAndCertificate ca, Map<String, KeyAndCertificate> members)
            implements EtcdCertificates.Peers {

        @Override
        public String authority() {
            return Pem.of(ca.certificate());
        }

        @Override
        public String certificate(EtcdSpec.Member member) {
            return Pem.of(of(member).certificate());
        }

        @Override
        public String key(EtcdSpec.Member member) {
            return Pem.of(of(member).key());
        }

        private KeyAndCertificate of(EtcdSpec.Member member) {
            KeyAndCertificate pair = members.get(member.name());
            if (pair == null) {
                throw new IllegalArgumentException(
                        member.name() + " is not a member that these certificates were made for");
            }
            return pair;
        }

        @Override
        public String toString() {
            return "certificates of " + members.keySet();
        }
    }

    private record Issued(
            OfMembers ofMembers,
            KeyAndCertificate shared,
            Optional<Peers> peers,
            CertificateStore store,
            Set<String> made)
            implements EtcdCertificates {

        @Override
        public boolean isNew(String text) {
            return made.contains(text);
        }

        @Override
        public void keep() throws IOException {
            store.keep();
        }

        @Override
        public String authority() {
            return ofMembers.authority();
        }

        @Override
        public String member(EtcdSpec.Member member) {
            return ofMembers.certificate(member);
        }

        @Override
        public String memberKey(EtcdSpec.Member member) {
            return ofMembers.key(member);
        }

        @Override
        public String client() {
            return Pem.of(shared.certificate());
        }

        @Override
        public String clientKey() {
            return Pem.of(shared.key());
        }

        @Override
        public String toString() {
            return ofMembers.toString();
        }
    }
}
