package io.urania.engine.transport.openssh;

import io.urania.engine.transport.hostkey.SshNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of an option of ssh that an inventory has. An inventory is data that somebody else may have written: what is not known to be
 * harmless is not passed on. People's own configuration of ssh is theirs, and ssh reads it.
 *
 * @param reason why, as a clause that follows the option's name
 */
public record SshOptionRule(Treatment treatment, String reason) {

    /** What is done with it. */
    public enum Treatment {
        /** Passed on to ssh. */
        PASSED,
        /** Not passed on and not worth a word: Urania says this itself. */
        OURS,
        /** Not passed on: it would decide whether a host is believed, which Urania decides itself. */
        HOST_KEYS,
        /** Not passed on: nothing needs it. */
        LEFT_OUT,
        /** Passed on when the person at the keyboard says so: it runs something here, or opens this machine to hosts. */
        ASKED,
        /** The inventory cannot be used with it. */
        REFUSED
    }

    private static final SshOptionRule PASSED = new SshOptionRule(Treatment.PASSED, "");
    private static final SshOptionRule OURS = new SshOptionRule(Treatment.OURS, "");
    private static final SshOptionRule HOST_KEYS =
            new SshOptionRule(Treatment.HOST_KEYS, "decides whether a host key is trusted");

    /** The rule for an option. */
    public static SshOptionRule of(SshOption option) {
        String value = option.value();
        if (value.chars().anyMatch(Character::isISOControl)) {
            return refused("has a value with control characters");
        }
        return switch (option.keyword()) {
            case "" -> refused("is not an option: ssh would read it as the host, or as the command to run there");
            case "hostname" -> when(SshNames.isHost(value), "is not a host name");
            case "port" -> when(value.matches("[0-9]{1,5}"), "is not a port number");
            case "user" -> when(SshNames.isUser(value), "is not a user name");
            case "hostkeyalias" ->
                when(
                        SshNames.isKnownAs(value),
                        "is not a single host name, and its key would be kept for other hosts too");
            case "proxyjump" ->
                when(SshNames.isJump(value), "is not a comma-separated list of hosts, and a shell would interpret it");
            case "proxycommand" -> asked(option, option.isNone(), "runs a command on this machine");
            case "-F" ->
                asked(
                        option,
                        option.isNone() || value.equals("/dev/null"),
                        "reads an ssh configuration, which can run commands on this machine");
            case "pkcs11provider", "securitykeyprovider" ->
                asked(option, option.isNone(), "loads a library on this machine");
            case "forwardagent", "gssapidelegatecredentials" ->
                asked(option, option.isOff(), "lets root on the host use your keys");
            case "localforward", "remoteforward", "dynamicforward" ->
                asked(option, false, "forwards traffic between the host's network and this machine's");
            case "stricthostkeychecking" -> value.equalsIgnoreCase("yes") ? OURS : HOST_KEYS;
            case "sendenv" -> leftOut("would send variables of your environment to the host");
            case "localcommand", "permitlocalcommand" -> leftOut("would run a command on this machine");
            case "forwardx11", "forwardx11trusted" ->
                option.isOff() ? PASSED : leftOut("would give the host access to your display");
            case "forwardx11timeout", "xauthlocation" -> leftOut("is for X11 forwarding, which Urania does not use");
            default -> ofOthers(option);
        };
    }

    /** The words of those options that are passed on, or would be if the person at the keyboard says so. */
    public static List<String> passed(List<SshOption> options) {
        return options.stream()
                .filter(option -> of(option).isPassed())
                .flatMap(option -> option.words().stream())
                .toList();
    }

    /** The names of all options that are passed on without a question, as ssh_config(5) spells them, sorted. */
    public static List<String> namesPassed() {
        return Stream.concat(Names.SPELLED.stream(), Names.JUDGED.stream())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Whether ssh gets the option, if the person at the keyboard is asked and says so. */
    public boolean isPassed() {
        return treatment == Treatment.PASSED || treatment == Treatment.ASKED;
    }

    private static SshOptionRule ofOthers(SshOption option) {
        if (Names.HOST_KEYS.contains(option.keyword())) {
            return HOST_KEYS;
        }
        if (Names.OURS.contains(option.keyword())) {
            return OURS;
        }
        return Names.PASSED.contains(option.keyword())
                ? when(!option.value().isEmpty(), "has no value")
                : refused("is not among the ssh options known to be safe in an inventory");
    }

    private static SshOptionRule when(boolean fits, String reason) {
        return fits ? PASSED : refused(reason);
    }

    private static SshOptionRule asked(SshOption option, boolean off, String reason) {
        if (option.value().isBlank()) {
            return refused("has no value");
        }
        return off ? PASSED : new SshOptionRule(Treatment.ASKED, reason);
    }

    private static SshOptionRule leftOut(String reason) {
        return new SshOptionRule(Treatment.LEFT_OUT, reason);
    }

    private static SshOptionRule refused(String reason) {
        return new SshOptionRule(Treatment.REFUSED, reason);
    }

    /** Keywords of ssh_config(5) of OpenSSH 10, and those of Debian's patches to it. */
    private static final class Names {
        private static final Set<String> HOST_KEYS = Set.of(
                "canonicaldomains",
                "canonicalizefallbacklocal",
                "canonicalizehostname",
                "canonicalizemaxdots",
                "canonicalizepermittedcnames",
                "checkhostip",
                "globalknownhostsfile",
                "globalknownhostsfile2",
                "gssapikeyexchange",
                "gssapikexalgorithms",
                "gssapiserveridentity",
                "gssapitrustdns",
                "hashknownhosts",
                "knownhostscommand",
                "nohostauthenticationforlocalhost",
                "revokedhostkeys",
                "updatehostkeys",
                "userknownhostsfile",
                "userknownhostsfile2",
                "verifyhostkeydns",
                "visualhostkey");

        /** Urania has one connection per host, without a terminal, and reads what ssh says of it. */
        private static final Set<String> OURS = Set.of(
                "controlmaster",
                "controlpath",
                "controlpersist",
                "fingerprinthash",
                "loglevel",
                "requesttty",
                "stdinnull");

        /** As ssh_config(5) spells them, for people. */
        private static final List<String> SPELLED = List.of(
                "AddressFamily",
                "BatchMode",
                "BindAddress",
                "BindInterface",
                "CASignatureAlgorithms",
                "CertificateFile",
                "ChallengeResponseAuthentication",
                "Ciphers",
                "ClearAllForwardings",
                "Compression",
                "ConnectionAttempts",
                "ConnectTimeout",
                "GSSAPIAuthentication",
                "HostKeyAlgorithms",
                "IdentitiesOnly",
                "IdentityAgent",
                "IdentityFile",
                "IPQoS",
                "KbdInteractiveAuthentication",
                "KbdInteractiveDevices",
                "KexAlgorithms",
                "MACs",
                "NumberOfPasswordPrompts",
                "PasswordAuthentication",
                "PreferredAuthentications",
                "ProxyUseFdpass",
                "PubkeyAcceptedAlgorithms",
                "PubkeyAcceptedKeyTypes",
                "PubkeyAuthentication",
                "RekeyLimit",
                "RequiredRSASize",
                "ServerAliveCountMax",
                "ServerAliveInterval",
                "SetEnv",
                "TCPKeepAlive");

        private static final Set<String> PASSED =
                SPELLED.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

        /** Passed on where their values fit. */
        private static final List<String> JUDGED = List.of("HostKeyAlias", "HostName", "Port", "ProxyJump", "User");
    }
}
