package io.urania.cli.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.PartOfPlan;
import io.urania.engine.plan.Fingerprints;
import io.urania.engine.plan.RecordedPlan;
import io.urania.engine.plan.Scope;
import io.urania.engine.plan.TaskId;
import io.urania.inventory.file.RegularFile;
import io.urania.inventory.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plan in a file: the JSON that {@code plan --json} prints, with fingerprints. */
public final class PlanFile {

    /** In bytes; the plan of a hundred hosts has two million. */
    private static final int LARGEST = 256 << 20;

    private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

    private PlanFile() {}

    /** JSON of another kind. */
    private static final class MissingMember extends JsonParseException {
        private static final long serialVersionUID = 1L;

        MissingMember(String message) {
            super(message);
        }
    }

    /**
     * Writes the file, which only its owner may read, in one piece. The text goes into what is there already and is no regular file:
     * a device or a pipe stays what it is.
     */
    public static void write(Path file, PartOfPlan part) throws IOException {
        String text = PlanJson.kept(part, Fingerprints.random(new SecureRandom())) + "\n";
        if (!Files.exists(file)) {
            WholeFile.write(file, text);
        } else if (RegularFile.is(file)) {
            WholeFile.write(file.toRealPath(), text);
        } else {
            Files.writeString(file, text);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is no plan that was kept
     */
    public static RecordedPlan read(Path file) throws Refusal {
        String text;
        try {
            text = new String(RegularFile.read(file, LARGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw noPlan(file, String.valueOf(unreadable.getMessage()));
        }
        try {
            return read(JsonParser.parseString(text).getAsJsonObject(), file);
        } catch (MissingMember e) {
            throw noPlan(file, "it is not a plan (" + e.getMessage() + ")");
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw noPlan(file, "it is not a plan" + place(e));
        }
    }

    private static RecordedPlan read(JsonObject json, Path file) throws Refusal {
        String format = member(json, "format").getAsString();
        if (!format.equals(Integer.toString(PlanJson.FORMAT))) {
            throw noPlan(file, "its format is " + format + ", and this version supports " + PlanJson.FORMAT);
        }
        if (!json.has("salt")) {
            throw noPlan(file, "it was printed with --json, which omits fingerprints");
        }
        JsonObject scope = member(json, "scope").getAsJsonObject();
        List<RecordedPlan.Entry> entries = new ArrayList<>();
        for (JsonElement element : member(json, "changes").getAsJsonArray()) {
            entries.add(entry(element.getAsJsonObject()));
        }
        return new RecordedPlan(
                new Scope(texts(scope, "hosts"), texts(scope, "phases")),
                new Fingerprints(text(json, "salt")),
                entries);
    }

    private static RecordedPlan.Entry entry(JsonObject change) {
        return new RecordedPlan.Entry(
                new TaskId(text(change, "host"), text(change, "task")),
                text(change, "title"),
                text(member(change, "before").getAsJsonObject(), "summary"),
                text(member(change, "after").getAsJsonObject(), "summary"),
                text(change, "fingerprint"));
    }

    private static String text(JsonObject json, String name) {
        return member(json, name).getAsString();
    }

    /** Gson's messages name its own classes, and the place at their end. */
    private static String place(RuntimeException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? ": its JSON ends or is damaged " + place.group() : "";
    }

    private static JsonElement member(JsonObject json, String name) {
        JsonElement member = json.get(name);
        if (member == null) {
            throw new MissingMember("'" + name + "' is missing");
        }
        return member;
    }

    private static Set<String> texts(JsonObject json, String name) {
        Set<String> texts = new LinkedHashSet<>();
        member(json, name).getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
        return texts;
    }

    private static Refusal noPlan(Path file, String why) {
        return new Refusal(ExitCode.USAGE, file + " cannot be applied: " + why + "; make one with: plan --out " + file);
    }
}
