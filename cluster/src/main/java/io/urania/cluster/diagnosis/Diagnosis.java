package io.urania.cluster.diagnosis;

import io.urania.engine.plan.TaskId;
import io.urania.engine.process.Holder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a node or a member of etcd does not come: a pure function of what was printed on its host.
 *
 * @param cause the kind
 * @param who says so: {@code kubelet}, {@code etcd}
 * @param what one line
 * @param said the line that tells it, as it was printed
 */
public record Diagnosis(Cause cause, String who, String what, String said) {

    /** How much of a line is shown; etcd's have a stack of Go behind them. */
    private static final int SHOWN = 300;

    private static final Pattern UNIT = Pattern.compile("service (.+)\\.service");
    private static final Pattern WITH_SOURCE = Pattern.compile("sign of ([a-z-]+): (.*)");
    private static final Pattern LISTEN =
            Pattern.compile("listen (?:tcp|udp)[46]? (\\S*:([0-9]+)): bind: address already in use");
    private static final String HOLDER = "holder of port ";

    /** Says why a step did not work, if it was one that starts something and a cause is to be seen. */
    public static Optional<String> explain(TaskId task, String output) {
        Matcher unit = UNIT.matcher(task.name());
        if (unit.matches()) {
            return of(unit.group(1), output).map(found -> found.text(task.host()));
        }
        return task.name().startsWith("kubeadm ")
                ? of("kubeadm", output).map(found -> found.text(task.host()))
                : Optional.empty();
    }

    /**
     * The most telling cause in a text.
     *
     * @param who said the lines that do not name another
     */
    static Optional<Diagnosis> of(String who, String output) {
        return Sign.all().stream()
                .flatMap(sign ->
                        output.lines().filter(sign::isIn).limit(1).map(line -> found(sign.cause(), who, line, output)))
                .findFirst();
    }

    private static Diagnosis found(Cause cause, String who, String line, String output) {
        Matcher source = WITH_SOURCE.matcher(line);
        boolean named = source.matches();
        String said = named ? source.group(2) : line.strip();
        Matcher listen = LISTEN.matcher(said);
        String what = listen.find() ? listen.group() + holders(listen.group(2), output) : cause.what();
        return new Diagnosis(cause, named ? source.group(1) : who, what.isEmpty() ? said : what, said);
    }

    private static String holders(String port, String output) {
        String known = output.lines()
                .filter(line -> line.startsWith(HOLDER))
                .flatMap(line -> Holder.read(line.substring(HOLDER.length())).stream())
                .filter(holder -> holder.of().equals(port))
                .map(Holder::words)
                .distinct()
                .collect(Collectors.joining("; "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    /** What, where and why, the remedy, and the line that told it. */
    String text(String host) {
        String shown = said.length() > SHOWN ? said.substring(0, SHOWN) + "..." : said;
        return who + " on " + host + ": " + what + "\n" + cause.remedy() + "; then run the same command again"
                + (what.startsWith(said) ? "" : "\nits output: " + shown);
    }
}
