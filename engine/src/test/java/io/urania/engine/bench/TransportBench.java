package io.urania.engine.bench;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.distribution.Distribution;
import io.urania.engine.distribution.Peer;
import io.urania.engine.distribution.WatchedTransport;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LoopbackSshd;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.builtin.BuiltInTransport;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.openssh.OpenSshTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Figures for docs/performance.md; started by bench/transport. */
final class TransportBench {

    private static final int COMMANDS = 50;
    private static final int PORT = 22_222;
    private static final int MEGABYTE = 1 << 20;

    private final Path directory;

    private TransportBench(Path directory) {
        this.directory = directory;
    }

    /** Words: {@code connect}, {@code facts HOSTS ssh|built-in|fake} or {@code copy HOSTS MEGABYTES together|alone}. */
    public static void main(String[] words) throws Exception {
        Path directory = Files.createTempDirectory("urania-bench-");
        try {
            TransportBench bench = new TransportBench(directory);
            switch (words[0]) {
                case "connect" -> bench.connect();
                case "facts" -> bench.facts(Integer.parseInt(words[1]), words[2]);
                case "copy" -> bench.copy(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
                default -> throw new IllegalArgumentException(words[0]);
            }
        } finally {
            remove(directory);
        }
    }

    private void connect() throws Exception {
        try (LoopbackSshd server = LoopbackSshd.start(directory)) {
            Target target = server.target("user_key");
            KnownHosts known = knownHosts(server);
            for (int round = 1; round <= 2; round++) {
                System.out.println("round " + round);
                print("ssh, cold", COMMANDS, () -> cold(target, () -> new OpenSshTransport(known)));
                print("built-in client, cold", COMMANDS, () -> cold(target, () -> builtIn(known)));
                try (Transport transport = new OpenSshTransport(known)) {
                    warm(target, transport, 1);
                    print("ssh, connected", COMMANDS, () -> warm(target, transport, COMMANDS));
                }
                try (Transport transport = builtIn(known)) {
                    warm(target, transport, 1);
                    print("built-in client, connected", COMMANDS, () -> warm(target, transport, COMMANDS));
                }
            }
        }
    }

    private interface Opening {
        Transport open();
    }

    private static void cold(Target target, Opening opening) throws Exception {
        for (int count = 0; count < COMMANDS; count++) {
            try (Transport transport = opening.open()) {
                warm(target, transport, 1);
            }
        }
    }

    private static void warm(Target target, Transport transport, int commands) throws Exception {
        for (int count = 0; count < commands; count++) {
            if (transport.execute(target, "true", Input.NONE, _ -> {}).code() != 0) {
                throw new IllegalStateException("true failed");
            }
        }
    }

    private void facts(int hosts, String way) throws Exception {
        if (way.equals("fake")) {
            try (Transport transport = new FakeHosts()) {
                gatherTwice(
                        hosts,
                        way,
                        new Target("model", "127.0.0.1", PORT, "", false, Optional.empty(), List.of()),
                        transport);
            }
            return;
        }
        // Of this type, for the server needs further libraries for ed25519.
        ecdsaKey(directory.resolve("host_key"));
        ecdsaKey(directory.resolve("user_key"));
        Files.copy(directory.resolve("user_key.pub"), directory.resolve("authorized_keys"));
        KnownHosts known = new KnownHosts(List.of(Files.writeString(
                directory.resolve("known_hosts"), "* " + Files.readString(directory.resolve("host_key.pub")))));
        Target model = new Target(
                "model",
                "127.0.0.1",
                PORT,
                System.getProperty("user.name"),
                false,
                Optional.of(directory.resolve("user_key")),
                List.of("-F", "none"));
        factsOf(hosts, way, model, known);
    }

    private static void ecdsaKey(Path file) throws IOException, InterruptedException {
        int code = new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", file.toString())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("ssh-keygen failed with exit code " + code);
        }
    }

    private void factsOf(int hosts, String way, Target model, KnownHosts known) throws Exception {
        Process rack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeRack.class.getName(),
                        Integer.toString(PORT),
                        Integer.toString(hosts),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = rack.inputReader();
                Transport transport = way.equals("ssh") ? new OpenSshTransport(known) : builtIn(known)) {
            if (!"serving".equals(lines.readLine())) {
                throw new IOException("the fake rack did not start");
            }
            gatherTwice(hosts, way, model, transport);
        } finally {
            rack.destroy();
            rack.waitFor();
        }
    }

    private static void gatherTwice(int hosts, String way, Target model, Transport transport) throws Exception {
        Map<String, Target> targets = new HashMap<>();
        Map<String, Collection<Question<?>>> questions = new HashMap<>();
        for (int host = 0; host < hosts; host++) {
            targets.put("host" + host, at("host" + host, FakeRack.address(host), PORT, model));
            questions.put("host" + host, List.of(SystemProbe.QUESTION));
        }
        for (String round : List.of("connecting", "connected")) {
            print(way + ", facts of " + hosts + ", " + round, 1, () -> gather(transport, targets, questions));
        }
    }

    private static Target at(String name, String address, int port, Target model) {
        return new Target(name, address, port, model.user(), false, model.identity(), model.options());
    }

    private static void gather(
            Transport transport, Map<String, Target> targets, Map<String, Collection<Question<?>>> questions)
            throws InterruptedException {
        Gathered gathered = new FactGathering(new FactReader(new BatchRunner(transport)), _ -> {}, Clock.systemUTC())
                .gather(targets, questions);
        // One server stands for all hosts: it may refuse some of so many at once.
        gathered.failures().values().stream()
                .limit(3)
                .forEach(failure -> System.out.println("  no answer: " + failure.getMessage()));
        System.out.println("  answered: " + gathered.book().hosts().size());
    }

    private void copy(int hosts, int megabytes, String manner) throws Exception {
        Path file = directory.resolve("image.tar");
        byte[] bytes = new byte[megabytes * MEGABYTE];
        new Random(300).nextBytes(bytes);
        Files.write(file, bytes);
        Payload.LocalFile image = new Payload.LocalFile(file, bytes.length, Payload.sha256(bytes));
        try (LoopbackSshd server = LoopbackSshd.start(directory)) {
            WatchedTransport transport = new WatchedTransport(new OpenSshTransport(knownHosts(server)));
            Map<String, Target> targets = new LinkedHashMap<>();
            Map<String, Peer> peers = new HashMap<>();
            for (int host = 0; host < hosts; host++) {
                String name = "host" + host;
                targets.put(name, at(name, "127.0.0.1", server.port(), server.target("user_key")));
                peers.put(
                        name,
                        new Peer(
                                "127.1.0." + (host + 1),
                                Optional.of("rack" + host % 3),
                                directory.resolve(name).toString()));
            }
            print("copy " + megabytes + " MB to " + hosts + ", " + manner, 1, () -> {
                try (Distribution distribution =
                        new Distribution(transport, manner.equals("together") ? peers : Map.of())) {
                    send(new BatchRunner(transport, distribution), targets.values(), image);
                }
            });
            System.out.printf(
                    "  sent by the controller: %.3f x the file; passed on from host to host: %d times%n",
                    (double) transport.bytesSent() / bytes.length,
                    transport.fetches().size());
            transport.close();
        }
    }

    private void send(BatchRunner batches, Collection<Target> targets, Payload.LocalFile image) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<StepResult>>> results = new ArrayList<>();
            for (Target target : targets) {
                String received = directory.resolve("received-" + target.name()).toString();
                Operation operation = Operation.of("receive_to_read " + received, image);
                results.add(threads.submit(() -> batches.run(
                        target, List.of(new Step("file", operation)), Mode.STOP_AT_FAILURE, BatchListener.NONE)));
            }
            for (Future<List<StepResult>> result : results) {
                if (!result.get().getFirst().succeeded()) {
                    throw new IllegalStateException(result.get().getFirst().output());
                }
            }
        }
    }

    private static KnownHosts knownHosts(LoopbackSshd server) throws IOException {
        return new KnownHosts(List.of(server.knownHosts("known_hosts", "[127.0.0.1]:" + server.port())));
    }

    private Transport builtIn(KnownHosts known) {
        return new BuiltInTransport(known, directory, false);
    }

    private static void print(String what, int times, Measure.Action action) throws Exception {
        System.out.println(Measure.of(what, action).line(times));
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
