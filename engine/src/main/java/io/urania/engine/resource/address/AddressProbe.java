package io.urania.engine.resource.address;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.EncodedText;
import io.urania.engine.text.ResourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Asks a host who has configured an address that it has. */
public final class AddressProbe implements Probe<AddressFact> {

    private static final AddressProbe INSTANCE = new AddressProbe();

    private AddressProbe() {}

    /** Asks for an IPv4 address. */
    public static Question<AddressFact> of(String address) {
        return new Question<>(INSTANCE, address);
    }

    @Override
    public String name() {
        return "own addresses";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return ResourceText.beside(AddressProbe.class, "addresses.sh").replace("@addresses@", Shell.words(subjects));
    }

    @Override
    public Map<String, AddressFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("end")) {
            return Map.of();
        }
        Map<String, AddressFact> facts = new HashMap<>();
        for (String address : subjects) {
            facts.put(address, fact(address, lines));
        }
        return facts;
    }

    private static AddressFact fact(String address, List<String> lines) {
        Map<String, String> told = new HashMap<>();
        Set<String> active = new HashSet<>();
        Map<String, String> texts = new HashMap<>();
        boolean hasCloudInit = false;
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "active" -> active.add(words[1]);
                case "cloud-init" -> hasCloudInit = true;
                case "text" -> texts.put(words[1], words.length < 3 ? "" : EncodedText.decoded(words[2]));
                default -> {
                    if (words.length == 3 && words[1].equals(address)) {
                        told.putIfAbsent(words[0], words[2]);
                    }
                }
            }
        }
        return new AddressFact(
                Optional.ofNullable(told.get("link")),
                told.containsKey("default"),
                active,
                Optional.ofNullable(told.get("managed"))
                        .map(words -> words.split(":", 3))
                        .filter(words -> words.length == 3)
                        .map(words -> new AddressFact.Managed(words[0], words[1], words[2])),
                Optional.ofNullable(told.get("file")),
                hasCloudInit,
                texts);
    }
}
