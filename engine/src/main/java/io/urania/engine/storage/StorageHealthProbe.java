package io.urania.engine.storage;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel knows of the health of cards and disks: the errors that an ext4 file system has noted in its superblock (Linux, ABI/testing,
 * sysfs-fs-ext4, "errors_count"), and how far eMMC is worn (JEDEC JESD84-B51, EXT_CSD "DEVICE_LIFE_TIME_EST_TYP_A" and "B", sysfs
 * "life_time"). SD cards tell nothing of their wear.
 */
public final class StorageHealthProbe implements Probe<StorageHealthFact> {

    /** The one question of this probe. */
    public static final Question<StorageHealthFact> QUESTION = Question.about(new StorageHealthProbe());

    private static final Pattern ERRORS = Pattern.compile("errors (\\S+) (\\d{1,18})");
    private static final Pattern LIFE = Pattern.compile("life (\\S+) 0x([0-9a-f]{1,2}) 0x([0-9a-f]{1,2})");

    private StorageHealthProbe() {}

    @Override
    public String name() {
        return "health of storage";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for file in /sys/fs/ext4/*/errors_count; do
                    [ -r "$file" ] || continue
                    device=${file%/errors_count}
                    read -r errors <"$file" && echo "errors ${device##*/} $errors"
                done
                for file in /sys/block/mmcblk*/device/life_time; do
                    [ -r "$file" ] || continue
                    device=${file%/device/life_time}
                    read -r life <"$file" && echo "life ${device##*/} $life"
                done
                echo end
                """;
    }

    @Override
    public Map<String, StorageHealthFact> parse(String output, SortedSet<String> subjects) {
        if (!output.strip().endsWith("end")) {
            return Map.of();
        }
        Map<String, Long> errors = new HashMap<>();
        Map<String, Integer> wear = new HashMap<>();
        output.lines().forEach(line -> {
            Matcher counted = ERRORS.matcher(line);
            Matcher life = LIFE.matcher(line);
            if (counted.matches() && Long.parseLong(counted.group(2)) > 0) {
                errors.put(counted.group(1), Long.valueOf(counted.group(2)));
            } else if (life.matches()) {
                wear.put(
                        life.group(1),
                        Math.max(Integer.parseInt(life.group(2), 16), Integer.parseInt(life.group(3), 16)));
            }
        });
        return Map.of("", new StorageHealthFact(errors, wear));
    }
}
