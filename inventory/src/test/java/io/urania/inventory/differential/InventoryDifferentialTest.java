package io.urania.inventory.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.ansible.AnsibleEnvironment;
import io.urania.inventory.ansible.PythonProcess;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random inventories, read by {@code ansible-inventory --list} and by Urania: equal JSON, or refused by both. What Urania alone refuses is
 * one of {@link #STRICTER}, each explained in {@code docs/inventory.md}.
 */
@Tag("ansible")
class InventoryDifferentialTest {
    private static final List<String> STRICTER = List.of(
            "is set twice in one mapping",
            "is not a valid value",
            "is not a valid date",
            "must be an integer",
            "is below itself",
            "has the name of a group",
            "is its own child",
            "'=' alone is not a value");

    private static final Pattern GROUP_FILE = Pattern.compile("/group_vars/([^/:]+)[^:]*:[0-9]+:");

    private static final int CASES = Integer.getInteger("urania.differential", 400);
    private static final long SEED = Long.getLong("urania.seed", 20261125L);

    @TempDir
    private Path folder;

    @Test
    void readsRandomInventoriesAsAnsibleDoes() throws Exception {
        List<String> differences = new ArrayList<>();
        int equal = 0;
        int refused = 0;
        int stricter = 0;
        try (PythonProcess ansible = PythonProcess.start(AnsibleEnvironment.prepare(), "inventories.py", folder)) {
            for (long seed = SEED; seed < SEED + CASES; seed++) {
                Path directory = Files.createDirectory(folder.resolve("case"));
                RandomInventory random = new RandomInventory(directory, seed).write();
                Optional<String> theirs = ansible(ansible, directory, random.arguments());
                Result ours = urania(directory, random.arguments());
                if (theirs.isPresent() && ours.json() != null) {
                    String difference = difference(theirs.get(), ours.json());
                    equal += difference.isEmpty() ? 1 : 0;
                    if (!difference.isEmpty()) {
                        differences.add("seed " + seed + " " + random.arguments() + ": " + difference);
                    }
                } else if (theirs.isEmpty() && ours.json() == null) {
                    refused++;
                } else if (ours.json() == null && ours.isStricter(groupsWithHosts(theirs.orElse("{}")))) {
                    stricter++;
                } else {
                    differences.add("seed " + seed + " " + random.arguments() + ": "
                            + (ours.json() == null
                                    ? "Urania alone refuses: " + ours.problems()
                                    : "Ansible alone refuses: " + lastComplaints));
                }
                if (!differences.isEmpty() && Boolean.getBoolean("urania.keep")) {
                    break;
                }
                delete(directory);
            }
        }
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} inventories from seed {1}: {2} equal, {3} refused by both, {4} by Urania alone on purpose",
                        CASES,
                        Long.toString(SEED),
                        equal,
                        refused,
                        stricter);
        assertThat(differences).isEmpty();
        assertThat(equal).isGreaterThan(CASES / 3);
    }

    private String lastComplaints = "";

    private record Result(String json, List<String> problems) {
        /** Whether all problems are known ones, or in a file that Ansible does not read: that of a group without hosts. */
        boolean isStricter(Set<String> groupsWithHosts) {
            return problems.stream()
                    .allMatch(problem ->
                            STRICTER.stream().anyMatch(problem::contains) || isUnread(problem, groupsWithHosts));
        }

        private static boolean isUnread(String problem, Set<String> groupsWithHosts) {
            Matcher file = GROUP_FILE.matcher(problem);
            return file.find()
                    && groupsWithHosts.stream()
                            .noneMatch(group ->
                                    file.group(1).equals(group) || file.group(1).startsWith(group + "."));
        }
    }

    private static Set<String> groupsWithHosts(String listing) {
        JsonObject inventory = JsonParser.parseString(listing).getAsJsonObject();
        Set<String> found = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = inventory.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("_meta"))
                    .filter(entry -> entry.getValue().getAsJsonObject().has("hosts")
                            || names(entry.getValue(), "children").stream().anyMatch(found::contains))
                    .map(entry -> found.add(entry.getKey()))
                    .reduce(false, Boolean::logicalOr);
        }
        return found;
    }

    private static List<String> names(JsonElement group, String members) {
        JsonArray array = group.getAsJsonObject().getAsJsonArray(members);
        return array == null
                ? List.of()
                : array.asList().stream().map(JsonElement::getAsString).toList();
    }

    private Optional<String> ansible(PythonProcess ansible, Path directory, List<String> arguments) {
        JsonObject request = new JsonObject();
        JsonArray words = new JsonArray();
        arguments.forEach(words::add);
        words.add("--list");
        request.add("arguments", words);
        request.addProperty("directory", directory.toString());
        JsonObject answer = ansible.ask(request);
        lastComplaints = answer.toString();
        boolean complained = Stream.of(answer.getAsJsonArray("complaints"))
                .flatMap(complaints -> complaints.asList().stream())
                .map(JsonElement::getAsString)
                .anyMatch(complaint -> complaint.startsWith("Unable to parse"));
        return answer.has("output") && !complained
                ? Optional.of(answer.get("output").getAsString())
                : Optional.empty();
    }

    private static Result urania(Path directory, List<String> arguments) {
        List<Path> sources = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (arguments.get(i).equals("-e")) {
                extra.add(arguments.get(i + 1));
            } else {
                Path source = directory.resolve(arguments.get(i + 1));
                sources.add(Files.exists(source) ? source : Path.of(arguments.get(i + 1)));
            }
        }
        try {
            Inventory inventory =
                    Inventory.load(InventoryRequest.of(sources).in(directory).withExtraVariables(extra));
            return new Result(inventory.listing(false).json(), List.of());
        } catch (InventoryException refused) {
            return new Result(
                    null,
                    refused.problems().stream()
                            .filter(problem -> problem.severity() == io.urania.inventory.problem.Severity.ERROR)
                            .map(Problem::toString)
                            .toList());
        }
    }

    /** Where the two first differ; empty if they do not. Hosts and children are sets. */
    private static String difference(String theirs, String ours) {
        JsonObject left = JsonParser.parseString(theirs).getAsJsonObject();
        JsonObject right = JsonParser.parseString(ours).getAsJsonObject();
        left.getAsJsonObject("_meta").remove("profile");
        return difference("", sorted(left), sorted(right));
    }

    private static JsonObject sorted(JsonObject inventory) {
        inventory.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("_meta"))
                .forEach(entry -> {
                    for (String members : List.of("hosts", "children")) {
                        JsonArray array = entry.getValue().getAsJsonObject().getAsJsonArray(members);
                        if (array != null) {
                            TreeSet<String> names = new TreeSet<>();
                            array.forEach(element -> names.add(element.getAsString()));
                            JsonArray set = new JsonArray();
                            names.forEach(set::add);
                            entry.getValue().getAsJsonObject().add(members, set);
                        }
                    }
                });
        return inventory;
    }

    private static String difference(String path, JsonElement left, JsonElement right) {
        if (left.isJsonObject() && right.isJsonObject()) {
            TreeSet<String> keys = new TreeSet<>(left.getAsJsonObject().keySet());
            keys.addAll(right.getAsJsonObject().keySet());
            for (String key : keys) {
                JsonElement one = left.getAsJsonObject().get(key);
                JsonElement other = right.getAsJsonObject().get(key);
                if (one == null || other == null) {
                    return path + "/" + key + ": Ansible " + one + ", Urania " + other;
                }
                String inner = difference(path + "/" + key, one, other);
                if (!inner.isEmpty()) {
                    return inner;
                }
            }
            return "";
        }
        // As text: 1 and 1.0 are not the same.
        return left.toString().equals(right.toString()) ? "" : path + ": Ansible " + left + ", Urania " + right;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
