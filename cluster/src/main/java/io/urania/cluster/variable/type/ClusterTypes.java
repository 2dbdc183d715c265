package io.urania.cluster.variable.type;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.ByteQuantity;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.Network;
import io.urania.cluster.value.Quantity;
import io.urania.cluster.value.Secret;
import io.urania.inventory.problem.Suggestion;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Types of single values that Kubernetes and its surroundings have. */
public final class ClusterTypes {
    /** RFC 1123: labels of letters, digits and '-', joined by dots. */
    private static final Pattern DOMAIN_NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*");

    /** Roughly: a schema need not find every mistake. */
    private static final String ADDRESS = "\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*";

    private ClusterTypes() {}

    public static VariableType<Address> address() {
        return ScalarTypes.parsed("an IP address", text(ADDRESS, "10.42.253.52"), Address::parse);
    }

    public static VariableType<Network> network() {
        return ScalarTypes.parsed(
                "a network such as 10.233.0.0/18",
                text("(?:" + ADDRESS + ")/\\d{1,3}", "10.233.0.0/18"),
                Network::parse);
    }

    public static VariableType<ByteQuantity> bytes() {
        return ScalarTypes.parsed(
                "an amount of memory such as 512M or 2GB, or a number of bytes",
                text("\\d{1,18} ?[kKmMgGtT]?[iI]?[bB]?", "512M", "2GB"),
                ByteQuantity::parse);
    }

    public static VariableType<Quantity> quantity() {
        return ScalarTypes.parsed(
                "a Kubernetes quantity such as 128Mi or 250m",
                text("[0-9.]+[numkKMGTPEi0-9e+-]*", "128Mi", "250m"),
                Quantity::parse);
    }

    public static VariableType<GoDuration> duration() {
        return ScalarTypes.parsed(
                "a duration such as 60s or 1h0m0s", text("0|(?:[0-9.]+[hmsun]+)+", "60s", "1h0m0s"), GoDuration::parse);
    }

    /** What systemd takes for a list of addresses (systemd.resource-control(5), IPAddressAllow), between blanks or commas. */
    public static VariableType<List<String>> unitAddresses() {
        return ScalarTypes.parsed(
                "addresses and networks with blanks between them, or the words localhost, link-local, multicast and any",
                new Shape.Text("[A-Za-z0-9.:/, -]*", List.of("localhost link-local 10.233.64.0/18")),
                text -> {
                    List<String> words = Arrays.stream(text.strip().split("[,\\s]+", -1))
                            .filter(Predicate.not(String::isEmpty))
                            .toList();
                    return words.stream().allMatch(ClusterTypes::isUnitAddress) ? Optional.of(words) : Optional.empty();
                });
    }

    private static boolean isUnitAddress(String word) {
        return Set.of("localhost", "link-local", "multicast", "any").contains(word)
                || Address.parse(word).isPresent()
                || Network.parse(word).isPresent();
    }

    /** The address of a server that is asked over HTTPS. */
    public static VariableType<String> url() {
        String pattern = "https://[A-Za-z0-9.:\\[\\]-]+(?:/[A-Za-z0-9._~/%?&=:@+,-]*)?";
        return ScalarTypes.matching("an address that begins with https://", pattern, "https://example.com/hook");
    }

    /** Certificates in PEM, and that in Base64, as a kubeconfig has them; line ends are left out. */
    public static VariableType<String> certificates() {
        return ScalarTypes.parsed(
                "certificates in PEM, in Base64",
                text("[A-Za-z0-9+/=\\s]+"),
                text -> Optional.of(text.replaceAll("\\s", "")).filter(ClusterTypes::hasCertificates));
    }

    private static boolean hasCertificates(String base64) {
        try {
            return !certificates(base64).isEmpty();
        } catch (IllegalArgumentException | CertificateException e) {
            return false;
        }
    }

    private static Collection<? extends Certificate> certificates(String base64) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    /** The certificates of such a value in PEM, and nothing that stood around them. */
    public static String pem(String base64) {
        try {
            StringBuilder text = new StringBuilder();
            for (Certificate certificate : certificates(base64)) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return text.toString();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("these are not certificates", e);
        }
    }

    /** A key of 32 bytes, for encryption at rest: all that is printed of it is how long it is. */
    public static VariableType<Secret> encryptionToken() {
        return new SimpleType<>("32 characters of ASCII", text("[!-~]{32}"), value -> {
            String text = ScalarTypes.textOf(value, "32 characters of ASCII").strip();
            if (!text.matches("[!-~]{32}")) {
                throw new UnfitValue(
                        "has " + text.length() + " characters, or others than letters, digits and signs",
                        "keys of encryption at rest have 32 bytes",
                        "remove the variable: Urania then makes a key, and keeps it in credentials/");
            }
            return Secret.of(text);
        });
    }

    public static VariableType<Secret> certificateKey() {
        return new SimpleType<>("64 hexadecimal digits", text("[0-9a-f]{64}"), value -> {
            String text = ScalarTypes.textOf(value, "64 hexadecimal digits").strip();
            if (!text.matches("[0-9a-f]{64}")) {
                throw new UnfitValue(
                        "has " + text.length() + " characters",
                        "kubeadm accepts a key of 64 hexadecimal digits in lower case",
                        "remove the variable: Urania then generates a key for each deployment");
            }
            return Secret.of(text);
        });
    }

    public static VariableType<String> domainName() {
        return ScalarTypes.parsed(
                "a DNS name in lower case",
                text("[-a-z0-9.]{1,253}", "cluster.local"),
                text -> DOMAIN_NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    public static VariableType<KubernetesVersion> version() {
        return new SimpleType<>(
                "a Kubernetes version such as v1.36.3", text("v?\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}", "v1.36.3"), value -> {
                    String text = ScalarTypes.textOf(value, "a Kubernetes version");
                    try {
                        return KubernetesVersion.parse(text);
                    } catch (ArtifactException problem) {
                        throw new UnfitValue(
                                "is '" + text + "'",
                                "a version has three numbers; a name such as latest would change over time",
                                Suggestion.didYouMean(
                                        text,
                                        versions().stream()
                                                .map(KubernetesVersion::toString)
                                                .toList(),
                                        "write it like " + newest()
                                                + ", the newest that this version of Urania supports"));
                    }
                });
    }

    private static KubernetesVersion newest() {
        List<KubernetesVersion> versions = versions();
        return versions.isEmpty() ? VersionTable.standard().defaultVersion() : versions.getLast();
    }

    private static List<KubernetesVersion> versions() {
        return VersionTable.standard().versionsWithGoSources();
    }

    private static Shape text(String pattern, String... examples) {
        return new Shape.Text(pattern, List.of(examples));
    }

    /** A name or an address in a certificate, as kubeadm takes it: the name may begin with {@code *.}. */
    public static VariableType<String> certificateName() {
        return ScalarTypes.parsed(
                "a DNS name in lower case or an IP address",
                text("(?:\\*\\.)?[-a-z0-9.]{1,253}|" + ADDRESS, "api.example.com"),
                text -> Address.parse(text).isPresent()
                                || DOMAIN_NAME
                                        .matcher(text.replaceFirst("^\\*\\.", ""))
                                        .matches()
                        ? Optional.of(text)
                        : Optional.empty());
    }

    /** A zone of DNS; names of zones that are no hosts' may have underscores (RFC 2181, section 11). */
    public static VariableType<String> zone() {
        return ScalarTypes.matching(
                "the name of a DNS zone", "[A-Za-z0-9_][-A-Za-z0-9_]*(?:\\.[-A-Za-z0-9_]+)*\\.?", "k8s_external.local");
    }

    /** An interface of a host, or an address on it, as flannel finds it. */
    public static VariableType<String> networkInterface() {
        return ScalarTypes.matching(
                "the name of a network interface, or an IP address on it",
                "[A-Za-z0-9_:.][-A-Za-z0-9_:.@]{0,38}",
                "eth0");
    }

    /** Where a program listens; empty for nowhere. */
    public static VariableType<String> listener() {
        return ScalarTypes.matching(
                "a host and a port such as 127.0.0.1:1338",
                "(?:(?:[A-Za-z0-9][-A-Za-z0-9.]*|\\[[0-9A-Fa-f:.]+\\])?:\\d{1,5})?",
                "127.0.0.1:1338");
    }

    /** The path of a control group below the root of all. */
    public static VariableType<String> controlGroup(String example) {
        return ScalarTypes.matching(
                "the path of a control group, such as " + example,
                "(?!.*/\\.\\.?(?:/|$))(?:/[A-Za-z0-9_.@-]+)+",
                example);
    }

    /** Where a collector of OpenTelemetry's traces listens. */
    public static VariableType<String> collector() {
        return ScalarTypes.matching(
                "host:port or a URL",
                "(?:https?://)?(?:[A-Za-z0-9][-A-Za-z0-9.]*|\\[[0-9A-Fa-f:]+]):[0-9]{1,5}(?:/[A-Za-z0-9/._-]*)?",
                "collector.example.com:4317");
    }

    /** The URL of a proxy, with a user and a password or without; empty for none. */
    public static VariableType<String> proxy() {
        String pattern = "(https?://[^\\s" + ScalarTypes.CONTROLS + "\"'\\\\;]+)?";
        return ScalarTypes.parsed(
                "a URL such as http://proxy.example.com:3128",
                new Shape.Text(pattern, List.of("http://proxy.example.com:3128")),
                text -> text.matches(pattern) ? Optional.of(text) : Optional.empty());
    }

    /** What is reached without a proxy, between commas or blanks. */
    public static VariableType<List<String>> proxyExceptions() {
        String pattern = "[A-Za-z0-9.,:/_*\\[\\]\\s-]*";
        return ScalarTypes.parsed(
                "a comma-separated list of names, domains, addresses and networks",
                new Shape.Text(pattern, List.of("192.168.1.0/24,.example.com")),
                text -> text.matches(pattern)
                        ? Optional.of(Arrays.stream(text.split("[,\\s]+", -1))
                                .filter(Predicate.not(String::isEmpty))
                                .toList())
                        : Optional.empty());
    }
}
