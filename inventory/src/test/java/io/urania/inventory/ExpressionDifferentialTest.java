package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.inventory.RenderedTemplates.Outcome;
import io.urania.inventory.ansible.AnsibleEnvironment;
import io.urania.inventory.ansible.PythonProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders templates with Urania and with ansible-core, and compares. {@code -Durania.differential=20000} makes more,
 * {@code -Durania.seed=…} the same again. What Urania may refuse stands in {@code refusals.txt}, as the beginning of its message.
 */
@Tag("ansible")
class ExpressionDifferentialTest {
    private static final int BATCH = 500;
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    @TempDir
    private Path folder;

    private PythonProcess ansible;

    @BeforeEach
    void startAnsible() throws Exception {
        RenderedTemplates.load(folder.resolve("ansible"), List.of());
        ansible = PythonProcess.start(AnsibleEnvironment.prepare(), "templates.py", folder);
        JsonObject inventory = new JsonObject();
        inventory.addProperty("inventory", folder.resolve("ansible/hosts.yaml").toString());
        inventory.addProperty("host", "h");
        ansible.ask(inventory);
    }

    @AfterEach
    void stopAnsible() throws IOException {
        ansible.close();
    }

    /** With {@code -Durania.goldens=FILE} it also writes them anew, those without an answer too. */
    @Test
    void theGoldensAreWhatTheNewestAnsibleSays() throws Exception {
        List<String> fresh = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (String line : Goldens.text("expressions.jsonl").lines().toList()) {
            JsonObject golden = JsonParser.parseString(line).getAsJsonObject();
            JsonObject answer = answer(golden.get("template").getAsString());
            JsonObject renewed = new JsonObject();
            renewed.add("template", golden.get("template"));
            if (answer.has("error")) {
                renewed.addProperty("error", true);
            } else {
                renewed.add("value", answer.get("value"));
            }
            fresh.add(GSON.toJson(renewed));
            if (!renewed.equals(golden)) {
                different.add(line + "\n  is now " + GSON.toJson(renewed));
            }
        }
        String target = System.getProperty("urania.goldens", "");
        if (!target.isEmpty()) {
            Files.write(Path.of(target), fresh);
        }
        assertThat(different).isEmpty();
    }

    @Test
    void eitherReadsThePasswordsThatTheOtherMade() throws Exception {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        String template = "{{ lookup('password', '%s/%s length=24 chars=ascii_letters,digits,-_') }}";
        String byUrania = template.formatted(secrets, "urania");
        String byAnsible = template.formatted(secrets, "ansible");

        Object made = kept(byUrania);
        assertThat(made).asString().matches("[A-Za-z0-9_-]{24}");
        assertThat(answer(byUrania).get("value").getAsString()).isEqualTo(made);
        String theirs = answer(byAnsible).get("value").getAsString();
        assertThat(rendered(byAnsible)).isEqualTo(theirs).isNotEqualTo(made);
        assertThat(Files.getPosixFilePermissions(secrets.resolve("urania")))
                .isEqualTo(Files.getPosixFilePermissions(secrets.resolve("ansible")));
    }

    private @Nullable Object kept(String template) throws Exception {
        Inventory inventory = RenderedTemplates.load(folder.resolve("urania"), List.of(template));
        Object made = inventory.variables("h").value("template0").orElseThrow().plain();
        inventory.newPasswords().keep();
        return made;
    }

    private @Nullable Object rendered(String template) throws Exception {
        Outcome outcome = RenderedTemplates.render(folder.resolve("urania"), List.of(template))
                .getFirst();
        assertThat(outcome.problem()).isNull();
        return outcome.value();
    }

    @Test
    void generatedTemplatesRenderAsAnsibleRendersThem() throws Exception {
        long seed = Long.getLong("urania.seed", 20_261_125);
        int count = Integer.parseInt(System.getProperty("urania.differential", "2000"));
        TemplateGenerator generator = new TemplateGenerator(new Random(seed));
        List<Pattern> refusals = Goldens.text("refusals.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Pattern::compile)
                .toList();
        List<String> differences = new ArrayList<>();
        for (int done = 0; done < count; done += BATCH) {
            List<String> templates = Stream.generate(generator::template)
                    .limit(Math.min(BATCH, count - done))
                    .toList();
            for (Outcome outcome : RenderedTemplates.render(folder.resolve("urania"), templates)) {
                String difference = difference(outcome, refusals);
                if (difference != null) {
                    differences.add(difference);
                }
            }
        }
        assertThat(differences)
                .as("-Durania.seed=" + seed + " -Durania.differential=" + count)
                .isEmpty();
    }

    private @Nullable String difference(Outcome outcome, List<Pattern> refusals) {
        JsonObject answer = answer(outcome.template());
        boolean ansibleFails = answer.has("error");
        Object expected = ansibleFails ? null : Goldens.plain(answer.get("value"));
        String told = outcome.template() + "\n  ansible: "
                + (ansibleFails ? answer.get("error").getAsString() : String.valueOf(expected)) + "\n  urania:  "
                + (outcome.fails() ? outcome.problem() : String.valueOf(outcome.value()));
        if (outcome.fails()) {
            boolean known = refusals.stream()
                    .anyMatch(
                            refusal -> refusal.matcher(outcome.problem().what()).lookingAt());
            return outcome.problem().position() == null || (!ansibleFails && !known) ? told : null;
        }
        // The texts of both hold the order of keys.
        boolean same = !ansibleFails
                && Objects.equals(expected, outcome.value())
                && String.valueOf(expected).equals(String.valueOf(outcome.value()));
        return same ? null : told;
    }

    private JsonObject answer(String template) {
        JsonObject request = new JsonObject();
        request.addProperty("template", template);
        return ansible.ask(request);
    }
}
