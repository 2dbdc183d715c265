package io.urania.control.hostkey;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of OpenSSH: {@code ssh -G} and {@code ssh-keyscan}. */
public final class OpenSshKeyScan implements KeyScan {

    private static final String SECONDS = "5";

    private final KnownHosts knownHosts;

    /**
     * @param knownHosts the host keys that are accepted
     */
    public OpenSshKeyScan(KnownHosts knownHosts) {
        this.knownHosts = knownHosts;
    }

    @Override
    public Optional<ShownKey> ask(Target target) throws IOException, InterruptedException {
        Map<String, String> settings = settings(target);
        String host = settings.getOrDefault("hostname", target.address());
        String port = settings.getOrDefault("port", Integer.toString(target.port()));
        String alias = settings.getOrDefault("hostkeyalias", "");
        Optional<HostKey> key = HostKey.bestOf(run(List.of("ssh-keyscan", "-T", SECONDS, "-p", port, "--", host)));
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String name = alias.isEmpty() ? KnownHosts.nameOf(host, Integer.parseInt(port)) : alias;
        HostKeyVerdict verdict = knownHosts.judge(name, key.get().fingerprint());
        return Optional.of(new ShownKey(name, key.get(), verdict));
    }

    /** What ssh makes of the address: the user's own configuration may give it another name and port. */
    private static Map<String, String> settings(Target target) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ssh", "-G"));
        words.addAll(target.options());
        words.addAll(List.of("-p", Integer.toString(target.port()), "--", target.address()));
        Map<String, String> settings = new HashMap<>();
        run(words)
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> settings.putIfAbsent(line[0], line.length == 2 ? line[1] : ""));
        return settings;
    }

    private static String run(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
