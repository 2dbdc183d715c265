package io.urania.cluster.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options of ssh that decide whether a host's key is believed: Urania decides that itself. */
final class HostKeyOptions {
    private static final List<String> NAMES =
            List.of("stricthostkeychecking", "userknownhostsfile", "globalknownhostsfile", "checkhostip");

    private HostKeyOptions() {}

    /** The words of an ssh command line without such options. */
    static List<String> without(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean separate = word.equals("-o") && i + 1 < words.size();
            String option = separate ? words.get(i + 1) : word.startsWith("-o") ? word.substring(2) : "";
            if (!isHostKeyOption(option)) {
                kept.add(word);
            } else if (separate) {
                i++;
            }
        }
        return kept;
    }

    private static boolean isHostKeyOption(String option) {
        return NAMES.contains(option.strip().split("[=\\s]", 2)[0].toLowerCase(Locale.ROOT));
    }
}
