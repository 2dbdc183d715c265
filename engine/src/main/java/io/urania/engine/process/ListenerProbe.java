package io.urania.engine.process;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ControlSequences;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Who listens on ports, on whatever address (proc(5), "/proc/net/tcp"). Processes are looked through only if somebody does; of those
 * that share a socket one is told.
 */
public final class ListenerProbe implements Probe<List<Listener>> {

    private static final ListenerProbe INSTANCE = new ListenerProbe();

    private ListenerProbe() {}

    /** Asks for the listeners of a port. */
    public static Question<List<Listener>> on(Protocol protocol, int port) {
        return new Question<>(INSTANCE, protocol.word() + "/" + port);
    }

    @Override
    public String name() {
        return "listeners";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return Listeners.functions() + "listeners " + Shell.words(subjects) + "\necho all\n";
    }

    @Override
    public Map<String, List<Listener>> parse(String output, SortedSet<String> subjects) {
        Map<String, List<Listener>> listeners = new HashMap<>();
        if (output.lines().noneMatch("all"::equals)) {
            return listeners;
        }
        subjects.forEach(subject -> listeners.put(subject, new ArrayList<>()));
        ControlSequences.removed(output).lines().forEach(line -> {
            String[] words = line.split(" ", 5); // a name may have spaces
            if (words.length == 5) {
                Listener listener = listener(words);
                listeners
                        .getOrDefault(listener.protocol().word() + "/" + listener.port(), new ArrayList<>())
                        .add(listener);
            }
        });
        listeners.replaceAll((_, found) -> List.copyOf(found));
        return listeners;
    }

    private static Listener listener(String[] words) {
        int colon = words[1].indexOf(':');
        Optional<RunningProcess> process = words[2].equals("-")
                ? Optional.empty()
                : Optional.of(
                        new RunningProcess(Long.parseLong(words[2]), words[4], words[3].equals("-") ? "" : words[3]));
        return new Listener(
                words[0].equals("tcp") ? Protocol.TCP : Protocol.UDP,
                address(words[1].substring(0, colon)),
                Integer.parseInt(words[1].substring(colon + 1), 16),
                process);
    }

    /** The kernel prints addresses as words of 32 bits in the byte order of the machine, which is little-endian wherever Urania goes. */
    static String address(String hexadecimal) {
        byte[] printed = HexFormat.of().parseHex(hexadecimal);
        byte[] bytes = new byte[printed.length];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = printed[index / 4 * 4 + 3 - index % 4];
        }
        try {
            // The wildcard of version 6 is "0:0:0:0:0:0:0:0" in Java's spelling.
            String address = InetAddress.getByAddress(bytes).getHostAddress();
            return address.equals("0:0:0:0:0:0:0:0") ? "::" : address;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(hexadecimal + " is not an address", e);
        }
    }
}
