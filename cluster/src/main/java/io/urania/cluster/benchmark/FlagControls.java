package io.urania.cluster.benchmark;

import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Judges of the flags of a program that runs. */
record FlagControls(String program) {

    static final FlagControls API_SERVER = new FlagControls("kube-apiserver");
    /** As the kernel shortens it. */
    static final FlagControls CONTROLLER_MANAGER = new FlagControls("kube-controller");

    static final FlagControls SCHEDULER = new FlagControls("kube-scheduler");

    /** What the benchmark takes for strong (1.2.29 and 4.2.12). */
    private static final Set<String> STRONG_SUITES = Set.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** A flag is set to a value. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> is(String flag, String value, String remedy) {
        return fits(flag, value::equals, remedy);
    }

    /** A flag is set. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> isSet(String flag, String remedy) {
        return fits(flag, value -> !value.isEmpty(), remedy);
    }

    /** Flags are set. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> areSet(List<String> flags, String remedy) {
        return (host, _) -> running(host).orElseGet(() -> {
            List<String> missing = flags.stream()
                    .filter(flag -> host.flag(program, flag).isEmpty())
                    .map(flag -> "--" + flag)
                    .toList();
            return Verdict.of(missing.isEmpty(), String.join(", ", missing) + " not set", remedy);
        });
    }

    /** A flag is not set. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> isNotSet(String flag, String remedy) {
        return (host, _) -> running(host)
                .orElseGet(() -> Verdict.of(host.flag(program, flag).isEmpty(), "--" + flag + " is set", remedy));
    }

    /** A flag is not set to a value; or not set at all, for the default is another one. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> isNot(String flag, String value, String remedy) {
        return (host, _) -> running(host)
                .orElseGet(() -> Verdict.of(
                        host.flag(program, flag)
                                .filter(found -> elements(found).contains(value))
                                .isEmpty(),
                        "--" + flag + " has " + value,
                        remedy));
    }

    /** A duration is not zero; or not set at all, for the default is another one. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> isNotZero(String flag, String remedy) {
        return (host, _) -> running(host)
                .orElseGet(() -> Verdict.of(
                        host.flag(program, flag).filter(FlagControls::isZero).isEmpty(),
                        "--" + flag + " is 0",
                        remedy));
    }

    static boolean isZero(String duration) {
        return duration.matches("(?:0+[a-z]*)+");
    }

    /** The value of a flag fits. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> fits(String flag, Predicate<String> value, String remedy) {
        return (host, _) -> running(host)
                .orElseGet(() -> Verdict.of(
                        host.flag(program, flag).filter(value).isPresent(),
                        host.flag(program, flag)
                                .map(found -> "--" + flag + " is " + found)
                                .orElse("--" + flag + " is not set"),
                        remedy));
    }

    /** A list that a flag takes has an element. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> has(String flag, String element, String remedy) {
        return fits(flag, value -> elements(value).contains(element), remedy);
    }

    /** A number is no less than another. */
    BiFunction<HostSecurity, ClusterSpec, Verdict> isAtLeast(String flag, int least, String remedy) {
        return fits(flag, value -> value.matches("\\d{1,9}") && Integer.parseInt(value) >= least, remedy);
    }

    /** The verdict on a host on which the program does not run. */
    Optional<Verdict> running(HostSecurity host) {
        return host.flags().containsKey(program)
                ? Optional.empty()
                : Optional.of(new Verdict.Failed(program + " does not run", "see urania status"));
    }

    static List<String> elements(String value) {
        return List.of(value.split(",", -1));
    }

    static boolean areStrong(List<String> suites) {
        return !suites.isEmpty() && STRONG_SUITES.containsAll(suites);
    }
}
