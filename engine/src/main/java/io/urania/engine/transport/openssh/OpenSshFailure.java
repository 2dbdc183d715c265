package io.urania.engine.transport.openssh;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.LoginRefusal;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.HostKeyRefusal;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.openssh.JumpHosts.JumpHost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what OpenSSH prints when it gives up (exit code 255) into a message with a next step. */
final class OpenSshFailure {

    private static final Pattern REFUSED_KEY = Pattern.compile(
            "^(Host key verification failed|No \\S+ host key is known for )|REMOTE HOST IDENTIFICATION HAS CHANGED",
            Pattern.MULTILINE);
    /** The name under which ssh looked the key up: it may be that of a host on the way. */
    private static final Pattern NAME_OF_KEY = Pattern.compile(
            "^(?:Host key for|No \\S+ host key is known for|The \\S+ host key for) (\\S+)"
                    + " (?:has changed |and |is marked as revoked)",
            Pattern.MULTILINE);

    private static final Pattern FINGERPRINT = Pattern.compile("^(SHA256:[A-Za-z0-9+/]+)\\.?$", Pattern.MULTILINE);
    private static final Pattern REFUSED_LOGIN =
            Pattern.compile("^\\S+: Permission denied \\(|Too many authentication failures", Pattern.MULTILINE);
    private static final Pattern WHERE_REFUSED =
            Pattern.compile("^(?:\\S+@)?(\\S+): Permission denied \\(", Pattern.MULTILINE);
    /** What comes of the failure of a host on the way, or of a ProxyCommand, which stands before it. */
    private static final Pattern FOLLOWS = Pattern.compile(
            "Connection closed by UNKNOWN port 65535\\.?|kex_exchange_identification: Connection closed by remote host");

    private static final Pattern NO_CONNECTION = Pattern.compile(
            "^ssh: (connect to host|Could not resolve hostname) |^Connection timed out during banner exchange",
            Pattern.MULTILINE);

    /** What ssh says of options that it does not take, on its command line or in a file: readconf.c. */
    private static final Pattern REFUSED_OPTION =
            Pattern.compile("^(command-line|[~/]\\S*):? line \\d+: .*$", Pattern.MULTILINE);

    /** How ssh calls the other end of a ProxyCommand. */
    private static final String NO_ADDRESS = "UNKNOWN port 65535";

    private OpenSshFailure() {}

    /** Why no connection came about. */
    static TransportException whileConnecting(Target target, String errors, KnownHosts knownHosts) {
        return known(target, errors, knownHosts).orElseGet(() -> unreachable(target, errors));
    }

    /**
     * Why a command did not end in an orderly way. Its own errors are among those printed: only what ssh says in a form
     * of its own counts.
     */
    static TransportException whileRunning(Target target, String errors, KnownHosts knownHosts) {
        return known(target, errors, knownHosts)
                .orElseGet(() -> new TransportException(
                        Cause.LOST,
                        target.where() + ": the connection was lost: " + lastLine(errors)
                                + "; run the same command again, it continues"));
    }

    /** The host let us in but runs no commands for us. */
    static TransportException noShell(Target target, Exit exit) {
        return new TransportException(
                Cause.LOGIN,
                target.where() + ": logged in, but the login shell ran no command (exit code " + exit.code() + ": "
                        + lastLine(exit.standardError()) + "); give the user a POSIX shell there: chsh -s /bin/sh");
    }

    private static Optional<TransportException> known(Target target, String errors, KnownHosts knownHosts) {
        JumpHosts onTheWay = JumpHosts.of(SshOption.parse(target.options()));
        if (REFUSED_KEY.matcher(errors).find()) {
            Optional<String> name = first(NAME_OF_KEY, errors);
            Optional<JumpHost> jump = name.flatMap(onTheWay::known)
                    .filter(_ -> errors.contains("host key is known for " + name.get() + " and you have requested"));
            return Optional.of(
                    jump.isPresent() ? unknownOnTheWay(target, jump.get()) : refusedKey(target, errors, knownHosts));
        }
        if (REFUSED_LOGIN.matcher(errors).find()) {
            Optional<JumpHost> jump = first(WHERE_REFUSED, errors)
                    .filter(name -> !name.equals(target.address()))
                    .flatMap(onTheWay::known);
            return Optional.of(
                    jump.isPresent()
                            ? new TransportException(
                                    Cause.LOGIN,
                                    target.where() + ": login refused by "
                                            + jump.get().name()
                                            + ", the jump host; make this work first, without a password: "
                                            + jump.get().login())
                            : LoginRefusal.of(target));
        }
        return NO_CONNECTION.matcher(errors).find() ? Optional.of(unreachable(target, errors)) : Optional.empty();
    }

    private static TransportException unknownOnTheWay(Target target, JumpHost jump) {
        return new TransportException(
                Cause.HOST_KEY,
                target.where() + ": the host key of " + jump.name()
                        + ", the jump host, is not known yet; log in there once to see and accept it, then run the same command again: "
                        + jump.login());
    }

    private static TransportException unreachable(Target target, String errors) {
        return new TransportException(Cause.UNREACHABLE, target.where() + ": unreachable: " + cause(target, errors));
    }

    /** Why, and what to do: not every cause is at the host. */
    private static String cause(Target target, String errors) {
        Matcher option = REFUSED_OPTION.matcher(errors);
        if (option.find()) {
            boolean isOurs = OpenSshTransport.HELD.stream()
                    .map(held -> held.substring(0, held.indexOf('=')).toLowerCase(Locale.ROOT))
                    .anyMatch(held -> option.group().toLowerCase(Locale.ROOT).endsWith("option: " + held));
            return option.group()
                    + (isOurs
                            ? "; this machine's ssh is older than OpenSSH 8.5: install a newer one"
                            : remedy(option.group(1)));
        }
        String last = lastLine(errors);
        boolean endsOnTheWay = errors.contains(NO_ADDRESS)
                && !FOLLOWS.matcher(last).matches()
                && !NO_CONNECTION.matcher(last).find();
        if (hasProxyCommand(target) || endsOnTheWay) {
            return firstLine(errors) + "; the ProxyCommand to it failed: try that command by hand";
        }
        if (FOLLOWS.matcher(last).matches() && errors.contains(NO_ADDRESS)) {
            return last
                    + "; the connection to it ended, through a jump host or proxy command of the inventory or your ssh configuration;"
                    + " for details: ssh -p " + target.port() + " "
                    + Shell.quote((target.user().isEmpty() ? "" : target.user() + "@") + target.address());
        }
        return last + "; check that it is switched on and that ansible_host is right";
    }

    private static String remedy(String where) {
        return where.startsWith("command-line")
                ? "; this machine's ssh does not support that option: correct it in ansible_ssh_common_args or"
                        + " ansible_ssh_extra_args"
                : "; correct that file";
    }

    private static boolean hasProxyCommand(Target target) {
        return SshOption.parse(target.options()).stream()
                .anyMatch(option -> option.keyword().equals("proxycommand") && !option.isNone());
    }

    private static TransportException refusedKey(Target target, String errors, KnownHosts knownHosts) {
        String name = first(NAME_OF_KEY, errors).orElseGet(() -> KnownHosts.nameOf(target.address(), target.port()));
        String shown = first(FINGERPRINT, errors).orElse("");
        HostKeyVerdict verdict = errors.contains("REVOKED HOST KEY DETECTED")
                ? knownHosts.revocations(name).stream()
                        .<HostKeyVerdict>map(HostKeyVerdict.Revoked::new)
                        .findFirst()
                        .orElseGet(HostKeyVerdict.Unknown::new)
                : knownHosts.judge(name, shown);
        // ssh has refused it: for a reason that our reading of the files does not know.
        return HostKeyRefusal.of(
                target,
                name,
                shown,
                verdict instanceof HostKeyVerdict.Known ? new HostKeyVerdict.Unknown() : verdict,
                knownHosts);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("ssh gave no reason");
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> !FOLLOWS.matcher(line).matches())
                .findFirst()
                .orElse(lines.isEmpty() ? "ssh gave no reason" : lines.getLast());
    }
}
