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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A plan in a file: the JSON that {@code plan --json} prints, with fingerprints. */
public final class PlanFile {

    /** In bytes; the plan of a hundred hosts has two million. */
    private static final int LARGEST = 256 << 20;

    private PlanFile() {}

    /** Writes the file, which only its owner may read, in one piece. */
    public static void write(Path file, PartOfPlan part) throws IOException {
        Fingerprints fingerprints = Fingerprints.random(new SecureRandom());
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, PlanJson.kept(part, fingerprints) + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw noPlan(file, "it is not a plan (" + e.getMessage() + ")");
        }
    }

    private static RecordedPlan read(JsonObject json, Path file) throws Refusal {
        int format = member(json, "format").getAsInt();
        if (format != PlanJson.FORMAT) {
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

    private static JsonElement member(JsonObject json, String name) {
        JsonElement member = json.get(name);
        if (member == null) {
            throw new JsonParseException("'" + name + "' is missing");
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
