package io.urania.cli.hostkey;

import io.urania.engine.transport.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of OpenSSH: {@code ssh -G}, {@code ssh-keyscan} and {@code ssh-keygen -F}. */
public final class OpenSshKeyScan implements KeyScan {

    private static final String SECONDS = "5";

    private final List<Path> knownHosts;

    /**
     * @param knownHosts the files that ssh looks keys up in
     */
    public OpenSshKeyScan(List<Path> knownHosts) {
        this.knownHosts = List.copyOf(knownHosts);
    }

    @Override
    public Optional<Shown> ask(Target target) throws IOException, InterruptedException {
        Map<String, String> settings = settings(target);
        String host = settings.getOrDefault("hostname", target.address());
        String port = settings.getOrDefault("port", Integer.toString(target.port()));
        String alias = settings.getOrDefault("hostkeyalias", "");
        Optional<HostKey> key = HostKey.bestOf(run(List.of("ssh-keyscan", "-T", SECONDS, "-p", port, "--", host))
                .output());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String name = !alias.isEmpty() ? alias : port.equals("22") ? host : "[" + host + "]:" + port;
        return Optional.of(new Shown(name, key.get(), isPinned(name)));
    }

    /** What ssh makes of the address: the user's own configuration may give it another name and port. */
    private static Map<String, String> settings(Target target) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ssh", "-G"));
        words.addAll(target.options());
        words.addAll(List.of("-p", Integer.toString(target.port()), "--", target.address()));
        Map<String, String> settings = new HashMap<>();
        run(words)
                .output()
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> settings.putIfAbsent(line[0], line.length == 2 ? line[1] : ""));
        return settings;
    }

    private boolean isPinned(String name) throws IOException, InterruptedException {
        for (Path file : knownHosts) {
            if (Files.exists(file)
                    && run(List.of("ssh-keygen", "-F", name, "-f", file.toString()))
                                    .code()
                            == 0) {
                return true;
            }
        }
        return false;
    }

    private record Ended(int code, String output) {}

    private static Ended run(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
